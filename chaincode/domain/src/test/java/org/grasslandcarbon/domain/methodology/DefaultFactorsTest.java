// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.value.Decimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of default factors, and the example versions that are said to follow it. */
class DefaultFactorsTest {
  private static final Path TABLE = Path.of("../../docs/reference/default-factors.csv");

  /** The parameters of an edition by name, as one would publish them. */
  private static Map<String, Parameter> edition(String edition) throws IOException {
    Map<String, Parameter> found = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(TABLE);
    assertThat(lines.get(0)).isEqualTo("edition,name,value,unit,least,most,document,place,read");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(9);
      assertThat(cells[6] + cells[7] + cells[8]).as(line).isNotBlank();
      if (cells[0].equals(edition)) {
        Optional<Parameter.Range> range =
            cells[4].isEmpty()
                ? Optional.empty()
                : Optional.of(new Parameter.Range(Decimal.of(cells[4]), Decimal.of(cells[5])));
        Parameter parameter =
            new Parameter(
                cells[1], cells[6] + ", " + cells[7], range, cells[3], Decimal.of(cells[2]));
        assertThat(found.put(cells[1], parameter)).as("%s stands once", line).isNull();
      }
    }
    assertThat(found).as(edition).isNotEmpty();
    return found;
  }

  record Version(PublishMethodology published, List<String> editions, int least) {}

  static List<Version> versions() {
    return List.of(
        new Version(ExampleMethodology.tier1(), List.of("AR5", "IPCC-2006"), 7),
        new Version(ExampleStockChange.ipcc2006(), List.of("AR5", "IPCC-2006"), 22),
        new Version(ExampleStockChange.ipcc2019(), List.of("AR5", "IPCC-2019"), 14),
        new Version(ExampleMethodology.flagged(), List.of("AR5", "IPCC-2006"), 7),
        new Version(ExampleStockChange.flagged(), List.of("AR5", "IPCC-2006"), 22));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void an_example_version_has_the_numbers_units_and_ranges_of_its_editions(Version version)
      throws IOException {
    int compared = 0;
    for (String edition : version.editions) {
      Map<String, Parameter> table = edition(edition);
      for (Parameter each : version.published.science().parameters()) {
        Parameter known = table.get(each.name());
        if (known != null) {
          compared++;
          assertThat(List.of(each.value(), each.unit(), each.uncertainty()))
              .as("%s of %s", each.name(), edition)
              .isEqualTo(List.of(known.value(), known.unit(), known.uncertainty()));
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(version.least);
  }

  @Test
  void every_set_of_warming_potentials_has_both_gases() throws IOException {
    for (String edition : List.of("SAR", "TAR", "AR4", "AR5", "AR5-FEEDBACK", "AR6")) {
      assertThat(edition(edition)).containsOnlyKeys("GWP_CH4", "GWP_N2O");
    }
  }
}
