// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import java.util.OptionalLong;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks up what somebody may mean: items by parts of their names, blocks and transactions. */
public final class Sought {
  /** What a look-up may take: a hundred times what it does. */
  private static final int QUERY_SECONDS_MOST = 2;

  private final JdbcTemplate jdbc;
  private final Layout layout;

  Sought(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setQueryTimeout(QUERY_SECONDS_MOST);
    this.layout = layout;
  }

  /** The views whose items are found by name. */
  public static List<View> views() {
    return SearchWords.VIEWS;
  }

  /** Whether a word begins in a text, so that something can have it in a name. */
  public static boolean hasWord(String searchable) {
    return !SearchWords.fromFirstWord(searchable).isEmpty();
  }

  /**
   * Ids of items with a name that begins with a text, or in which a word does.
   *
   * @param searchable in the form in which texts are searched
   * @param beginning whether the name itself is to begin so
   */
  public List<String> named(View view, String searchable, boolean beginning, int most) {
    int place = beginning ? SearchWords.BEGINNING : SearchWords.WITHIN;
    return layout.words().find(view, place, searchable, most, jdbc);
  }

  /** The block that has a transaction with outcomes of instructions. */
  public OptionalLong blockOf(String transaction) {
    return jdbc
        .queryForList(
            "SELECT block FROM " + layout.transactions().table() + " WHERE id = ?",
            Long.class,
            transaction)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** The transactions with outcomes of instructions that a block has. */
  public List<String> transactionsOf(long block, int most) {
    return jdbc.queryForList(
        "SELECT id FROM "
            + layout.transactions().table()
            + " WHERE block = ? ORDER BY id FETCH FIRST "
            + most
            + " ROWS ONLY",
        String.class,
        block);
  }
}
