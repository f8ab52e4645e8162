// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Lists as CSV (RFC 4180), with the column names that carbon registries use. Begins with a byte
 * order mark, without which spreadsheets take Chinese for something else.
 */
final class CsvAnswers extends ExportAnswers {
  /** What a spreadsheet still opens. */
  private static final long ROWS_MOST = 500_000;

  static final String BYTE_ORDER_MARK = "\uFEFF";

  CsvAnswers(Reader reader) {
    super(reader, new MediaType("text", "csv", StandardCharsets.UTF_8), "csv", ROWS_MOST);
  }

  @Override
  void write(ListAnswer list, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    writer.write(line(list.headings()));
    eachRow(list, row -> writer.write(line(row.stream().map(CsvAnswers::cell).toList())));
    writer.flush();
  }

  static String line(List<String> fields) {
    return String.join(",", fields) + "\r\n";
  }

  private static String cell(JsonNode value) {
    return value.isNumber() || value.isBoolean() ? value.asString() : field(text(value));
  }

  /**
   * A text field. One that a spreadsheet would run as a formula is led by an apostrophe: names and
   * statements are written by strangers, and spreadsheets of East Asia take full-width signs too.
   */
  static String field(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
