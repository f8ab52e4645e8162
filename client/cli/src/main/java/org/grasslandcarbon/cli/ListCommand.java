// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A command that shows a list: as many pages as are needed for the rows asked for. */
public abstract class ListCommand extends RegistryCommand {
  /** The most that a gateway gives in one page. */
  private static final int PAGE_MOST = 200;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = {"最多显示的行数。", "Most rows to show. Default: ${DEFAULT-VALUE}"})
  private int limit;

  /** The filters that the options give. */
  protected abstract void filter(Filters filters);

  /** What must be there before the first page, such as a key whose passphrase a person types. */
  protected void prepare(Session session) {
    // Public lists need nothing.
  }

  /** One page. */
  protected abstract Page page(Session session, Map<String, String> filters);

  /** The columns for people. */
  protected abstract Table<JsonNode> table(Session session);

  /** Query parameters; those that are not given are left out. */
  protected static final class Filters {
    private final Map<String, String> values = new LinkedHashMap<>();

    public void add(String name, Object value) {
      if (value != null) {
        values.put(name, value.toString());
      }
    }
  }

  @Override
  protected final void perform(Session session) {
    if (limit < 1) {
      throw new UsageException("--limit 至少为 1。", "--limit is at least 1.");
    }
    prepare(session);
    Filters filters = new Filters();
    filter(filters);
    List<JsonNode> rows = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    long total;
    do {
      Map<String, String> query = new LinkedHashMap<>(filters.values);
      query.put("limit", Integer.toString(Math.min(PAGE_MOST, limit - rows.size())));
      cursor.ifPresent(text -> query.put("cursor", text));
      Page page = session.progress().during(calledAs(), () -> page(session, query));
      rows.addAll(page.items());
      cursor = page.next();
      total = page.total();
    } while (cursor.isPresent() && rows.size() < limit);
    List<JsonNode> shown = rows.subList(0, Math.min(limit, rows.size()));
    if (session.isForPrograms()) {
      session.document(Codec.tree(Map.of("items", shown, "total", total)));
      return;
    }
    session.table(table(session), shown);
    session.hint(
        "共 " + total + " 项，显示 " + shown.size() + " 项", "(" + shown.size() + " of " + total + ")");
  }
}
