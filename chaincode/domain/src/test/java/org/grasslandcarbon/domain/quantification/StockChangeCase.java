// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;

/** A subject of {@code GCS-SC} in the making: one year, the parameters of the example version. */
final class StockChangeCase {
  private static final Science SCIENCE = ExampleStockChange.ipcc2006().science();

  final List<Parameter> parameters = new ArrayList<>(SCIENCE.parameters());
  final List<Stratum> strata = new ArrayList<>();
  final List<Datum> data = new ArrayList<>();
  DateRange period = new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
  Decimal stockChangeBefore = Decimal.of("0");
  Optional<Decimal> displacedBefore = Optional.empty();
  Uncertainty uncertainty = SCIENCE.uncertainty();

  /** One stratum whose soil does not change. */
  static StockChangeCase still() {
    StockChangeCase made = new StockChangeCase();
    made.stratum("S1", "100", "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.WET");
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      made.byDepth("S1", sampling, "20", "21", "22");
    }
    return made.ofPeriod("S1", "SOIL_YEARS", "1");
  }

  static String unit(String symbol) {
    return new StockChange()
        .data(new Parameters(SCIENCE.parameters())).stream()
            .filter(type -> type.symbol().equals(symbol))
            .findFirst()
            .map(DatumType::unit)
            .orElse("t");
  }

  /** Adds a stratum; the baseline is written as symbol, value, symbol, value. */
  StockChangeCase stratum(
      String name, String hectares, String reference, String leaching, String... baseline) {
    List<Stratum.Level> levels = new ArrayList<>();
    for (int i = 0; i < baseline.length; i += 2) {
      levels.add(new Stratum.Level(baseline[i], unit(baseline[i]), Decimal.of(baseline[i + 1])));
    }
    strata.add(
        new Stratum(
            Decimal.of(hectares),
            levels,
            List.of(
                new Stratum.Choice(reference, "SOIL_REFERENCE"),
                new Stratum.Choice("EF_N_DIRECT.AGGREGATE", "EF_N_DIRECT"),
                new Stratum.Choice(leaching, "FRAC_LEACH")),
            name));
    return this;
  }

  /** Gives the only stratum a baseline. */
  StockChangeCase baseline(String... baseline) {
    Stratum only = strata.remove(0);
    return stratum(
        only.name(),
        only.areaHectares().toString(),
        only.choice("SOIL_REFERENCE").orElseThrow(),
        only.choice("FRAC_LEACH").orElseThrow(),
        baseline);
  }

  StockChangeCase parameter(String name, String value) {
    Parameter old = new Parameters(parameters).find(name).orElse(null);
    String unit = old == null ? unitOfGroup(name) : old.unit();
    parameters.removeIf(each -> each.name().equals(name));
    parameters.add(new Parameter(name, "test", unit, Decimal.of(value)));
    return this;
  }

  private String unitOfGroup(String name) {
    String group = name.substring(0, name.indexOf('.'));
    return new Parameters(parameters).group(group).get(0).unit();
  }

  StockChangeCase row(String stratum, String symbol, String value, int year) {
    data.add(new Datum(stratum, symbol, unit(symbol), Decimal.of(value), year));
    return this;
  }

  StockChangeCase ofPeriod(String stratum, String symbol, String value) {
    return row(stratum, symbol, value, period.to().getYear());
  }

  StockChangeCase sample(String stratum, String sample, String symbol, String value) {
    data.add(
        new Datum(
            Optional.of(sample),
            stratum,
            symbol,
            unit(symbol),
            Decimal.of(value),
            period.to().getYear()));
    return this;
  }

  /** A sampling of 30 cm with a bulk density of 1.2, one point for each carbon content. */
  StockChangeCase byDepth(String stratum, String sampling, String... carbon) {
    sample(stratum, sampling + "-L1", "LAYER_DEPTH", "30");
    for (int i = 0; i < carbon.length; i++) {
      String layer = sampling + "-P" + (10 + i) + "-L1";
      sample(stratum, layer, "OC", carbon[i]);
      sample(stratum, layer, "BULK_DENSITY", "1.2");
    }
    return this;
  }

  StockChangeCase without(String... symbols) {
    data.removeIf(row -> List.of(symbols).contains(row.symbol()));
    return this;
  }

  Subject subject() {
    return new Subject(
        data,
        new Earlier(displacedBefore, stockChangeBefore),
        new Parameters(parameters),
        period,
        LocalDate.of(2020, 1, 1),
        strata,
        uncertainty);
  }

  Quantification run() {
    return new StockChange().quantify(subject());
  }

  /** The value of a line. */
  static BigDecimal value(Quantification done, String symbol) {
    return done.lines().stream()
        .filter(line -> line.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + symbol))
        .value()
        .value();
  }

  BigDecimal value(String symbol) {
    return value(run(), symbol);
  }
}
