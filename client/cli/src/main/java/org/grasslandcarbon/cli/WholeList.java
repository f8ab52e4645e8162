// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/** All items of a list that is short enough to be held: books of a venue, one's own accounts. */
public final class WholeList {
  /** The most that a gateway gives in one page. */
  private static final int PAGE_MOST = 200;

  /** Some 20,000 items: whoever has more does not look at them in a terminal. */
  private static final int PAGES_MOST = 100;

  private WholeList() {}

  /** Every item. */
  public static List<JsonNode> of(Reads reads, View view) {
    return of(reads, view, Map.of());
  }

  /**
   * Every item that passes some filters.
   *
   * @throws NotDone when there are too many: a part that was taken for all would mislead
   */
  public static List<JsonNode> of(Reads reads, View view, Map<String, String> filters) {
    List<JsonNode> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int pages = 0; pages < PAGES_MOST; pages++) {
      Map<String, String> asked = new LinkedHashMap<>(filters);
      asked.put("limit", Integer.toString(PAGE_MOST));
      cursor.ifPresent(text -> asked.put("cursor", text));
      Page page = reads.list(view, asked);
      all.addAll(page.items());
      cursor = page.next();
      if (cursor.isEmpty()) {
        return all;
      }
    }
    throw new NotDone(
        "该列表过长（" + view.title().zh() + "）；请用筛选条件缩小范围。",
        "This list is too long (" + view.title().en() + "): narrow it with filters.");
  }
}
