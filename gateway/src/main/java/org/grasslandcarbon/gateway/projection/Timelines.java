// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the entries of the journal that tell of something, in the order of the ledger. Nothing here
 * decides who may see them.
 */
public final class Timelines {
  /** Entries read at a time: a trade over many listings is some hundred kilobytes long. */
  public static final int ENTRIES_A_QUERY = 100;

  /** Lines of statements an entry, as a rule: of two sides, money and credits. */
  private static final int LINES_AN_ENTRY = 4;

  /** As long as any other reading may take. */
  private static final int QUERY_SECONDS_MOST = 15;

  private static final String ENTRY = "SELECT seq, id, block, transaction_id, json FROM p_journal";

  private final JdbcTemplate jdbc;
  private final Layout layout;

  Timelines(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setQueryTimeout(QUERY_SECONDS_MOST);
    this.layout = layout;
  }

  /**
   * Where entries are looked for.
   *
   * @param subject the id of what they tell of
   * @param openOnly only those that everybody may see
   * @param owner besides those that moved somebody's accounts
   * @param batch besides those that moved credits of a batch: the owner's, where one is named
   * @param besides instructions that tell of it as well
   */
  public record Wanted(
      String subject,
      boolean openOnly,
      Optional<ParticipantId> owner,
      Optional<BatchId> batch,
      List<InstructionId> besides) {
    public Wanted {
      besides = List.copyOf(besides);
    }
  }

  /**
   * An entry.
   *
   * @param seq its position
   * @param id its instruction
   * @param entry what it says and where it is
   */
  public record Told(long seq, InstructionId id, Journal.Entry entry) {}

  /** The first entries after a position, at most {@link #ENTRIES_A_QUERY} of them. */
  public List<Told> after(Wanted wanted, long seq) {
    Candidates found = new Candidates();
    found.add(
        jdbc.queryForList(
            "SELECT seq FROM "
                + layout.subjects().table()
                + " WHERE subject = ? AND seq > ?"
                + (wanted.openOnly() ? " AND is_open" : "")
                + " ORDER BY seq"
                + first(ENTRIES_A_QUERY),
            Long.class,
            wanted.subject(),
            seq),
        ENTRIES_A_QUERY);
    Optional<Long> next = next(seq);
    if (next.isPresent()) {
      wanted.owner().ifPresent(owner -> addLines(found, owner, wanted.batch(), next.get()));
      if (wanted.owner().isEmpty()) {
        wanted.batch().ifPresent(batch -> addMoves(found, batch, next.get()));
      }
    }
    for (InstructionId id : wanted.besides()) {
      found.add(
          jdbc.queryForList(
              "SELECT seq FROM p_journal WHERE id = ? AND seq > ?", Long.class, id.value(), seq),
          ENTRIES_A_QUERY);
    }
    return entries(found.first());
  }

  /**
   * Public acts of one kind on something, the first ones first: those of one instruction are few
   * among all that was done, and are found without reading the others.
   *
   * @param subject the id of what they were done to
   * @param action whose acts
   * @param most of them, the newest ones
   */
  public List<Told> publicActs(String subject, String action, int most) {
    List<Long> seqs =
        jdbc.queryForList(
            "SELECT s.seq FROM "
                + layout.subjects().table()
                + " s JOIN p_journal j ON j.seq = s.seq WHERE s.subject = ? AND s.is_open"
                + " AND j.json LIKE ? ORDER BY s.seq DESC"
                + first(most),
            Long.class,
            subject,
            // As entries are stored; a quotation mark in somebody's text has a backslash before it.
            "%\"action\":\"" + action + "\"%");
    return entries(seqs);
  }

  /** Positions, each source's first; beyond the last of a source that was cut off none counts. */
  private static final class Candidates {
    private final TreeSet<Long> seqs = new TreeSet<>();
    private long known = Long.MAX_VALUE;

    void add(List<Long> some, int most) {
      seqs.addAll(some);
      if (some.size() == most) {
        known = Math.min(known, some.get(some.size() - 1));
      }
    }

