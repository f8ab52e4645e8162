// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the answer is data or problems with codes, never a failure. */
class FuzzTest {
  private static final int FILES = 200;
  private static final String[] PIECES = {
    "S1",
    "S2",
    "2023",
    "2024",
    "6000",
    "-1",
    "1e400",
    "NaN",
    "1E5",
    ",",
    ",",
    ",",
    "\n",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    ";",
    "\t",
    "#",
    "分层",
    "六",
    "=",
    "HEAD.SHEEP [head]",
    "stratum",
    "year",
    "sample",
    "[",
    "]",
    "\u0000",
    "\uFEFF",
    "９",
    "1,5",
    "9".repeat(50),
    "WP-1-P01-L1",
    " "
  };

  @TempDir Path folder;

  private void isAnswered(Path file, long seed) {
    MonitoringImport.Imported imported = Filled.read(Limits.SHARED, file);
    assertThat(imported.data().isEmpty())
        .as("seed %s: either data or problems", seed)
        .isEqualTo(!imported.problems().isEmpty());
    assertThat(imported.problems())
        .as("seed %s", seed)
        .allMatch(problem -> !problem.code().isEmpty() && !problem.zh().isEmpty());
  }

  @Test
  void any_text_is_answered() {
    Filled filled = new Filled(folder);
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(random.nextBoolean() ? Filled.GOOD : "");
      int changes = random.nextInt(60);
      for (int i = 0; i < changes; i++) {
        text.insert(random.nextInt(text.length() + 1), PIECES[random.nextInt(PIECES.length)]);
      }
      isAnswered(filled.csv(text.toString(), StandardCharsets.UTF_8), seed);
    }
  }

  @Test
  void any_bytes_are_answered() {
    Filled filled = new Filled(folder);
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      isAnswered(filled.file(bytes), seed);
    }
  }

  @Test
  void any_survey_is_answered() throws IOException {
    Filled filled = new Filled(folder);
    Survey survey = new Survey();
    String[] tables = {survey.heads(), survey.points(), survey.values()};
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(tables[random.nextInt(tables.length)]);
      int changes = 1 + random.nextInt(20);
      for (int i = 0; i < changes; i++) {
        text.insert(random.nextInt(text.length() + 1), PIECES[random.nextInt(PIECES.length)]);
      }
      SamplingImport.Imported imported =
          SamplingImport.read(
              List.of(filled.csv(text.toString(), StandardCharsets.UTF_8)),
              survey.methodology,
              StockChangeProject.strata(),
              Limits.SHARED,
              rows -> {},
              () -> {});
      assertThat(imported.samplings()).as("seed %s: a third of a survey", seed).isEmpty();
      assertThat(imported.problems()).as("seed %s", seed).isNotEmpty();
    }
  }

  @Test
  void any_damaged_workbook_is_answered() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Template(Filled.METHODOLOGY, ExampleProject.DESIGN.strata(), Optional.of(Filled.PERIOD))
        .writeXlsx(out);
    byte[] good = out.toByteArray();
    Path file = folder.resolve("damaged");
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] damaged = good.clone();
      int changes = 1 + random.nextInt(8);
      for (int i = 0; i < changes; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      isAnswered(Files.write(file, damaged), seed);
    }
  }

  @Test
  void any_sheet_is_answered() {
    String[] pieces = {
      "<row>",
      "</row>",
      "<row r='1'>",
      "<row r='-1'>",
      "<row r='x'>",
      "<c>",
      "</c>",
      "<c r='A1'>",
      "<c t='s'>",
      "<c t='n' s='1'>",
      "<c s='99999999999'>",
      "<v>",
      "</v>",
      "<f>",
      "</f>",
      "<is>",
      "</is>",
      "<t>",
      "</t>",
      "1",
      "x",
      "1E9999999999",
      "&amp;",
      "&x;",
      "<c t='inlineStr'>",
      "stratum"
    };
    Filled filled = new Filled(folder);
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      StringBuilder sheet = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        sheet.append(pieces[random.nextInt(pieces.length)]);
      }
      isAnswered(filled.xlsx(Template.sheetName(DataTable.ACTIVITY), sheet.toString()), seed);
    }
  }
}
