// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes whole lists in a format of files. */
abstract class ExportAnswers extends AbstractHttpMessageConverter<ListAnswer> {
  private final Reader reader;
  private final SerialMoves moves;
  private final String ending;
  private final long rowsMost;

  /**
   * @param ending of the file's name
   * @param rowsMost the most rows of a file; a longer list is refused rather than cut off, since
   *     nobody would see that rows are missing
   */
  ExportAnswers(Reader reader, SerialMoves moves, MediaType type, String ending, long rowsMost) {
    super(StandardCharsets.UTF_8, type);
    this.reader = reader;
    this.moves = moves;
    this.ending = ending;
    this.rowsMost = rowsMost;
  }

  /** Writes headings and rows. */
  abstract void write(ListAnswer list, OutputStream out) throws IOException;

  /** Hands over every row of a list: texts, numbers and truth values in the headings' order. */
  final void eachRow(ListAnswer list, RowWriter writer) {
    Optional<ForeignRows> foreign =
        list.form()
            .schema()
            .map(any -> new ForeignRows(list.form(), list.selection().view(), reader, moves));
    reader.each(
        list.selection(),
        item -> {
          try {
            ObjectNode shown = list.shown().apply(item);
            if (foreign.isEmpty()) {
              writer.write(list.row(shown).stream().map(ExportAnswers::readable).toList());
            } else {
              for (List<JsonNode> row : foreign.get().rows(shown)) {
                writer.write(row.stream().map(ExportAnswers::plain).toList());
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static JsonNode readable(JsonNode value) {
    return value.isNumber() || value.isBoolean() ? value : stringOf(text(value));
  }

  /** As it is: others have times in UTC. */
  private static JsonNode plain(JsonNode value) {
    return value.isNumber() || value.isBoolean() || value.isString() ? value : stringOf("");
  }

  private static JsonNode stringOf(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  /** Writes a row. */
  interface RowWriter {
    void write(List<JsonNode> row) throws IOException;
  }

  /**
   * A value as people read it: nothing for none, times in Beijing time, the elements of a list with
   * semicolons between.
   */
  static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return String.join("; ", value.values().stream().map(ExportAnswers::text).toList());
    }
    return value.isObject() ? value.toString() : BeijingTime.readable(value.asString());
  }

  @Override
  protected final void writeInternal(ListAnswer list, HttpOutputMessage message)
      throws IOException {
    if (list.paging().chosen()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("文件包含整个列表：请去掉 limit 和 cursor，或改要 JSON")
              .en("a file has the whole list: leave out limit and cursor, or ask for JSON"));
    }
    long rows = reader.count(list.selection());
    if (rows > rowsMost) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("共 %s 行，超过 %s 行：请缩小筛选范围")
              .en("%s rows are more than %s: choose narrower filters", rows, rowsMost));
    }
    message
        .getHeaders()
        .set(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + fileName(list) + "." + ending + "\"");
    write(list, message.getBody());
  }

  private static String fileName(ListAnswer list) {
    return list.form().schema().map(schema -> schema.text() + "-").orElse("") + list.name();
  }

  @Override
  protected final boolean supports(Class<?> type) {
    return type == ListAnswer.class;
  }

  @Override
  protected final boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected final ListAnswer readInternal(
      Class<? extends ListAnswer> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("no list is read", message);
  }
}