    List<Long> first() {
      return seqs.headSet(known, true).stream().limit(ENTRIES_A_QUERY).toList();
    }
  }

  /** The position of the entry after one. */
  private Optional<Long> next(long seq) {
    return jdbc
        .queryForList(
            "SELECT seq FROM p_journal WHERE seq > ? ORDER BY seq" + first(1), Long.class, seq)
        .stream()
        .findFirst();
  }

  private void addLines(Candidates found, ParticipantId owner, Optional<BatchId> batch, long from) {
    int most = LINES_AN_ENTRY * ENTRIES_A_QUERY;
    List<String> statements =
        batch.isPresent()
            ? List.of(layout.movements().statement())
            : List.of(layout.movements().statement(), layout.movements().cashStatement());
    for (String statement : statements) {
      List<Object> values = new ArrayList<>(List.of(owner.value(), 2 * from));
      batch.ifPresent(asset -> values.add(asset.value()));
      found.add(
          jdbc.queryForList(
              "SELECT "
                  + entryOf("s.seq / 2")
                  + " FROM "
                  + statement
                  + " s WHERE s.c_owner = ? AND s.seq >= ?"
                  + (batch.isPresent() ? " AND s.c_asset = ?" : "")
                  + " ORDER BY s.seq"
                  + first(most),
              Long.class,
              values.toArray()),
          most);
    }
  }

  private void addMoves(Candidates found, BatchId batch, long from) {
    int most = LINES_AN_ENTRY * ENTRIES_A_QUERY;
    found.add(
        jdbc.queryForList(
            "SELECT "
                + entryOf("m.seq")
                + " FROM "
                + layout.movements().serialMove()
                + " m WHERE m.batch = ? AND m.seq >= ? ORDER BY m.seq"
                + first(most),
            Long.class,
            batch.value(),
            from),
        most);
  }

  /** The position of the entry that has a posting: the last that is not after it in its block. */
  private static String entryOf(String posting) {
    return "(SELECT MAX(j.seq) FROM p_journal j WHERE j.seq >= "
        + posting
        + " - MOD("
        + posting
        + ", "
        + Projection.PLACES
        + ") AND j.seq <= "
        + posting
        + ")";
  }

  private static String first(int rows) {
    return " FETCH FIRST " + rows + " ROWS ONLY";
  }

  /** Entries by their positions, in their order. */
  public List<Told> entries(Collection<Long> seqs) {
    if (seqs.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        ENTRY
            + " WHERE seq IN ("
            + String.join(", ", Collections.nCopies(seqs.size(), "?"))
            + ") ORDER BY seq",
        (row, number) ->
            new Told(
                row.getLong(1),
                new InstructionId(row.getString(2)),
                new Journal.Entry(
                    Codec.readTree(row.getString(5).getBytes(StandardCharsets.UTF_8)),
                    row.getLong(3),
                    row.getString(4))),
        seqs.toArray());
  }

  /**
   * Credits that a posting moved.
   *
   * @param serials which of those that were asked for
   * @param seq the position of the movement, after which more can be asked for
   * @param entry the position of the entry
   */
  public record Moved(SerialRange serials, long seq, long entry) {
    /** Which of the entry's postings. */
    public int posting() {
      return Math.toIntExact(seq - entry);
    }
  }

  /** The first movements of credits of a block after a position, whole postings of each. */
  public List<Moved> moves(BatchId batch, SerialRange block, long after) {
    return jdbc.query(
        "SELECT m.first, m.last, m.seq, "
            + entryOf("m.seq")
            + " FROM "
            + layout.movements().serialMove()
            + " m WHERE m.batch = ? AND m.seq > ? AND m.first <= ? AND m.last >= ?"
            + " ORDER BY m.seq FETCH FIRST "
            + ENTRIES_A_QUERY
            + " ROWS WITH TIES",
        (row, number) ->
            new Moved(
                new SerialRange(
                    Math.max(row.getLong(1), block.start()), Math.min(row.getLong(2), block.end())),
                row.getLong(3),
                row.getLong(4)),
        batch.value(),
        after,
        block.end(),
        block.start());
  }
}
