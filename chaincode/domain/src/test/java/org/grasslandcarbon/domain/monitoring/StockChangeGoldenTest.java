// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.DateRange;
import org.junit.jupiter.api.Test;

/**
 * A complete worksheet of {@code GCS-SC}, byte for byte: an algorithm's id means the same
 * computation for ever. The file is never changed; an algorithm that must change gets a new id.
 */
class StockChangeGoldenTest {
  private static final Path FILE = Path.of("src/test/resources/golden/QUANTIFICATION.sc.json");

  private static ReportQuantification computed() {
    Science science = ExampleStockChange.ipcc2006().science();
    List<Stratum> strata = StockChangeProject.strata();
    List<Datum> data = StockChangeProject.data(2023, 2024, "0.8");
    DateRange period = ExampleReport.submission().period();
    Quantification quantification =
        Algorithms.find("GCS-SC")
            .orElseThrow()
            .quantify(
                new Subject(
                    data, science.byName(), period, period.from(), strata, science.uncertainty()));
    return new ReportQuantification(
        data,
        Optional.empty(),
        quantification,
        ExampleReport.ID,
        ReportQuantification.Round.SUBMITTED);
  }

  @Test
  void the_worksheet_of_the_example_keeps_its_bytes() throws IOException {
    byte[] written = Codec.write(computed());
    if (Boolean.getBoolean("regenerate") && !Files.exists(FILE)) {
      Files.write(FILE, written);
    }
    assertThat(Codec.text(computed())).isEqualTo(Files.readString(FILE));
  }

  @Test
  void the_tonnes_of_the_example_can_be_followed_to_their_roots() {
    Quantification done = computed().quantification();
    for (Quantification.Vintage vintage : done.vintages()) {
      Optional<Quantification.Line> root =
          done.lines().stream()
              .filter(line -> line.symbol().equals("ERR_NET " + vintage.year()))
              .findFirst();
      assertThat(root.orElseThrow().value().value()).isEqualByComparingTo(vintage.tonnes().value());
    }
    List<String> equations =
        Algorithms.find("GCS-SC").orElseThrow().equations().stream()
            .map(each -> each.id())
            .toList();
    assertThat(equations).doesNotHaveDuplicates();
    assertThat(done.lines()).allMatch(line -> equations.contains(line.equation()));
  }
}
