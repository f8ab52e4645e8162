// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Rows of a document as a workbook. Texts are stored as texts and numbers as numbers. */
public final class RowsWorkbook {
  /** The longest that spreadsheets take for a cell. */
  private static final int CELL_MOST = 32_767;

  private static final String CUT = " … (CSV)";

  /** Where the library writes the time at which it is used. */
  private static final String PROPERTIES = "docProps/core.xml";

  private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";

  /** The first that a ZIP can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private RowsWorkbook() {}

  /** What is cut says so: half a list of serial numbers must not look like the whole. */
  public static String fitting(String text) {
    return text.length() <= CELL_MOST ? text : text.substring(0, CELL_MOST - CUT.length()) + CUT;
  }

  /** Writes a workbook with one sheet. */
  public static void write(String sheet, List<List<Object>> rows, OutputStream out)
      throws IOException {
    ByteArrayOutputStream dated = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(dated, "Grassland", "1.0")) {
      Worksheet on = workbook.newWorksheet(sheet);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          Object value = rows.get(row).get(column);
          if (value instanceof Number number) {
            on.value(row, column, number);
          } else if (value instanceof Boolean truth) {
            on.value(row, column, truth);
          } else {
            on.value(row, column, fitting(value.toString()));
          }
        }
      }
    }
    writeUndated(dated.toByteArray(), out);
  }

  /** The same without the times that the library and the ZIP have put into it. */
  private static void writeUndated(byte[] dated, OutputStream out) throws IOException {
    ZipOutputStream undated = new ZipOutputStream(out);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(dated))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        undated.putNextEntry(copy);
        if (entry.getName().equals(PROPERTIES)) {
          String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          undated.write(text.replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
        } else {
          in.transferTo(undated);
        }
        undated.closeEntry();
      }
    }
    undated.finish();
  }
}
