// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database as of one block. For one thread, within the transaction that it was made in. */
public final class Look {
  private static final String OTHERS = "SELECT id, block, json, type FROM p_record WHERE ";

  private final JdbcTemplate jdbc;
  private final Layout layout;

  Look(JdbcTemplate jdbc, Layout layout) {
    this.jdbc = jdbc;
    this.layout = layout;
  }

  /** The block. */
  public long block() {
    return jdbc.queryForObject("SELECT block FROM p_checkpoint WHERE id = 1", Long.class);
  }

  /** Batches in the order of their ids, after one. */
  public List<String> batchesAfter(String id, int most) {
    return jdbc.queryForList(
        "SELECT id FROM "
            + layout.table(CreditViews.BATCHES)
            + " WHERE id > ? ORDER BY id FETCH FIRST "
            + most
            + " ROWS ONLY",
        String.class,
        id);
  }

  /** The record of a batch. */
  public Optional<StoredRecord> batch(String id) {
    return of(CreditViews.BATCHES, "id = ?", id).stream().findFirst();
  }

  /**
   * Every record that says where credits of a batch are: holdings, the buffer, retirements,
   * cancellations, listings and others that set some aside, and reversals of its project, which
   * hold some of the buffer.
   */
  public List<StoredRecord> places(String batch, String project) {
    List<StoredRecord> places = new ArrayList<>();
    places.addAll(of(CreditViews.HOLDINGS, "c_batch = ?", batch));
    places.addAll(record(BufferHolding.TYPE.name(), batch).stream().toList());
    places.addAll(of(CreditViews.RETIREMENTS, "c_batch = ?", batch));
    places.addAll(of(CreditViews.CANCELLATIONS, "c_batch = ?", batch));
    for (View escrow : Views.ESCROWS_OF_CREDITS) {
      places.addAll(of(escrow, "c_batch = ? AND c_escrowed > 0", batch));
    }
    places.addAll(of(ProjectViews.REVERSALS, "c_project = ?", project));
    return places;
  }

  private List<StoredRecord> of(View view, String condition, String value) {
    ViewTable table = layout.ofType(view.record().orElseThrow().name()).orElseThrow();
    return table.stored(jdbc, condition, value);
  }

  private static StoredRecord other(String type, String id, long block, ResultSet row)
      throws SQLException {
    return new StoredRecord(type, id, block, row.getString(3), List.of());
  }

  /** Hands over every record of a type. */
  public void each(RecordType<?> type, Consumer<StoredRecord> consumer) {
    each(type, "", consumer);
  }

  /** Hands over every listing, auction, bid or other record behind which there is money. */
  public void eachEscrowOfMoney(Consumer<StoredRecord> consumer) {
    for (View escrow : Views.ESCROWS_OF_MONEY) {
      each(escrow.record().orElseThrow(), " AND c_cash > 0", consumer);
    }
  }

  private void each(RecordType<?> type, String more, Consumer<StoredRecord> consumer) {
    Optional<String> table = layout.ofType(type.name()).map(ViewTable::name);
    String from = table.orElse("p_record");
    String which = table.isPresent() ? "1 = 1" : "type = '" + type.name() + "'";
    jdbc.query(
        "SELECT id, block, json FROM " + from + " WHERE " + which + more,
        row -> {
          consumer.accept(other(type.name(), row.getString(1), row.getLong(2), row));
        });
  }

  /** Records of a type whose ids begin with a participant's. */
  public List<StoredRecord> ofParticipant(RecordType<?> type, String participant) {
    Optional<String> table = layout.ofType(type.name()).map(ViewTable::name);
    String from = table.orElse("p_record");
    String which = table.isPresent() ? "" : " AND type = '" + type.name() + "'";
    return jdbc.query(
        "SELECT id, block, json FROM " + from + " WHERE id >= ? AND id < ?" + which,
        (row, number) -> other(type.name(), row.getString(1), row.getLong(2), row),
        participant + ":",
        participant + ";");
  }

