// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the numbers. */
@Isolated("It changes the locale of the JVM.")
class StockChangePropertiesTest {
  private static final BigDecimal CLOSE = new BigDecimal("1e-20");

  private static BigDecimal tonnes(StockChangeCase made) {
    return made.run().total().value();
  }

  /** A project whose soil gains and whose control sites lose a little. */
  private static StockChangeCase gaining(String hectares, String... secondSampling) {
    StockChangeCase made = new StockChangeCase();
    made.stratum("S1", hectares, "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.WET");
    made.byDepth("S1", "WP-1", "20", "21", "22").byDepth("S1", "WP-2", secondSampling);
    made.byDepth("S1", "BSL-1", "20", "21", "22").byDepth("S1", "BSL-2", "19.9", "20.9", "21.8");
    return made.ofPeriod("S1", "SOIL_YEARS", "1");
  }

  private static StockChangeCase gaining() {
    return gaining("100", "20.6", "21.4", "22.7");
  }

  @Test
  void no_activity_and_no_change_of_soil_yield_nothing() {
    Quantification done = StockChangeCase.still().run();
    assertThat(done.total()).isEqualTo(Decimal.of("0"));
    assertThat(done.vintages().get(0).breakdown().orElseThrow())
        .isEqualTo(
            new Quantification.Breakdown(
                Decimal.of("0"), Decimal.of("0"), Decimal.of("0"), Decimal.of("0")));
  }

  @Test
  void the_same_change_on_three_times_the_area_yields_three_times_the_tonnes() {
    Quantification once = gaining().run();
    Quantification thrice = gaining("300", "20.6", "21.4", "22.7").run();
    for (String symbol : List.of("D_SOIL_WP", "D_SOIL_BSL", "D_CO2_WP", "CR 2023")) {
      assertThat(StockChangeCase.value(thrice, symbol))
          .isCloseTo(
              StockChangeCase.value(once, symbol).multiply(BigDecimal.valueOf(3)), within(CLOSE));
    }
    assertThat(StockChangeCase.value(thrice, "UNC"))
        .isCloseTo(StockChangeCase.value(once, "UNC"), within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD.SHEEP",
        "HEAD.CATTLE",
        "FUEL.DIESEL",
        "LIME.DOLOMITE",
        "M_SF.UREA",
        "M_OF.MANURE",
        "M_NFIX.ALFALFA",
        "M_BURNT.GRASS",
        "M_OA.MANURE",
        "LE_BR",
        "LK_DISPLACED"
      })
  void more_of_a_source_in_the_project_yields_fewer_tonnes(String symbol) {
    BigDecimal before = tonnes(gaining().row("S1", symbol, "0", 2023));
    for (String level : List.of("1", "10", "200")) {
      BigDecimal after = tonnes(gaining().row("S1", symbol, level, 2023));
      assertThat(after).isLessThan(before);
      before = after;
    }
  }

  @Test
  void more_carbon_in_every_sample_of_the_second_sampling_yields_more_tonnes() {
    BigDecimal before = tonnes(gaining("100", "19.5", "20.5", "21.5"));
    for (String more : List.of("19.8", "20.0", "20.3", "20.9", "22")) {
      BigDecimal first = new BigDecimal(more);
      BigDecimal after =
          tonnes(
              gaining(
                  "100",
                  more,
                  first.add(BigDecimal.ONE).toPlainString(),
                  first.add(BigDecimal.valueOf(2)).toPlainString()));
      assertThat(after).isGreaterThan(before);
      before = after;
    }
  }

  @Test
  void samples_that_differ_more_yield_fewer_tonnes_of_the_same_mean() {
    assertThat(tonnes(gaining("100", "21", "22", "23")))
        .isGreaterThan(tonnes(gaining("100", "21", "22.3", "22.7")))
        .isGreaterThan(tonnes(gaining("100", "20.5", "22", "23.5")));
  }

