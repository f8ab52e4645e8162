// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsWorkbookTest {
  private static final List<List<Object>> ROWS =
      List.of(
          List.of("项目 Item", "值 Value"),
          List.of("=1+1", 95_000L),
          List.of("控制 \u0001 & <名>", true),
          List.of("", 7));

  private static byte[] workbook(List<List<Object>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowsWorkbook.write(List.of(new RowsWorkbook.Sheet("note", rows)), out);
    return out.toByteArray();
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void a_workbook_says_nothing_of_when_it_was_made(@TempDir Path directory) throws IOException {
    Path dated = directory.resolve("dated.xlsx");
    try (OutputStream out = Files.newOutputStream(dated);
        Workbook workbook = new Workbook(out, "Grassland", "1.0")) {
      workbook.newWorksheet("note").value(0, 0, "x");
    }
    byte[] once = workbook(ROWS);
    try (ZipFile zip = new ZipFile(dated.toFile())) {
      ZipEntry properties = zip.getEntry("docProps/core.xml");
      assertThat(new String(zip.getInputStream(properties).readAllBytes(), StandardCharsets.UTF_8))
          .as("the library does, which is why it is taken out")
          .contains("dcterms:created");
      assertThat(parts(once).keySet())
          .isEqualTo(zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
    }
    assertThat(parts(once).toString()).doesNotContain("dcterms:created");
    assertThat(workbook(ROWS)).isEqualTo(once);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(once))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
      }
    }
  }

  @Test
  void numbers_are_numbers_and_texts_are_texts_whatever_they_look_like() throws IOException {
    Map<String, String> parts = parts(workbook(ROWS));
    String sheet = parts.get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<v>95000</v>").doesNotContain("<f>");
    String texts = parts.toString();
    assertThat(texts).contains("=1+1", "&amp; &lt;").doesNotContain("\u0001");
  }

  @Test
  void what_is_too_long_for_a_cell_says_that_it_was_cut() {
    assertThat(RowsWorkbook.fitting("x".repeat(32_767))).hasSize(32_767).endsWith("x");
    assertThat(RowsWorkbook.fitting("x".repeat(40_000))).hasSize(32_767).endsWith("(CSV)");
  }
}
