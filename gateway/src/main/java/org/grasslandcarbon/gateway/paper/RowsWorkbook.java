// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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

  /**
   * A sheet.
   *
   * @param name at most 31 characters
   * @param rows its rows from the top
   */
  public record Sheet(String name, List<List<Object>> rows) {
    public Sheet {
      rows = List.copyOf(rows);
    }
  }

  /** What is cut says so: half a list of serial numbers must not look like the whole. */
  public static String fitting(String text) {
    return text.length() <= CELL_MOST ? text : text.substring(0, CELL_MOST - CUT.length()) + CUT;
  }

  /** Writes a workbook. */
  public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    Path dated = Files.createTempFile("workbook", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(dated)) {
        writeDated(sheets, file);
      }
      writeUndated(dated, out);
    } finally {
      Files.delete(dated);
    }
  }

  private static void writeDated(List<Sheet> sheets, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Grassland", "1.0")) {
      for (Sheet sheet : sheets) {
        write(sheet.rows(), workbook.newWorksheet(sheet.name()));
      }
    }
  }

  private static void write(List<List<Object>> rows, Worksheet on) {
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

  /**
   * The same without the times that the library and the ZIP have put into it. It is read from a
   * file because the library leaves lengths to the directory at its end, which a stream comes to
   * last.
   */
  private static void writeUndated(Path dated, OutputStream out) throws IOException {
    ZipOutputStream undated = new ZipOutputStream(out);
    try (ZipFile in = new ZipFile(dated.toFile())) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        undated.putNextEntry(copy);
        try (InputStream part = in.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
            undated.write(text.replaceAll(CREATED, "").getBytes(StandardCharsets.UTF_8));
          } else {
            part.transferTo(undated);
          }
        }
        undated.closeEntry();
      }
    }
    undated.finish();
  }
}
