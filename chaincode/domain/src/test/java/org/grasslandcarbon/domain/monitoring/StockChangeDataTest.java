// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a row is said with a code, its row and its symbol. */
class StockChangeDataTest {
  private static final StockChangeProject MEASURED = new StockChangeProject();
  private static final InstructionId PROJECT = MEASURED.registered();

  private final SubmitMonitoringReport valid = MEASURED.report(PROJECT, 2023, 2024, "0.8");

  private static String row(String sample, String symbol, String unit, String value) {
    return "{\"sample\":\""
        + sample
        + "\",\"stratum\":\"S1\",\"symbol\":\""
        + symbol
        + "\",\"unit\":\""
        + unit
        + "\",\"value\":\""
        + value
        + "\",\"year\":2024}";
  }

  private static Quantification quantify(SubmitMonitoringReport report) {
    ProjectDesign design = MEASURED.design();
    Methodology methodology =
        MEASURED.projects.ledger.find(Methodology.key(design.methodology())).orElseThrow();
    return QuantificationRule.quantify(methodology, design, report.period(), report.data());
  }

  private static void isRefused(SubmitMonitoringReport report, ErrorCode code, String... words) {
    RegistryException refusal =
        catchThrowableOfType(RegistryException.class, () -> quantify(report));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.getMessage()).contains(words);
  }

  private int indexOf(String symbol, String sample) {
    for (int i = 0; i < valid.data().size(); i++) {
      Datum row = valid.data().get(i);
      if (row.symbol().equals(symbol) && row.sample().orElse("").equals(sample)) {
        return i;
      }
    }
    throw new AssertionError(symbol + " " + sample);
  }

  @ParameterizedTest
  @CsvSource({
    "OC, WP-1-P02-L1, -3",
    "OC, WP-1-P02-L1, 999",
    "SOIL_MASS, WP-2-P01-L1, 0",
    "SOIL_MASS, WP-2-P01-L2, 50001",
    "PROBE_DIAMETER, BSL-1, 0",
    "CORES, BSL-1, 0",
    "BULK_DENSITY, WP-1-P01-L1, 12",
    "LAYER_DEPTH, WP-1-L1, 300"
  })
  void an_absurd_measurement_is_refused(String symbol, String sample, String value) {
    isRefused(
        Edited.with(valid, "/data/" + indexOf(symbol, sample) + "/value", "\"" + value + "\""),
        ErrorCode.DATA_OUT_OF_RANGE,
        symbol,
        "sample " + sample,
        value);
  }

  @Test
  void cores_are_counted() {
    isRefused(
        Edited.with(valid, "/data/" + indexOf("CORES", "WP-1") + "/value", "\"2.5\""),
        ErrorCode.DATA_OUT_OF_RANGE,
        "CORES S1 WP-1 is 2.5");
  }

  @ParameterizedTest
  @CsvSource({
    "OC, WP-1-P02-L1, %",
    "SOIL_MASS, WP-2-P01-L1, kg",
    "BULK_DENSITY, WP-1-P01-L1, t/m3"
  })
  void a_measurement_in_another_unit_is_refused(String symbol, String sample, String unit) {
    isRefused(
        Edited.with(valid, "/data/" + indexOf(symbol, sample) + "/unit", "\"" + unit + "\""),
        ErrorCode.UNKNOWN_DATUM,
        symbol,
        "sample " + sample,
        "must be in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1e400", "Infinity", "0x10", "1,000", "", "１２", "-"})
  void a_number_that_is_none_is_malformed(String text) {
    String json =
        Codec.text(valid).replaceFirst("\"value\":\"6000\"", "\"value\":\"" + text + "\"");
    RegistryException refusal =
        catchThrowableOfType(
            RegistryException.class, () -> Codec.read(json, SubmitMonitoringReport.class));
    assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED);
    assertThat(refusal.getMessage()).contains("data[0].value");
  }

  @Test
  void a_symbol_or_a_sample_that_nobody_knows_is_refused() {
    int row = indexOf("OC", "WP-1-P02-L1");
    isRefused(
        Edited.with(valid, "/data/" + row + "/symbol", "\"SOC\""),
        ErrorCode.UNKNOWN_DATUM,
        "SOC of S1 in 2024, sample WP-1-P02-L1");
    for (String sample : List.of("WP-3-P02-L1", "XX-1-P02-L1", "WP-1-P02-L0", "WP-1-02-L1")) {
      isRefused(
          Edited.with(valid, "/data/" + row + "/sample", "\"" + sample + "\""),
          ErrorCode.UNKNOWN_DATUM,
          sample,
          "named like WP-1-P07-L1");
    }
  }

  @Test
  void a_measurement_names_its_sample_and_other_data_name_none() {
    isRefused(
        Edited.without(valid, "/data/" + indexOf("OC", "WP-1-P02-L1") + "/sample"),
        ErrorCode.UNKNOWN_DATUM,
        "OC of S1 in 2024 must name its sample");
    isRefused(
        Edited.with(valid, "/data/0/sample", "\"WP-1\""),
        ErrorCode.UNKNOWN_DATUM,
        "HEAD.SHEEP of S1 in 2023, sample WP-1: the datum is not one of a sample");
  }

  @Test
  void a_measurement_given_twice_is_refused() {
    isRefused(
        Edited.with(valid, "/data/-", row("WP-1-P02-L1", "OC", "g/kg", "20")),
        ErrorCode.STRATA_MISMATCH,
        "OC of S1 in 2024, sample WP-1-P02-L1 stands twice");
  }

  @Test
  void what_is_given_once_has_the_year_of_the_last_day() {
    isRefused(
        Edited.with(valid, "/data/" + indexOf("OC", "WP-1-P02-L1") + "/year", "2023"),
        ErrorCode.STRATA_MISMATCH,
        "OC of S1 in 2023",
        "with the year 2024");
  }

  @Test
  void a_measurement_that_is_missing_is_named() {
    isRefused(
        Edited.without(valid, "/data/" + indexOf("SOIL_MASS", "WP-2-P01-L2")),
        ErrorCode.STRATA_MISMATCH,
        "SOIL_MASS of S1, sample WP-2-P01-L2 is missing");
    isRefused(
        Edited.without(valid, "/data/" + indexOf("PROBE_DIAMETER", "WP-2")),
        ErrorCode.STRATA_MISMATCH,
        "PROBE_DIAMETER of S1, sample WP-2-P01-L1 is missing");
    isRefused(
        Edited.without(valid, "/data/" + indexOf("SOIL_YEARS", "")),
        ErrorCode.STRATA_MISMATCH,
        "SOIL_YEARS of S1 in 2024 is missing");
  }

  @Test
  void a_measurement_that_nothing_is_computed_with_is_refused() {
    isRefused(
        Edited.with(valid, "/data/-", row("WP-1-P09-L1", "SOIL_MASS", "g", "200")),
        ErrorCode.STRATA_MISMATCH,
        "SOIL_MASS of S1 in 2024, sample WP-1-P09-L1 belongs to no measurement");
    isRefused(
        Edited.with(valid, "/data/-", row("WP-1-P01-L1", "BULK_DENSITY", "g/cm3", "1.2")),
        ErrorCode.STRATA_MISMATCH,
        "BULK_DENSITY");
    // The third layer is missing: the fourth hangs in the air.
    isRefused(
        Edited.with(valid, "/data/-", row("WP-1-P01-L4", "OC", "g/kg", "12")),
        ErrorCode.STRATA_MISMATCH,
        "sample WP-1-P01-L4");
  }

  @Test
  void too_few_points_are_refused() {
    SubmitMonitoringReport fewer = Edited.without(valid, "/data/" + indexOf("OC", "WP-2-P03-L1"));
    // Without its first layer the point has no stock; its other rows give it away.
    isRefused(fewer, ErrorCode.DATA_OUT_OF_RANGE, "S1, sample WP-2-P03", "lack");
    List<Datum> rows = new ArrayList<>(valid.data());
    rows.removeIf(
        row -> row.stratum().equals("S1") && row.sample().orElse("").startsWith("WP-2-P03"));
    isRefused(
        new SubmitMonitoringReport(
            rows, valid.documents(), valid.gapExplanation(), valid.period(), PROJECT),
        ErrorCode.STRATA_MISMATCH,
        "S1 has soil samples of 2 points for WP-2, 3 are needed");
  }

  @Test
  void points_are_all_sampled_again_or_none_of_them() {
    List<Datum> rows = new ArrayList<>();
    for (Datum row : valid.data()) {
      String sample = row.sample().orElse("");
      rows.add(
          row.stratum().equals("S1") && sample.startsWith("WP-2-P03")
              ? Edited.with(row, "/sample", "\"" + sample.replace("P03", "P33") + "\"")
              : row);
    }
    isRefused(
        new SubmitMonitoringReport(
            rows, valid.documents(), valid.gapExplanation(), valid.period(), PROJECT),
        ErrorCode.STRATA_MISMATCH,
        "S1 WP",
        "P01, P02");
  }

  @Test
  void cores_that_are_not_deep_enough_are_refused() {
    isRefused(
        Edited.with(valid, "/data/" + indexOf("SOIL_MASS", "WP-2-P01-L2") + "/value", "\"1\""),
        ErrorCode.DATA_OUT_OF_RANGE,
        "S1, sample WP-2-P01 lack",
        "Mg/ha");
  }

  @Test
  void strata_are_sampled_together() {
    isRefused(
        Edited.with(valid, "/data/" + indexOf("SOIL_YEARS", "") + "/value", "\"3\""),
        ErrorCode.STRATA_MISMATCH,
        "SOIL_YEARS S2 is 2, elsewhere 3");
  }

  @Test
  void a_herd_that_fell_needs_its_displacement_stated_or_its_slaughter_shown() {
    SubmitMonitoringReport fewer = Edited.with(valid, "/data/0/value", "\"5000\"");
    isRefused(fewer, ErrorCode.STRATA_MISMATCH, "LK_DISPLACED is missing");
    String slaughtered =
        "{\"stratum\":\"S1\",\"symbol\":\"SLAUGHTERED\",\"unit\":\"1\",\"value\":\"%s\","
            + "\"year\":2024}";
    isRefused(
        Edited.with(fewer, "/data/-", String.format(slaughtered, "0.5")),
        ErrorCode.DATA_OUT_OF_RANGE,
        "SLAUGHTERED of S1 is 0.5, not 0 or 1");
    assertThat(quantify(Edited.with(fewer, "/data/-", String.format(slaughtered, "1"))).total())
        .isGreaterThan(quantify(valid).total());
  }

  @Test
  void half_a_woody_stock_is_refused() {
    isRefused(
        Edited.with(valid, "/data/-", row("WP-2", "C_TREE", "t C/ha", "3")),
        ErrorCode.STRATA_MISMATCH,
        "C_TREE of S1, sample WP-1 is missing");
  }

  /** Whatever is broken, the answer is a worksheet or a refusal with a code and a sentence. */
  @Test
  void rows_broken_at_random_are_computed_or_refused_and_nothing_else() {
    Random random = new Random(42);
    String[] values = {"0", "-1", "0.000000000001", "999999999999999", "1", "6000", "0.5"};
    String[] samples = {"WP-1", "WP-2-P01", "WP-1-L1", "BSL-2-P03-L2", "BSL-1-P01-L9", "A"};
    for (int i = 0; i < 600; i++) {
      List<Datum> rows = new ArrayList<>(valid.data());
      for (int j = 0; j <= random.nextInt(3); j++) {
        int index = random.nextInt(rows.size());
        Datum row = rows.get(index);
        switch (random.nextInt(5)) {
          case 0 -> rows.remove(index);
          case 1 -> rows.add(row);
          case 2 -> rows.set(index, Edited.with(row, "/value", quoted(random, values)));
          case 3 -> rows.set(index, Edited.with(row, "/sample", quoted(random, samples)));
          default ->
              rows.set(index, Edited.with(row, "/year", random.nextBoolean() ? "2023" : "2025"));
        }
      }
      try {
        quantify(
            new SubmitMonitoringReport(
                rows, valid.documents(), valid.gapExplanation(), valid.period(), PROJECT));
      } catch (RegistryException refusal) {
        assertThat(refusal.code())
            .isIn(ErrorCode.UNKNOWN_DATUM, ErrorCode.DATA_OUT_OF_RANGE, ErrorCode.STRATA_MISMATCH);
        assertThat(refusal.getMessage()).isNotBlank();
      }
    }
  }

  private static String quoted(Random random, String[] choices) {
    return "\"" + choices[random.nextInt(choices.length)] + "\"";
  }
}
