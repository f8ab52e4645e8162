// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grasslandcarbon.gateway.paper.RowsWorkbook;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Lists as workbooks, written as a stream. A text is stored as a text, so that no spreadsheet takes
 * a serial number for a figure or a statement for a formula.
 */
final class XlsxAnswers extends ExportAnswers {
  static final MediaType TYPE = MediaType.valueOf(ImportController.XLSX);

  /** A sheet has a million rows; this many are written in some seconds. */
  private static final long ROWS_MOST = 100_000;

  private static final int ROWS_A_FLUSH = 500;

  XlsxAnswers(Reader reader, SerialMoves moves) {
    super(reader, moves, TYPE, "xlsx", ROWS_MOST);
  }

  @Override
  void write(ListAnswer list, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Grassland", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(list.name());
      int column = 0;
      for (String heading : list.headings()) {
        sheet.value(0, column++, heading);
      }
      int[] number = {0};
      eachRow(
          list,
          row -> {
            write(sheet, ++number[0], row);
            if (number[0] % ROWS_A_FLUSH == 0) {
              sheet.flush();
            }
          });
    }
  }

  private static void write(Worksheet sheet, int number, List<JsonNode> row) {
    for (int column = 0; column < row.size(); column++) {
      JsonNode value = row.get(column);
      if (value.isNumber()) {
        sheet.value(number, column, value.decimalValue());
      } else if (value.isBoolean()) {
        sheet.value(number, column, value.booleanValue());
      } else {
        sheet.value(number, column, RowsWorkbook.fitting(value.asString()));
      }
    }
  }
}
