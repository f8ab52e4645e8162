// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.value.DateRange;

/** Files as people fill them in, and as nobody should, read with the example project's data. */
final class Filled {
  static final Methodology METHODOLOGY =
      new Projects()
          .ledger
          .find(Methodology.key(ExampleProject.DESIGN.methodology()))
          .orElseThrow();
  static final DateRange PERIOD =
      new DateRange(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31));

  /** The example report as a table. */
  static final String GOOD =
      """
      stratum,year,MANAGED_AREA [ha],HEAD.SHEEP [head],FUEL.DIESEL [L]
      S1,2023,2800,6000,1200
      S2,2023,1400,2000,900
      S1,2024,3000,6100,1100
      S2,2024,1400,2050,950
      """;

  private final Path folder;
  private int files;

  Filled(Path folder) {
    this.folder = folder;
  }

  Path file(byte[] content) {
    try {
      return Files.write(folder.resolve("file-" + files++), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path csv(String text, Charset charset) {
    return file(text.getBytes(charset));
  }

  Path csv(String text) {
    return csv(text, StandardCharsets.UTF_8);
  }

  /** A workbook with one sheet, whose rows are given as SpreadsheetML. */
  Path xlsx(String sheetName, String sheetData) {
    return xlsx(sheetName, sheetData, Map.of());
  }

  /** The same with further parts, or with others in the place of these. */
  Path xlsx(String sheetName, String sheetData, Map<String, String> more) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r='urn:r'><sheets><sheet name='"
            + sheetName
            + "' sheetId='1' r:id='rId1'/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1'"
            + " Target='worksheets/sheet1.xml'/></Relationships>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\"年\"'/>"
            + "<numFmt numFmtId='165' formatCode='0.00\" days\"'/></numFmts><cellXfs>"
            + "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/>"
            + "</cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>");
    parts.putAll(more);
    Path file = folder.resolve("file-" + files++);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  static MonitoringImport.Imported read(Path... files) {
    return read(Limits.LOCAL, files);
  }

  static MonitoringImport.Imported read(Limits limits, Path... files) {
    try {
      return MonitoringImport.read(
          List.of(files), METHODOLOGY, ExampleProject.DESIGN.strata(), PERIOD, limits, rows -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
