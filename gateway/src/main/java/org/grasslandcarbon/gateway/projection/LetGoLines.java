// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.View;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Lines of statements that were let go. Of each account the newest of the old lines stays: what
 * there was when the lines after it begin. A position a statement says up to where lines were let
 * go, so that nothing is marked.
 */
public final class LetGoLines {
  /** The statements, of credits and of money. */
  static final List<View> STATEMENTS = List.of(CreditViews.STATEMENT, MarketViews.CASH_STATEMENT);

  private final JdbcTemplate jdbc;
  private final Layout layout;

  LetGoLines(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /**
   * The first day in Beijing from which on a statement is whole; empty where nothing of it was let
   * go.
   *
   * @param statement which one
   * @param owner whose; empty for those of all together
   */
  public Optional<LocalDate> wholeFrom(View statement, Optional<ParticipantId> owner) {
    long to = layout.linesLetGoTo(statement);
    if (to < 0) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>(List.of(to));
    owner.ifPresent(each -> values.add(each.value()));
    OffsetDateTime newest =
        jdbc.queryForObject(
            "SELECT MAX(c_at) FROM "
                + layout.table(statement)
                + " WHERE seq <= ?"
                + (owner.isPresent() ? " AND c_owner = ?" : ""),
            OffsetDateTime.class,
            values.toArray());
    return Optional.ofNullable(newest).map(at -> BeijingTime.day(at.toInstant()).plusDays(1));
  }

  /** The first day from which on both statements of somebody are whole. */
  public Optional<LocalDate> wholeFrom(ParticipantId owner) {
    return STATEMENTS.stream()
        .map(each -> wholeFrom(each, Optional.of(owner)))
        .flatMap(Optional::stream)
        .max(LocalDate::compareTo);
  }

  /**
   * Lets go of lines before the first that is not older than an instant.
   *
   * @return how many were looked at; fewer than {@code most} when that is all
   */
  int letGo(View statement, Instant before, int most) {
    Map<List<String>, Long> newest = new LinkedHashMap<>();
    long[] last = {-1};
    int[] looked = {0};
    jdbc.query(
        "SELECT seq, c_owner, c_asset, c_at FROM "
            + layout.table(statement)
            + " WHERE seq > ? ORDER BY seq FETCH FIRST "
            + most
            + " ROWS ONLY",
        (ResultSetExtractor<Void>)
            rows -> {
              while (rows.next()) {
                if (!rows.getObject(4, OffsetDateTime.class).toInstant().isBefore(before)) {
                  // What stands behind it waits for it: one position says what was let go.
                  return null;
                }
                last[0] = rows.getLong(1);
                newest.put(Arrays.asList(rows.getString(2), rows.getString(3)), last[0]);
                looked[0]++;
              }
              return null;
            },
        layout.linesLetGoTo(statement));
    if (looked[0] > 0) {
      List<Object[]> older = new ArrayList<>();
      newest.forEach(
          (account, seq) -> older.add(new Object[] {account.get(0), account.get(1), seq}));
      Batches.update(
          jdbc,
          "DELETE FROM "
              + layout.table(statement)
              + " WHERE c_owner = ? AND c_asset = ? AND seq < ?",
          older);
      layout.linesLetGoTo(statement, last[0]);
    }
    return looked[0];
  }
}
