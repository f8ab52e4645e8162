// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Breakdown;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Reductions and removals of a year (VM0042 equations 37 to 43, 75 and 76). Years are added in
 * order: whether a project removes carbon depends on all its years so far.
 */
final class Netting {
  private static final int DECIMALS_OF_A_GRAM = 6;
  private static final BigDecimal TONNES_MOST = BigDecimal.valueOf(Tonnes.MAXIMUM);

  private final Workings workings;
  private final Optional<AvoidedCap> cap;
  private final List<Input> stocksSoFar = new ArrayList<>();

  Netting(Workings workings) {
    this.workings = workings;
    cap = AvoidedCap.of(workings.subject());
    stocksSoFar.add(
        Input.of(
            Origin.EARLIER,
            "STOCK_BEFORE",
            "t CO2e",
            Figure.of(workings.subject().earlier().stockChange())));
  }

  /**
   * A year's net tonnes and what they consist of.
   *
   * @param breakdown the parts
   * @param tonnes their sum
   */
  record Result(Breakdown breakdown, Decimal tonnes) {}

  /**
   * The result of the next year.
   *
   * @param year the calendar year
   * @param days its monitored days
   * @param sources what is avoided of each source
   * @param project the stock change of the project
   * @param baseline the stock change of the baseline
   * @param leakage the leakage, if there is any
   */
  Result year(
      int year,
      Input days,
      List<Input> sources,
      Input project,
      Input baseline,
      Optional<Input> leakage) {
    stocksSoFar.add(project);
    boolean removes = !isNotAboveZero(Terms.of(stocksSoFar).sum());
    Input indicator =
        workings.line(
            StockChangeEquations.SWITCH, "I " + year, Figure.of(removes ? 1 : 0), stocksSoFar);
    Input avoided =
        atMost(
            workings.sum(StockChangeEquations.SOURCES, "SRC " + year, sources),
            sources,
            year,
            days);
    Input losses =
        workings.line(
            StockChangeEquations.LOSSES,
            "MINP " + year,
            project.value().min(Figure.ZERO).minus(baseline.value().min(Figure.ZERO)),
            List.of(project, baseline));
    Input gains =
        workings.line(
            StockChangeEquations.GAINS,
            "MAXP " + year,
            project.value().max(Figure.ZERO).minus(baseline.value().max(Figure.ZERO)),
            List.of(project, baseline));
    Figure removed = removes ? gains.value() : Figure.ZERO;
    Figure notRemoved = removes ? Figure.ZERO : gains.value();
    Input reductions =
        workings.line(
            StockChangeEquations.REDUCTIONS,
            "ER " + year,
            avoided.value().plus(losses.value()).plus(notRemoved),
            List.of(avoided, losses, indicator, gains));
    Input removals =
        workings.line(
            StockChangeEquations.REMOVALS, "CR " + year, removed, List.of(indicator, gains));
    Input netReductions;
    Input netRemovals;
    if (leakage.isPresent()) {
      Input ofReductions = leakageOfReductions(year, leakage.get(), reductions, removals);
      Input ofRemovals =
          workings.line(
              StockChangeEquations.LEAKAGE_OF_REMOVALS,
              "LK_CR " + year,
              leakage.get().value().minus(ofReductions.value()),
              List.of(leakage.get(), ofReductions));
      netReductions =
          net(StockChangeEquations.NET_REDUCTIONS, "ER_NET " + year, reductions, ofReductions);
      netRemovals = net(StockChangeEquations.NET_REMOVALS, "CR_NET " + year, removals, ofRemovals);
    } else {
      netReductions = net(StockChangeEquations.NET_REDUCTIONS, "ER_NET " + year, reductions);
      netRemovals = net(StockChangeEquations.NET_REMOVALS, "CR_NET " + year, removals);
    }
    Input net =
        workings.sum(
            StockChangeEquations.NET, "ERR_NET " + year, List.of(netReductions, netRemovals));
    Input base =
        workings.line(
            StockChangeEquations.BUFFER_BASE,
            "BASE " + year,
            toTheGram(losses.value().plus(gains.value())),
            List.of(indicator, losses, gains));
    return new Result(
        new Breakdown(
            tonnes(base, year),
            tonnes(netReductions, year),
            tonnes(netRemovals, year),
            tonnes(toTheGram(project.value()), year)),
        tonnes(net, year));
  }

  private Input atMost(Input avoided, List<Input> sources, int year, Input days) {
    return cap.map(
            most -> {
              List<Input> inputs = new ArrayList<>(sources);
              inputs.addAll(most.inputs(days));
              return workings.line(
                  StockChangeEquations.SOURCES_MOST,
                  "SRC_MOST " + year,
                  most.atMost(sources, days),
                  inputs);
            })
        .orElse(avoided);
  }

  private static boolean isNotAboveZero(Figure figure) {
    return figure.isNegative() || figure.isZero();
  }

  /** A share of amounts with opposite signs is none: then the reductions bear all of it. */
  private Input leakageOfReductions(int year, Input leakage, Input reductions, Input removals) {
    Figure together = reductions.value().plus(removals.value());
    boolean isShared =
        !reductions.value().isNegative() && !removals.value().isNegative() && !together.isZero();
    Figure value =
        isShared ? leakage.value().times(reductions.value()).dividedBy(together) : leakage.value();
    return workings.line(
        StockChangeEquations.LEAKAGE_OF_REDUCTIONS,
        "LK_ER " + year,
        value,
        List.of(leakage, reductions, removals));
  }

  private Input net(Equation equation, String symbol, Input gross, Input... leakage) {
    Figure value = gross.value().minus(Terms.of(List.of(leakage)).sum());
    List<Input> inputs = new ArrayList<>(List.of(gross));
    inputs.addAll(List.of(leakage));
    return workings.line(equation, symbol, toTheGram(value), inputs);
  }

  private static Figure toTheGram(Figure value) {
    return new Figure(value.value().setScale(DECIMALS_OF_A_GRAM, RoundingMode.HALF_EVEN));
  }

  private static Decimal tonnes(Input line, int year) {
    return tonnes(line.value(), year);
  }

  private static Decimal tonnes(Figure value, int year) {
    if (value.value().abs().compareTo(TONNES_MOST) > 0) {
      throw new RegistryException(
          ErrorCode.DATA_OUT_OF_RANGE,
          zh("按数据计算，%2$s 年为 %1$s 吨二氧化碳当量").en("the data yield %s t CO2e for %s", value, year));
    }
    return new Decimal(value.value());
  }
}