  /** A participant's listings, auctions, bids and others behind which there is money. */
  public List<StoredRecord> escrowsOfMoney(String participant) {
    List<StoredRecord> escrows = new ArrayList<>();
    for (View escrow : Views.ESCROWS_OF_MONEY) {
      escrows.addAll(of(escrow, "c_participant = ? AND c_cash > 0", participant));
    }
    return escrows;
  }

  /** Who has had an asset of money, in the order of their ids, after one. */
  public List<String> moneyOwnersAfter(String asset, String owner, int most) {
    return jdbc.queryForList(
        "SELECT owner FROM "
            + layout.movements().ownerBalance()
            + " WHERE asset = ? AND owner > ? ORDER BY owner FETCH FIRST "
            + most
            + " ROWS ONLY",
        String.class,
        asset,
        owner);
  }

  /** The balance with which the next line of an owner's statement about money will go on. */
  public Balance balance(String asset, String owner) {
    return jdbc
        .query(
            "SELECT balance, available FROM "
                + layout.movements().ownerBalance()
                + " WHERE asset = ? AND owner = ?",
            (row, number) -> new Balance(row.getLong(1), row.getLong(2)),
            asset,
            owner)
        .stream()
        .findFirst()
        .orElse(Balance.NONE);
  }

  /** Hands over the lines of an owner's statement about money, in their order. */
  public void eachMoneyLine(String asset, String owner, Consumer<Line> consumer) {
    long letGoTo = layout.linesLetGoTo(MarketViews.CASH_STATEMENT);
    jdbc.query(
        LINES
            + layout.movements().cashStatement()
            + " WHERE c_owner = ? AND c_asset = ? ORDER BY seq",
        row -> {
          consumer.accept(line(row, letGoTo));
        },
        owner,
        asset);
  }

  private static final String LINES =
      "SELECT c_owner, c_account, c_amount, c_balance, c_available, c_instruction, seq FROM ";

  private static Line line(ResultSet row, long letGoTo) throws SQLException {
    return new Line(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        new Balance(row.getLong(4), row.getLong(5)),
        row.getString(6),
        row.getLong(7) <= letGoTo);
  }

  /** What the lists say is in the accounts of each kind, of a batch or of money. */
  public SortedMap<String, Long> totals(String batch) {
    SortedMap<String, Long> totals = new TreeMap<>();
    jdbc.query(
        "SELECT kind, quantity FROM " + layout.movements().accountTotal() + " WHERE asset = ?",
        row -> {
          totals.put(row.getString(1), row.getLong(2));
        },
        batch);
    return totals;
  }

  /**
   * An owner's credits of a batch, or its money.
   *
   * @param balance all of them
   * @param available those at free disposal
   */
  public record Balance(long balance, long available) {
    /** Nothing. */
    public static final Balance NONE = new Balance(0, 0);
  }

  /** The balances with which the next line of each owner's statement will go on. */
  public SortedMap<String, Balance> balances(String batch) {
    SortedMap<String, Balance> balances = new TreeMap<>();
    jdbc.query(
        "SELECT owner, balance, available FROM "
            + layout.movements().ownerBalance()
            + " WHERE asset = ?",
        row -> {
          balances.put(row.getString(1), new Balance(row.getLong(2), row.getLong(3)));
        },
        batch);
    return balances;
  }

  /**
   * A line of a statement.
   *
   * @param owner whose
   * @param account the kind of its account that the movement changed
   * @param amount what came; below zero what went
   * @param after what it had afterwards
   * @param instruction what caused it
   * @param carried whether those before it were let go, so that it says what the next goes on from
   */
  public record Line(
      String owner,
      String account,
      long amount,
      Balance after,
      String instruction,
      boolean carried) {}

  /** Hands over the lines of all owners' statements about a batch, in their order. */
  public void eachLine(String batch, Consumer<Line> consumer) {
    long letGoTo = layout.linesLetGoTo(CreditViews.STATEMENT);
    jdbc.query(
        LINES + layout.movements().statement() + " WHERE c_asset = ? ORDER BY seq",
        row -> {
          consumer.accept(line(row, letGoTo));
        },
        batch);
  }

