// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A computation of tonnes that anybody can follow: a tree whose nodes are numbered lines, each
 * naming its equation and its inputs; an input that is another line's value names that line.
 *
 * @param algorithm the algorithm's id
 * @param lines in the order of computation, from 1
 * @param vintages the result for each calendar year, ascending
 */
public record Quantification(
    @Most(40) String algorithm,
    @Most(LINES_MOST) List<Line> lines,
    @Most(YEARS_MOST) List<Vintage> vintages) {

  /** What the rows of the largest report yield; its bytes are limited besides. */
  public static final int LINES_MOST = 5_000;

  /** Calendar years that one report can touch. */
  public static final int YEARS_MOST = 12;

  /** The symbol of the line of {@link #displaced}. */
  static final String DISPLACED = "LK_DISP";

  /** How the symbols of the lines of {@link #leakage} begin; a year follows. */
  static final String LEAKAGE = "LE ";

  /** Digits after the point of tonnes to the gram. */
  private static final int GRAM = 6;

  public Quantification {
    lines = List.copyOf(lines);
    vintages = List.copyOf(vintages);
  }

  /** The leakage of displaced production that it bears, t CO2e; nothing where there is none. */
  public Optional<Decimal> displaced() {
    return lines.stream()
        .filter(line -> line.symbol.equals(DISPLACED))
        .map(line -> new Decimal(line.value.value()))
        .filter(borne -> borne.value().signum() != 0)
        .findFirst();
  }

  /** The leakage of the whole period, t CO2e to the gram, half to even; 0 where none is told. */
  public Decimal leakage() {
    return new Decimal(
        lines.stream()
            .filter(line -> line.symbol.startsWith(LEAKAGE))
            .map(line -> line.value.value())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .setScale(GRAM, RoundingMode.HALF_EVEN));
  }

  /**
   * One computed value.
   *
   * @param equation the equation's id
   * @param inputs in the order of the formula
   * @param number of the line
   * @param symbol what is computed, with the stratum and year in words
   * @param unit of the value
   * @param value the value
   */
  public record Line(
      @Most(100) String equation,
      @Most(LINES_MOST) List<Input> inputs,
      int number,
      @Most(100) String symbol,
      @Most(100) String unit,
      Figure value) {
    public Line {
      inputs = List.copyOf(inputs);
    }

    /** The line as an input of a later one. */
    Input asInput() {
      return new Input(Optional.of(number), Origin.LINE, symbol, unit, value);
    }
  }

  /**
   * What a line was computed from.
   *
   * @param line the line whose value it is, when {@code origin} is {@code LINE}
   * @param origin where the value comes from
   * @param symbol what it is; a parameter's name, a datum's symbol with stratum and year
   * @param unit of the value
   * @param value the value
   */
  public record Input(
      Optional<Integer> line,
      Origin origin,
      @Most(100) String symbol,
      @Most(100) String unit,
      Figure value) {

    static Input of(Origin origin, String symbol, String unit, Figure value) {
      return new Input(Optional.empty(), origin, symbol, unit, value);
    }
  }

  /** Where an input comes from. */
  public enum Origin {
    /** Physics or arithmetic: ratios of molar masses, days of a year. */
    CONSTANT,
    /** A parameter of the methodology version, which states its source. */
    PARAMETER,
    /** The design document as validated. */
    DESIGN,
    /** The monitoring data. */
    MONITORING,
    /** The dates of the monitoring period. */
    PERIOD,
    /** An earlier line. */
    LINE,
    /** Verified reports of earlier days. */
    EARLIER
  }

  /**
   * What one calendar year yields.
   *
   * @param breakdown what the tonnes consist of, where the algorithm tells it
   * @param days the days of the period in the year
   * @param tonnes net tonnes CO2e to the gram; below zero when the project did harm
   * @param year the calendar year
   */
  public record Vintage(Optional<Breakdown> breakdown, DateRange days, Decimal tonnes, int year) {

    /** Tonnes that are not broken down. */
    public Vintage(DateRange days, Decimal tonnes, int year) {
      this(Optional.empty(), days, tonnes, year);
    }
  }

  /**
   * What the net tonnes of a year consist of, each to the gram.
   *
   * @param bufferBase the tonnes of which the non-permanence share is withheld; below zero when the
   *     stocks fell against the baseline
   * @param reductions avoided emissions, net of leakage
   * @param removals carbon taken from the air, net of leakage
   * @param stockChange the change of the project's own stocks, which later reports look back on
   */
  public record Breakdown(
      Decimal bufferBase, Decimal reductions, Decimal removals, Decimal stockChange) {}

  /** The net tonnes of the whole period. */
  public Decimal total() {
    return new Decimal(
        vintages.stream()
            .map(each -> each.tonnes().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
