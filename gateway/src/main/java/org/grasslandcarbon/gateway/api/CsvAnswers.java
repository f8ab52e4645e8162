// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes whole lists as CSV (RFC 4180), row by row, with the column names that carbon registries
 * use. Begins with a byte order mark, without which spreadsheets take Chinese for something else.
 */
final class CsvAnswers extends AbstractHttpMessageConverter<ListAnswer> {
  /** A larger list is refused rather than cut off: nobody would see that rows are missing. */
  static final long ROWS_MOST = 500_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Reader reader;

  CsvAnswers(Reader reader) {
    super(StandardCharsets.UTF_8, new MediaType("text", "csv", StandardCharsets.UTF_8));
    this.reader = reader;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == ListAnswer.class;
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected ListAnswer readInternal(Class<? extends ListAnswer> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nothing is read as CSV", message);
  }

  @Override
  protected void writeInternal(ListAnswer list, HttpOutputMessage message) throws IOException {
    long rows = reader.count(list.listing(), list.filter());
    if (rows > ROWS_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          rows + " rows are more than " + ROWS_MOST + ": choose narrower filters");
    }
    message
        .getHeaders()
        .set(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + list.name() + ".csv\"");
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    writer.write(row(list.csv().stream().map(ListAnswer.CsvColumn::header).toList()));
    reader.each(list.listing(), list.filter(), item -> write(writer, list, item));
    writer.flush();
  }

  private static void write(Writer writer, ListAnswer list, ObjectNode item) {
    try {
      writer.write(
          row(list.csv().stream().map(column -> text(item.at(column.pointer()))).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String row(List<String> fields) {
    return String.join(",", fields) + "\r\n";
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isNumber() || value.isBoolean()) {
      return value.asString();
    }
    if (value.isArray()) {
      return field(String.join("; ", value.values().stream().map(JsonNode::asString).toList()));
    }
    return field(value.isString() ? value.stringValue() : value.toString());
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