  /** Instructions that statements about a batch name and the journal does not have. */
  public List<String> unknownInstructions(String batch, int most) {
    return jdbc.queryForList(
        "SELECT DISTINCT s.c_instruction FROM "
            + layout.movements().statement()
            + " s WHERE s.c_asset = ? AND NOT EXISTS"
            + " (SELECT 1 FROM p_journal j WHERE j.id = s.c_instruction)"
            + " ORDER BY s.c_instruction FETCH FIRST "
            + most
            + " ROWS ONLY",
        String.class,
        batch);
  }

  /**
   * A movement of consecutive serials.
   *
   * @param first the lowest
   * @param last the highest
   * @param destination the account that they went to
   */
  public record Move(long first, long last, String destination) {}

  /** Hands over where the serials of a batch went, movement by movement. */
  public void eachMove(String batch, Consumer<Move> consumer) {
    jdbc.query(
        "SELECT first, last, destination FROM "
            + layout.movements().serialMove()
            + " WHERE batch = ? ORDER BY seq, first",
        row -> {
          consumer.accept(new Move(row.getLong(1), row.getLong(2), row.getString(3)));
        },
        batch);
  }

  /** Journal entries after a position, with what is wrong about the rows made of them. */
  public PostedRows.Part posted(long afterSeq, int most) {
    return new PostedRows(jdbc, layout).after(afterSeq, most);
  }

  /** The position of the newest journal entry; -1 when there is none. */
  public long newestEntry() {
    return jdbc.queryForObject("SELECT COALESCE(MAX(seq), -1) FROM p_journal", Long.class);
  }

  /** The tables that have records, to be walked one after another. */
  public List<String> tables() {
    List<String> names = new ArrayList<>(List.of("p_journal", "p_record"));
    layout.tables().forEach(table -> names.add(table.view().table()));
    return names;
  }

  /**
   * Records of a table in the order of their ids, after one; of the journal those that are as the
   * ledger has them.
   *
   * @param table one of {@link #tables()}
   * @param after the last one seen; empty texts before the first
   */
  public List<StoredRecord> records(String table, StoredRecord after, int most) {
    String some = " FETCH FIRST " + most + " ROWS ONLY";
    return switch (table) {
      case "p_journal" ->
          jdbc.query(
              "SELECT id, block, json FROM p_journal WHERE id > ? AND seq > ? ORDER BY id" + some,
              (row, number) ->
                  other(JournalEntry.TYPE.name(), row.getString(1), row.getLong(2), row),
              after.id(),
              layout.letGoTo());
      case "p_record" ->
          jdbc.query(
              OTHERS + "type > ? OR (type = ? AND id > ?) ORDER BY type, id" + some,
              (row, number) -> other(row.getString(4), row.getString(1), row.getLong(2), row),
              after.type(),
              after.type(),
              after.id());
      default ->
          layout.tables().stream()
              .filter(each -> each.view().table().equals(table))
              .findFirst()
              .orElseThrow()
              .stored(jdbc, "id > ? ORDER BY id" + some, after.id());
    };
  }

  /** Whether records of a table are so long that few should be read at a time. */
  public boolean isLarge(String table) {
    return layout.tables().stream()
        .anyMatch(each -> each.view().table().equals(table) && each.view().isLarge());
  }

  /** A record by its type and id, if it is there and, of the journal, was not let go. */
  public Optional<StoredRecord> record(String type, String id) {
    if (type.equals(JournalEntry.TYPE.name())) {
      return jdbc
          .query(
              "SELECT id, block, json FROM p_journal WHERE id = ? AND seq > ?",
              (row, number) -> other(type, row.getString(1), row.getLong(2), row),
              id,
              layout.letGoTo())
          .stream()
          .findFirst();
    }
    return layout
        .ofType(type)
        .map(table -> table.stored(jdbc, "id = ?", id))
        .orElseGet(
            () ->
                jdbc.query(
                    OTHERS + "type = ? AND id = ?",
                    (row, number) -> other(row.getString(4), row.getString(1), row.getLong(2), row),
                    type,
                    id))
        .stream()
        .findFirst();
  }
}
