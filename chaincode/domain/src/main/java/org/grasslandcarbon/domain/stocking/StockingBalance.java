// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Line;
import org.grasslandcarbon.domain.quantification.Quantification.Origin;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * Computes a balance as numbered lines, each from what is named in it. The equations are in {@code
 * docs/reference/grass-livestock.md}:
 *
 * <ul>
 *   <li>GLB-1 sheep units of a herd = heads x sheep units of the species
 *   <li>GLB-2 sheep units = sum of GLB-1
 *   <li>GLB-3 usable hay of a row = yield x area x utilisation x edible share x hay coefficient
 *   <li>GLB-4 usable hay = sum of GLB-3
 *   <li>GLB-5 carrying capacity = GLB-4 / (daily hay of a sheep unit x days)
 *   <li>GLB-6 overload = (GLB-2 - GLB-5) / GLB-5 x 100
 * </ul>
 */
final class StockingBalance {
  private static final String SHEEP_UNIT = "SU";
  private static final String HAY = "kg";
  private static final String PERCENT = "%";

  private final List<Line> lines = new ArrayList<>();

  /** The lines of a balance; the last three sums are those that {@link #value} answers. */
  static StockingBalance of(
      StockingStandard standard, List<Herd> herds, List<Forage> forage, int days) {
    StockingBalance balance = new StockingBalance();
    Input units = balance.sheepUnits(standard, herds);
    Input hay = balance.usableHay(forage);
    Input daily = input(Origin.PARAMETER, standard.dailyHay());
    Input grazed = input(Origin.MONITORING, "DAYS", "d", BigDecimal.valueOf(days));
    Input capacity =
        balance.add(
            "GLB-5",
            "CAPACITY",
            SHEEP_UNIT,
            divided(hay.value().value(), product(List.of(daily, grazed))),
            List.of(hay, daily, grazed));
    BigDecimal excess = units.value().value().subtract(capacity.value().value(), Figure.CONTEXT);
    balance.add(
        "GLB-6",
        "OVERLOAD",
        PERCENT,
        divided(excess, capacity.value().value()).movePointRight(2),
        List.of(units, capacity));
    return balance;
  }

  private Input sheepUnits(StockingStandard standard, List<Herd> herds) {
    List<Input> terms = new ArrayList<>();
    for (Herd herd : herds) {
      Input heads =
          input(
              Origin.MONITORING,
              "HEADS." + herd.species(),
              "head",
              BigDecimal.valueOf(herd.heads()));
      Input each = input(Origin.PARAMETER, standard.sheepUnits(herd.species()).orElseThrow());
      List<Input> factors = List.of(heads, each);
      terms.add(add("GLB-1", "UNITS." + herd.species(), SHEEP_UNIT, product(factors), factors));
    }
    return add("GLB-2", "UNITS", SHEEP_UNIT, sum(terms), terms);
  }

  private Input usableHay(List<Forage> forage) {
    List<Input> terms = new ArrayList<>();
    for (Forage row : forage) {
      String of = "." + row.label();
      List<Input> factors =
          List.of(
              datum("YIELD" + of, "kg/ha", row.yieldKgPerHectare()),
              datum("AREA" + of, "ha", row.areaHectares()),
              datum("UTILISATION" + of, "1", row.utilisationShare()),
              datum("EDIBLE" + of, "1", row.edibleShare()),
              datum("HAY_COEFFICIENT" + of, "1", row.hayCoefficient()));
      terms.add(add("GLB-3", "HAY" + of, HAY, product(factors), factors));
    }
    return add("GLB-4", "HAY", HAY, sum(terms), terms);
  }

  List<Line> lines() {
    return lines;
  }

  /** The value of the line with a symbol. */
  BigDecimal value(String symbol) {
    return lines.stream()
        .filter(each -> each.symbol().equals(symbol))
        .map(each -> each.value().value())
        .findFirst()
        .orElseThrow();
  }

  private Input add(
      String equation, String symbol, String unit, BigDecimal value, List<Input> inputs) {
    int number = lines.size() + 1;
    Figure figure = new Figure(value);
    lines.add(new Line(equation, inputs, number, symbol, unit, figure));
    return new Input(Optional.of(number), Origin.LINE, symbol, unit, figure);
  }

  private static Input input(Origin origin, Parameter parameter) {
    return input(origin, parameter.name(), parameter.unit(), parameter.value().value());
  }

  private static Input datum(String symbol, String unit, Decimal value) {
    return input(Origin.MONITORING, symbol, unit, value.value());
  }

  private static Input input(Origin origin, String symbol, String unit, BigDecimal value) {
    return new Input(Optional.empty(), origin, symbol, unit, new Figure(value));
  }

  private static BigDecimal product(List<Input> factors) {
    return factors.stream()
        .map(each -> each.value().value())
        .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, Figure.CONTEXT));
  }

  private static BigDecimal sum(List<Input> terms) {
    return terms.stream()
        .map(each -> each.value().value())
        .reduce(BigDecimal.ZERO, (a, b) -> a.add(b, Figure.CONTEXT));
  }

  private static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, Figure.CONTEXT);
  }
}
