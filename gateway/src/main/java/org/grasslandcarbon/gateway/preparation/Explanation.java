// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.quantification.DatumType;
import org.grasslandcarbon.domain.quantification.Equation;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;

/**
 * A computation with everything that is needed to follow it with a pocket calculator: the stored
 * lines, each equation's formula and name, and where each number comes from.
 *
 * @param algorithm the algorithm's id
 * @param equations those that the lines use, in the order of the method
 * @param flags what is implausible, where the version has rules for it
 * @param lines the lines, in the order of computation
 * @param methodology the version
 * @param vintages the results by calendar year
 */
public record Explanation(
    String algorithm,
    List<Equation> equations,
    Optional<List<Flag>> flags,
    List<Line> lines,
    MethodologyRef methodology,
    List<Quantification.Vintage> vintages) {

  /**
   * A computed value.
   *
   * @param equation the equation's id
   * @param inputs in the order of the formula
   * @param number of the line
   * @param symbol what is computed
   * @param unit of the value
   * @param value the value
   */
  public record Line(
      String equation, List<Input> inputs, int number, String symbol, String unit, Figure value) {}

  /**
   * What a line was computed from.
   *
   * @param line the line whose value it is, if it is one's
   * @param name what the datum is called, if it is one
   * @param origin where the value comes from
   * @param source where the methodology version has the number from, if it is a parameter
   * @param symbol what it is
   * @param unit of the value
   * @param value the value
   */
  public record Input(
      Optional<Integer> line,
      Optional<Name> name,
      Quantification.Origin origin,
      Optional<String> source,
      String symbol,
      String unit,
      Figure value) {}

  /** Explains a computation of a version. */
  public static Explanation of(
      Methodology methodology, Quantification computed, Optional<List<Flag>> flags) {
    Names names = Names.of(methodology);
    return new Explanation(
        computed.algorithm(),
        equations(methodology, computed),
        flags,
        computed.lines().stream().map(line -> line(names, line)).toList(),
        methodology.version(),
        computed.vintages());
  }

  private static List<Equation> equations(Methodology methodology, Quantification computed) {
    var used =
        computed.lines().stream().map(Quantification.Line::equation).collect(Collectors.toSet());
    return methodology.computation().equations().stream()
        .filter(each -> used.contains(each.id()))
        .toList();
  }

  private static Line line(Names names, Quantification.Line line) {
    return new Line(
        line.equation(),
        line.inputs().stream().map(names::input).toList(),
        line.number(),
        line.symbol(),
        line.unit(),
        line.value());
  }

  /** What symbols are called and where numbers come from. */
  private record Names(Map<String, DatumType> data, Map<String, Parameter> parameters) {
    static Names of(Methodology methodology) {
      return new Names(
          methodology.computation().data(methodology.science().byName()).stream()
              .collect(Collectors.toMap(DatumType::symbol, Function.identity())),
          methodology.science().parameters().stream()
              .collect(Collectors.toMap(Parameter::name, Function.identity())));
    }

    Input input(Quantification.Input input) {
      // A symbol is the datum's or parameter's name, then the stratum, year or sample.
      String first = input.symbol().split(" ", 2)[0];
      boolean isDatum =
          input.origin() == Quantification.Origin.MONITORING
              || input.origin() == Quantification.Origin.DESIGN;
      return new Input(
          input.line(),
          isDatum ? Optional.ofNullable(data.get(first)).map(DatumType::name) : Optional.empty(),
          input.origin(),
          Optional.ofNullable(parameters.get(first)).map(Parameter::source),
          input.symbol(),
          input.unit(),
          input.value());
    }
  }
}
