// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * Lists as CSV (RFC 4180). In our columns a file begins with a byte order mark, without which
 * spreadsheets take Chinese for something else; in those of others, which programs read, only where
 * it is for Excel.
 */
final class CsvAnswers extends ExportAnswers {
  /** What a spreadsheet still opens. */
  private static final long ROWS_MOST = 500_000;

  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What Excel takes for a number or a date, and shows as another one. */
  private static final Pattern TAKEN_FOR_A_NUMBER = Pattern.compile("[0-9][0-9.,:/Ee+-]*");

  CsvAnswers(Reader reader, SerialMoves moves) {
    super(reader, moves, new MediaType("text", "csv", StandardCharsets.UTF_8), "csv", ROWS_MOST);
  }

  @Override
  void write(ListAnswer list, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    FileForm form = list.form();
    if (form.schema().isEmpty() || form.excel()) {
      writer.write(BYTE_ORDER_MARK);
    }
    writer.write(line(list.headings()));
    eachRow(
        list,
        row -> writer.write(line(row.stream().map(value -> cell(value, form.excel())).toList())));
    writer.flush();
  }

  static String line(List<String> fields) {
    return String.join(",", fields) + "\r\n";
  }

  /** Codes of digits stay texts in Excel where they are written as what gives a text. */
  static String cell(JsonNode value, boolean excel) {
    if (value.isNumber() || value.isBoolean()) {
      return value.asString();
    }
    String text = value.asString();
    return excel && TAKEN_FOR_A_NUMBER.matcher(text).matches()
        ? "\"=\"\"" + text + "\"\"\""
        : field(text);
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
