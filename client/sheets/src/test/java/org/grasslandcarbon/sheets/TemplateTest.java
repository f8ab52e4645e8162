// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {
  @TempDir Path folder;

  private final Template template =
      new Template(Filled.METHODOLOGY, ExampleProject.DESIGN.strata(), Optional.of(Filled.PERIOD));

  private String csv() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    template.writeCsv(DataTable.ACTIVITY, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private byte[] xlsx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    template.writeXlsx(out);
    return out.toByteArray();
  }

  @Test
  void a_table_has_headings_with_units_names_in_both_languages_and_a_row_a_stratum_and_year()
      throws IOException {
    List<String> lines = csv().lines().toList();
    assertThat(lines.get(0)).startsWith("\uFEFFstratum,year,").contains("HEAD.SHEEP [head]");
    assertThat(lines.get(1)).startsWith("\"# 分层 / Stratum\",年份 / Calendar year,");
    assertThat(lines.get(2)).startsWith("\"#\",").contains("0 to 20 per hectare");
    assertThat(lines.subList(3, lines.size()))
        .containsExactly("S1,2023", "S1,2024", "S2,2023", "S2,2024");
  }

  @Test
  void a_template_that_nobody_filled_in_is_read_as_empty() throws IOException {
    Filled filled = new Filled(folder);
    assertThat(Filled.read(filled.csv(csv())).problems())
        .extracting(CellProblem::code)
        .containsExactly("EMPTY_FILE");
    assertThat(Filled.read(filled.file(xlsx())).problems())
        .extracting(CellProblem::code)
        .containsExactly("EMPTY_FILE");
  }

  @Test
  void texts_that_a_spreadsheet_would_run_are_led_by_an_apostrophe() {
    assertThat(Template.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(Template.harmless("@x")).isEqualTo("'@x");
    assertThat(Template.harmless("S1")).isEqualTo("S1");
  }
}
