// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.junit.jupiter.api.Test;

/** The reference page says what the code does. */
class StockChangePageTest {
  private static final Path PAGE = Path.of("../../docs/reference/methodologies.md");

  private static String section() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("## GCS-SC\n");
    return page.substring(from, page.indexOf("\n## ", from + 1));
  }

  @Test
  void every_equation_stands_on_the_page_with_its_unit() throws IOException {
    String section = section();
    for (Equation each : StockChangeEquations.all()) {
      assertThat(section)
          .contains(
              String.format(
                  "| %s | `%s` | %s | %s |",
                  each.id(), each.formula().replace("|", "\\|"), each.unit(), each.name().en()));
    }
  }

  @Test
  void every_group_of_parameters_and_every_datum_stands_on_the_page() throws IOException {
    String section = section();
    Parameters parameters = new Parameters(ExampleStockChange.ipcc2006().science().parameters());
    for (Parameter each : ExampleStockChange.ipcc2006().science().parameters()) {
      assertThat(section).contains("`" + each.name().split("\\.", 2)[0]);
    }
    for (DatumType each : new StockChange().data(parameters)) {
      assertThat(section).contains("`" + each.symbol().split("\\.", 2)[0]);
    }
  }

  @Test
  void the_examples_of_a_stratum_and_of_rows_can_be_read() throws IOException {
    List<String> examples =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
            .matcher(section())
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(examples).hasSize(2);
    Stratum stratum = Codec.read(examples.get(0), Stratum.class);
    assertThat(stratum.choices()).hasSameSizeAs(new StockChange().choices());
    for (Datum row : Codec.read(examples.get(1), Datum[].class)) {
      assertThat(StockChangeCase.unit(row.symbol())).isEqualTo(row.unit());
      row.sample().ifPresent(name -> assertThat(SampleId.parse(name)).isPresent());
    }
  }
}
