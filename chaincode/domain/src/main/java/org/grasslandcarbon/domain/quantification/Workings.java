// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.value.Decimal;

/** What a run of {@code GCS-SC} computes from, and the worksheet that it fills. */
final class Workings {
  private final Subject subject;
  private final Worksheet sheet = new Worksheet();
  private final Map<String, String> units = new HashMap<>();
  private final Map<Cell, Decimal> data = new HashMap<>();

  Workings(Subject subject, List<DatumType> types) {
    this.subject = subject;
    types.forEach(type -> units.put(type.symbol(), type.unit()));
    subject.data().stream()
        .filter(row -> row.sample().isEmpty())
        .forEach(row -> data.put(new Cell(row.stratum(), row.symbol(), row.year()), row.value()));
  }

  /** Where a monitored value stands. */
  private record Cell(String stratum, String symbol, int year) {}

  Subject subject() {
    return subject;
  }

  List<Line> lines() {
    return sheet.lines();
  }

  /** A parameter of the version. */
  Input parameter(String name) {
    Parameter parameter = subject.parameters().the(name);
    return Input.of(Origin.PARAMETER, name, parameter.unit(), Figure.of(parameter.value()));
  }

  /** The parameter that a stratum chose. */
  Input chosen(Stratum stratum, String symbol) {
    return parameter(
        stratum.choice(symbol).orElseThrow(() -> new IllegalStateException(symbol + " is open")));
  }

  /** A level of the baseline, for a whole year. */
  Optional<Input> designed(Stratum stratum, String symbol) {
    return stratum
        .baseline(symbol)
        .map(value -> entered(Origin.DESIGN, symbol + " " + stratum.name(), symbol, value));
  }

  /** What was monitored in the days of a year. */
  Optional<Input> monitored(Stratum stratum, String symbol, int year) {
    return Optional.ofNullable(data.get(new Cell(stratum.name(), symbol, year)))
        .map(
            value ->
                entered(
                    Origin.MONITORING, symbol + " " + stratum.name() + " " + year, symbol, value));
  }

  /** What was given once for the whole period. */
  Optional<Input> ofPeriod(Stratum stratum, String symbol) {
    int year = subject.period().to().getYear();
    return Optional.ofNullable(data.get(new Cell(stratum.name(), symbol, year)))
        .map(value -> entered(Origin.MONITORING, symbol + " " + stratum.name(), symbol, value));
  }

  /** A value that people entered. */
  Input entered(Origin origin, String label, String symbol, Decimal value) {
    return Input.of(origin, label, units.get(symbol), Figure.of(value));
  }

  /** Adds a line. */
  Input line(Equation equation, String symbol, Figure value, List<Input> inputs) {
    return sheet.add(equation.id(), symbol, equation.unit(), value, inputs);
  }

  /** Adds a line: a sum of terms, times some inputs, divided once by the product of others. */
  Input line(
      Equation equation, String symbol, Terms terms, List<Input> times, List<Input> dividedBy) {
    Figure value = terms.sum();
    for (Input factor : times) {
      value = value.times(factor.value());
    }
    Figure divisor = Figure.of(1);
    for (Input factor : dividedBy) {
      divisor = divisor.times(factor.value());
    }
    List<Input> inputs = new ArrayList<>(terms.inputs());
    inputs.addAll(times);
    inputs.addAll(dividedBy);
    return line(equation, symbol, value.dividedBy(divisor), inputs);
  }

  /** Adds a line: a sum. */
  Input sum(Equation equation, String symbol, List<Input> summands) {
    return line(equation, symbol, Terms.of(summands), List.of(), List.of());
  }
}
