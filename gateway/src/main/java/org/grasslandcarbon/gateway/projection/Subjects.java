// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.ProjectViews;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which entries of the journal tell of which project, batch, instrument or participant. Their ids
 * are of different forms, so that an id alone says which is meant.
 *
 * <p>Only what cannot be found otherwise has a row. What moved credits or money stands in the
 * statements of those whose accounts it moved, and where the serials of a batch went is written
 * down as well: a transfer has no row here, a trade one. What everybody may see always has one, so
 * that it is found without reading what others may not see.
 */
final class Subjects {
  /** The form of the table's name, whatever it was filled under. */
  static final String FORM = "d_subject_[0-9a-f]+";

  private static final String COLUMNS =
      " (subject varchar(100) NOT NULL, seq bigint NOT NULL, is_open boolean NOT NULL,"
          + " PRIMARY KEY (subject, seq))";

  /** Rows looked up by one statement. */
  private static final int ROWS_A_QUERY = 200;

  private static final String ROW = "(CAST(? AS varchar), CAST(? AS bigint), CAST(? AS boolean))";

  /** What decides which rows there are: another text, and the table is filled anew. */
  private static final String MEANING =
      "project report comment batch cancellation instrument participant accreditation key signer";

  private static final Set<String> PUBLIC_ACTIONS = Movements.publicActions();

  private final String table =
      "d_subject_" + Sql.digest(COLUMNS + MEANING + PUBLIC_ACTIONS.toString());

  String table() {
    return table;
  }

  void create(JdbcTemplate jdbc) {
    jdbc.execute("CREATE TABLE IF NOT EXISTS " + table + COLUMNS);
  }

  /** Writes of what entries tell; the records that they name are in the database already. */
  void write(List<JournalRow> entries, JdbcTemplate jdbc, Layout layout) {
    Batches.insert(jdbc, table + " (subject, seq, is_open)", rows(entries, jdbc, layout));
  }

  /** The instructions of entries of which not all rows are there. */
  Set<String> missing(List<JournalRow> entries, JdbcTemplate jdbc, Layout layout) {
    Map<Long, String> instructions = new HashMap<>();
    entries.forEach(entry -> instructions.put(entry.row().seq(), entry.row().id()));
    List<Object[]> rows = rows(entries, jdbc, layout);
    Set<String> missing = new TreeSet<>();
    for (int from = 0; from < rows.size(); from += ROWS_A_QUERY) {
      List<Object[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS_A_QUERY));
      List<Object> values = new ArrayList<>();
      some.forEach(row -> Collections.addAll(values, row));
      jdbc.query(
          "SELECT k.seq FROM (VALUES "
              + String.join(", ", Collections.nCopies(some.size(), ROW))
              + ") k (subject, seq, is_open) WHERE NOT EXISTS (SELECT 1 FROM "
              + table
              + " t WHERE t.subject = k.subject AND t.seq = k.seq AND t.is_open = k.is_open)",
          row -> {
            missing.add(instructions.get(row.getLong(1)));
          },
          values.toArray());
    }
    return missing;
  }

  private static List<Object[]> rows(List<JournalRow> entries, JdbcTemplate jdbc, Layout layout) {
    List<Object[]> rows = new ArrayList<>();
    for (JournalRow entry : entries) {
      if (!entry.outcome().equals(JournalEntry.Outcome.APPLIED.name())) {
        continue;
      }
      boolean open = PUBLIC_ACTIONS.contains(entry.action());
      for (String subject : subjects(entry, open, jdbc, layout)) {
        rows.add(new Object[] {subject, entry.row().seq(), open});
      }
    }
    return rows;
  }

  private static Set<String> subjects(
      JournalRow entry, boolean open, JdbcTemplate jdbc, Layout layout) {
    Set<String> subjects = new TreeSet<>();
    subjects.add(entry.participant());
    for (JournalRow.Reference each : entry.references()) {
      named(each.type(), each.id(), jdbc, layout).ifPresent(subjects::add);
    }
    if (!open) {
      for (JournalRow.Posting posting : entry.postings()) {
        subjects.remove(posting.asset());
        for (JournalRow.Side side : List.of(posting.source(), posting.destination())) {
          side.account().owner().ifPresent(owner -> subjects.remove(owner.value()));
        }
      }
    }
    return subjects;
  }

  /** Of what a reference tells; of records with few instructions each, or of none. */
  private static Optional<String> named(String type, String id, JdbcTemplate jdbc, Layout layout) {
    return switch (type) {
      case "project", "batch", "instrument", "participant", "accreditation" -> Optional.of(id);
      // A comment is named project/number: it belongs to the project.
      case "comment" -> Optional.of(id.split("/")[0]);
      // A cancellation is named instruction:batch.
      case "cancellation" -> Optional.of(id.substring(id.indexOf(':') + 1));
      case "report" -> member("c_project", layout.table(ProjectViews.REPORTS), id, jdbc);
      case "key" -> member("c_participant", layout.table(ParticipantViews.KEYS), id, jdbc);
      default -> Optional.empty();
    };
  }

  private static Optional<String> member(
      String column, String table, String id, JdbcTemplate jdbc) {
    return jdbc
        .queryForList("SELECT " + column + " FROM " + table + " WHERE id = ?", String.class, id)
        .stream()
        .findFirst();
  }
}
