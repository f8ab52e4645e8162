// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * The same tonnes computed a second time by other means: day by day through the period, in exact
 * fractions of integers, without a worksheet, rounded once at the end.
 */
class Tier1AgainTest {
  private static final List<String> MANAGEMENT =
      List.of("F_MG.NOMINAL", "F_MG.MODERATE", "F_MG.SEVERE", "F_MG.IMPROVED");
  private static final List<String> ANIMALS = List.of("SHEEP", "GOAT", "CATTLE", "HORSE", "CAMEL");
  private static final List<String> FUELS = List.of("DIESEL", "PETROL");

  private Random random;
  private Parameters parameters;
  private List<Stratum> strata;
  private List<Datum> data;
  private LocalDate start;
  private DateRange period;

  @RepeatedTest(200)
  void a_computation_in_fractions_gives_the_same_grams(RepetitionInfo repetition) {
    random = new Random(repetition.getCurrentRepetition());
    List<Parameter> published = new ArrayList<>(ExampleMethodology.tier1().science().parameters());
    published.add(new Parameter("HERD_DECREASE_SHARE", "test", "1", Decimal.of(decimal(1))));
    published.add(new Parameter("UNCERTAINTY_SOC", "test", "%", Decimal.of(decimal(30))));
    parameters = new Parameters(published);
    strata = new ArrayList<>();
    data = new ArrayList<>();
    start = LocalDate.of(2003, 1, 1).plusDays(random.nextInt(8_000));
    LocalDate from = start.plusDays(random.nextInt(7_000));
    period = new DateRange(from, from.plusDays(random.nextInt(1_500)));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      addStratum("S" + i);
    }
    if (random.nextInt(3) == 0) {
      published.add(new Parameter("AVOIDED_MOST", "test", "t CO2e/ha/yr", Decimal.of(decimal(4))));
      parameters = new Parameters(published);
    }
    Uncertainty uncertainty = ExampleMethodology.tier1().science().uncertainty();
    Quantification quantification =
        new Tier1().quantify(new Subject(data, parameters, period, start, strata, uncertainty));
    assertThat(quantification.vintages()).isNotEmpty();
    for (Quantification.Vintage vintage : quantification.vintages()) {
      assertThat(vintage.tonnes().value())
          .isEqualByComparingTo(again(vintage.year(), uncertainty).rounded());
    }
  }

  private void addStratum(String name) {
    List<Stratum.Level> baseline = new ArrayList<>();
    String before = MANAGEMENT.get(random.nextInt(4));
    String after = MANAGEMENT.get(random.nextInt(4));
    List<String> symbols = new ArrayList<>();
    ANIMALS.forEach(animal -> symbols.add("HEAD." + animal));
    FUELS.forEach(fuel -> symbols.add("FUEL." + fuel));
    symbols.add("N_SYNTHETIC");
    symbols.add("N_ORGANIC");
    for (String symbol : symbols) {
      if (random.nextBoolean()) {
        baseline.add(new Stratum.Level(symbol, "any", Decimal.of(decimal(5_000))));
      }
    }
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      data.add(new Datum(name, "MANAGED_AREA", "ha", Decimal.of(decimal(9_000)), year));
      for (String symbol : symbols) {
        if (random.nextBoolean()) {
          data.add(new Datum(name, symbol, "any", Decimal.of(decimal(5_000)), year));
        }
      }
    }
    strata.add(
        new Stratum(
            Decimal.of("9000"),
            baseline,
            List.of(
                new Stratum.Choice("SOC_REF.WARM_DRY_HAC", "SOC_REF"),
                new Stratum.Choice("F_LU.GRASSLAND", "F_LU_BSL"),
                new Stratum.Choice(before, "F_MG_BSL"),
                new Stratum.Choice("F_I.HIGH", "F_I_BSL"),
                new Stratum.Choice("F_LU.GRASSLAND", "F_LU_WP"),
                new Stratum.Choice(after, "F_MG_WP"),
                new Stratum.Choice("F_I.MEDIUM", "F_I_WP")),
            name));
  }

  private String decimal(int most) {
    return BigDecimal.valueOf((long) (random.nextDouble() * most * 1e9), 9)
        .stripTrailingZeros()
        .toPlainString();
  }

  private Fraction again(int year, Uncertainty uncertainty) {
    int days = 0;
    int inTransition = 0;
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      boolean leapDay = day.getMonthValue() == 2 && day.getDayOfMonth() == 29;
      if (day.getYear() == year && !leapDay) {
        days++;
        if (day.isBefore(start.plusYears(20))) {
          inTransition++;
        }
      }
    }
    Fraction part = Fraction.of(days).over(365);
    Fraction soil = Fraction.of(0);
    Fraction herd = Fraction.of(0);
    Fraction fuels = Fraction.of(0);
    Fraction nitrogen = Fraction.of(0);
    for (Stratum stratum : strata) {
      Fraction perHectare =
          factor("SOC_REF.WARM_DRY_HAC")
              .times(
                  chosen(stratum, "F_MG_WP")
                      .times(chosen(stratum, "F_I_WP"))
                      .minus(chosen(stratum, "F_MG_BSL").times(chosen(stratum, "F_I_BSL"))));
      soil =
          soil.plus(
              perHectare
                  .times(monitored(stratum, "MANAGED_AREA", year))
                  .times(Fraction.of(inTransition * 11).over(3 * 20 * 365)));
      for (String animal : ANIMALS) {
        Fraction kilograms = factor("EF_ENTERIC." + animal);
        Fraction fewer =
            expected(stratum, "HEAD." + animal).minus(monitored(stratum, "HEAD." + animal, year));
        herd = herd.plus(fewer.times(kilograms).times(Fraction.of(28).over(1000)).times(part));
      }
      for (String fuel : FUELS) {
        fuels =
            fuels.plus(saved(stratum, "FUEL." + fuel, year, part).times(factor("EF_FUEL." + fuel)));
      }
      Fraction n2o = Fraction.of(265 * 11).over(7 * 100);
      nitrogen = nitrogen.plus(saved(stratum, "N_SYNTHETIC", year, part).times(n2o));
      nitrogen = nitrogen.plus(saved(stratum, "N_ORGANIC", year, part).times(n2o));
    }
    Fraction deduction =
        Fraction.of(uncertainty.deduction(parameters.the("UNCERTAINTY_SOC").value()).orElseThrow())
            .over(100);
    Fraction kept =
        soil.isNegative() ? Fraction.of(1).plus(deduction) : Fraction.of(1).minus(deduction);
    Fraction credited = herd.isNegative() ? herd : herd.times(factor("HERD_DECREASE_SHARE"));
    return soil.times(kept).plus(atMost(List.of(credited, nitrogen, fuels), part));
  }

  private Fraction atMost(List<Fraction> sources, Fraction part) {
    Fraction avoided = Fraction.of(0);
    Fraction emitted = Fraction.of(0);
    for (Fraction each : sources) {
      avoided = each.isNegative() ? avoided : avoided.plus(each);
      emitted = each.isNegative() ? emitted.plus(each) : emitted;
    }
    if (parameters.find("AVOIDED_MOST").isPresent()) {
      Fraction most = factor("AVOIDED_MOST").times(Fraction.of(9000 * strata.size())).times(part);
      avoided = most.minus(avoided).isNegative() ? most : avoided;
    }
    return avoided.plus(emitted);
  }

  private Fraction saved(Stratum stratum, String symbol, int year, Fraction part) {
    return expected(stratum, symbol).times(part).minus(monitored(stratum, symbol, year));
  }

  private Fraction factor(String name) {
    return Fraction.of(parameters.the(name).value());
  }

  private Fraction chosen(Stratum stratum, String symbol) {
    return factor(stratum.choice(symbol).orElseThrow());
  }

  private static Fraction expected(Stratum stratum, String symbol) {
    return stratum.baseline(symbol).map(Fraction::of).orElse(Fraction.of(0));
  }

  private Fraction monitored(Stratum stratum, String symbol, int year) {
    Fraction sum = Fraction.of(0);
    for (Datum row : data) {
      if (row.stratum().equals(stratum.name())
          && row.symbol().equals(symbol)
          && row.year() == year) {
        sum = sum.plus(Fraction.of(row.value()));
      }
    }
    return sum;
  }

  /** An exact fraction. */
  private record Fraction(BigInteger top, BigInteger bottom) {
    static Fraction of(long number) {
      return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Fraction of(Decimal decimal) {
      BigDecimal twelve = decimal.value().setScale(12);
      return new Fraction(twelve.unscaledValue(), BigInteger.TEN.pow(12));
    }

    Fraction over(long number) {
      return new Fraction(top, bottom.multiply(BigInteger.valueOf(number)));
    }

    Fraction plus(Fraction other) {
      return new Fraction(
              top.multiply(other.bottom).add(other.top.multiply(bottom)),
              bottom.multiply(other.bottom))
          .reduced();
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.top.negate(), other.bottom));
    }

    Fraction times(Fraction other) {
      return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom)).reduced();
    }

    private Fraction reduced() {
      BigInteger common = top.gcd(bottom);
      return new Fraction(top.divide(common), bottom.divide(common));
    }

    boolean isNegative() {
      return top.signum() < 0;
    }

    BigDecimal rounded() {
      return new BigDecimal(top).divide(new BigDecimal(bottom), 6, RoundingMode.HALF_EVEN);
    }
  }
}