  @Test
  void a_herd_that_only_moves_between_strata_is_not_displaced() {
    StockChangeCase made = StockChangeCase.still().baseline("HEAD.SHEEP", "100");
    made.stratum("S2", "100", "SOIL_REFERENCE.DEPTH_30", "FRAC_LEACH.WET", "HEAD.SHEEP", "50");
    for (String sampling : List.of("WP-1", "WP-2", "BSL-1", "BSL-2")) {
      made.byDepth("S2", sampling, "20", "21", "22");
    }
    made.ofPeriod("S2", "SOIL_YEARS", "1");
    made.row("S1", "HEAD.SHEEP", "30", 2023).row("S2", "HEAD.SHEEP", "120", 2023);
    Quantification done = made.run();
    assertThat(done.lines()).noneMatch(line -> line.equation().equals("36a"));
    assertThat(done.total()).isEqualTo(Decimal.of("0"));
  }

  @Test
  void the_order_of_rows_and_of_parameters_does_not_matter() {
    for (long seed = 1; seed <= 20; seed++) {
      StockChangeCase made = StockChangeDraw.of(seed);
      String before = Codec.text(made.run());
      Collections.shuffle(made.data, new Random(seed));
      Collections.shuffle(made.parameters, new Random(seed));
      assertThat(Codec.text(made.run())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ar-EG-u-nu-arab, Asia/Kathmandu",
    "tr-TR, Pacific/Apia",
    "th-TH-u-nu-thai, America/St_Johns",
    "zh-CN-u-nu-hanidec, Asia/Shanghai",
    "fa-IR-u-ca-persian, Pacific/Kiritimati"
  })
  void locale_and_time_zone_do_not_change_a_byte(String locale, String zone) {
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    String before = Codec.text(StockChangeDraw.of(7).run());
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(Codec.text(StockChangeDraw.of(7).run())).isEqualTo(before);
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }

  @Test
  void a_leap_year_yields_what_another_year_does() {
    StockChangeCase other = gaining();
    StockChangeCase leap = gaining();
    leap.period = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    leap.data.replaceAll(
        row -> new Datum(row.sample(), row.stratum(), row.symbol(), row.unit(), row.value(), 2024));
    assertThat(tonnes(leap)).isEqualByComparingTo(tonnes(other));
  }

  @Test
  void every_input_that_is_a_line_has_the_value_of_that_line() {
    for (long seed = 1; seed <= 20; seed++) {
      Quantification done = StockChangeDraw.of(seed).run();
      for (Quantification.Line line : done.lines()) {
        for (Quantification.Input input : line.inputs()) {
          if (input.line().isPresent()) {
            Quantification.Line named = done.lines().get(input.line().get() - 1);
            assertThat(input.line().get()).isLessThan(line.number());
            assertThat(input.value()).isEqualTo(named.value());
            assertThat(input.symbol()).isEqualTo(named.symbol());
          }
        }
      }
    }
  }

  @Test
  void a_worksheet_read_back_is_the_same() {
    Quantification done = StockChangeDraw.of(3).run();
    assertThat(Codec.read(Codec.write(done), Quantification.class)).isEqualTo(done);
  }

  @Test
  void reductions_and_removals_add_up_to_the_tonnes_whatever_the_past() {
    for (long seed = 1; seed <= 30; seed++) {
      StockChangeCase made = StockChangeDraw.of(seed);
      made.stockChangeBefore = Decimal.of("-900000000");
      Quantification losing = made.run();
      made.stockChangeBefore = Decimal.of("900000000");
      Quantification gaining = made.run();
      for (int i = 0; i < gaining.vintages().size(); i++) {
        Quantification.Vintage now = gaining.vintages().get(i);
        Quantification.Breakdown parts = now.breakdown().orElseThrow();
        assertThat(parts.reductions().value().add(parts.removals().value()))
            .isEqualByComparingTo(now.tonnes().value());
        Quantification.Vintage other = losing.vintages().get(i);
        // The switch only divides the tonnes: by a gram at most, of rounding two parts.
        assertThat(now.tonnes().value())
            .isCloseTo(other.tonnes().value(), within(new BigDecimal("0.000002")));
        assertThat(parts.bufferBase()).isEqualTo(other.breakdown().orElseThrow().bufferBase());
        assertThat(other.breakdown().orElseThrow().removals().value().signum())
            .isLessThanOrEqualTo(0);
      }
    }
  }
}
