// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.problem.Problem;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Page;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the API's answers in the registry's own JSON, the same that the ledger stores. */
final class JsonAnswers extends AbstractHttpMessageConverter<Object> {
  private static final Set<String> OURS =
      Set.of(JsonAnswers.class.getPackageName(), Problem.class.getPackageName());

  private final Reader reader;

  JsonAnswers(Reader reader) {
    super(
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_PROBLEM_JSON,
        MediaType.valueOf("application/schema+json"),
        MediaType.valueOf("application/geo+json"));
    this.reader = reader;
  }

  /**
   * A page of a list.
   *
   * @param items the page
   * @param next the cursor of the next page; absent on the last
   * @param total how many items the whole list has, as far as they were counted
   * @param totalIsLeast present where there are more than were counted
   */
  record ListPage(
      List<ObjectNode> items, Optional<String> next, long total, Optional<Boolean> totalIsLeast) {
    static ListPage of(Page page, UnaryOperator<ObjectNode> shown) {
      OptionalLong next = page.next();
      return new ListPage(
          page.items().stream().map(shown).toList(),
          next.isPresent() ? Optional.of(Paging.cursor(next.getAsLong())) : Optional.empty(),
          page.total(),
          page.totalIsLeast() ? Optional.of(true) : Optional.empty());
    }
  }

  @Override
  protected boolean supports(Class<?> type) {
    return JsonNode.class.isAssignableFrom(type) || OURS.contains(type.getPackageName());
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("nothing is read as JSON", message);
  }

  @Override
  protected void writeInternal(Object answer, HttpOutputMessage message) throws IOException {
    message.getBody().write(Codec.write(content(answer)));
  }

  private Object content(Object answer) {
    if (answer instanceof SheetAnswer sheet) {
      return sheet.answer();
    }
    return answer instanceof ListAnswer list ? page(list) : answer;
  }

  private ListPage page(ListAnswer list) {
    if (list.form().schema().isPresent()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("schema 用于文件：请改要 text/csv 或 XLSX")
              .en("schema is for files: ask for text/csv or XLSX"));
    }
    Page page = reader.page(list.selection(), list.paging().after(), list.paging().limit());
    return ListPage.of(page, list.shown());
  }
}
