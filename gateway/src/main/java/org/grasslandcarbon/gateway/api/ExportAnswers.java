// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;

/** Writes whole lists in a format of files. */
abstract class ExportAnswers extends AbstractHttpMessageConverter<ListAnswer> {
  private final Reader reader;
  private final String ending;
  private final long rowsMost;

  /**
   * @param ending of the file's name
   * @param rowsMost the most rows of a file; a longer list is refused rather than cut off, since
   *     nobody would see that rows are missing
   */
  ExportAnswers(Reader reader, MediaType type, String ending, long rowsMost) {
    super(StandardCharsets.UTF_8, type);
    this.reader = reader;
    this.ending = ending;
    this.rowsMost = rowsMost;
  }

  /** Writes headings and rows. */
  abstract void write(ListAnswer list, OutputStream out) throws IOException;

  /** Hands over every row of a list: values in the order of the headings. */
  final void eachRow(ListAnswer list, RowWriter writer) {
    reader.each(
        list.selection(),
        item -> {
          try {
            writer.write(list.row(list.shown().apply(item)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Writes a row. */
  interface RowWriter {
    void write(List<JsonNode> row) throws IOException;
  }

  /** A value as a text: nothing for none, the elements of a list with semicolons between. */
  static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isArray()) {
      return String.join("; ", value.values().stream().map(JsonNode::asString).toList());
    }
    return value.isObject() ? value.toString() : value.asString();
  }

  @Override
  protected final void writeInternal(ListAnswer list, HttpOutputMessage message)
      throws IOException {
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
            "attachment; filename=\"" + list.name() + "." + ending + "\"");
    write(list, message.getBody());
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
