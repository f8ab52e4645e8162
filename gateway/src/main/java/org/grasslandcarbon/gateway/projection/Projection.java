// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.TradeCancellation;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes blocks into the database, some at a time, in one database transaction with the checkpoint.
 * A block that is there already changes nothing, also when two gateways share a database: the row
 * of the checkpoint is locked first.
 */
public final class Projection {
  /** Sequence numbers a block has: more than a block of Fabric's largest size has writes. */
  private static final int SEQ_BITS = 20;

  /** The same as a number. */
  static final long PLACES = 1L << SEQ_BITS;

  private static final String JOURNAL = JournalEntry.TYPE.name();

  private static final Set<String> NAMING = NamedDocuments.Table.types();

  private static final String TRADE = Trade.TYPE.name();

  private static final String RETIREMENT = Retirement.TYPE.name();

  private static final String CANCELLATION = TradeCancellation.TYPE.name();

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final Layout layout;

  /** What was understood of blocks before their turn, by their numbers. */
  private final Map<Long, Told> ahead = new ConcurrentHashMap<>();

  public Projection(JdbcTemplate jdbc, TransactionOperations transactions, Layout layout) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.layout = layout;
  }

  /** Makes the database ready: what was made of other declarations is made anew. */
  public synchronized void prepare() {
    layout.prepare();
  }

  /** Lets go of everything, so that it is read again from the ledger's first block. */
  void beginAnew() {
    layout.beginAnew();
  }

  /** Up to which block the database was filled before it was emptied; -1 when it never was. */
  long reachedBefore() {
    return layout.reachedBefore();
  }

  /** How far the projection is. */
  Checkpoint checkpoint() {
    return readCheckpoint("");
  }

  private Checkpoint readCheckpoint(String lock) {
    return jdbc.queryForObject(
        "SELECT block, witness_block, witness FROM p_checkpoint WHERE id = 1" + lock,
        (row, number) -> new Checkpoint(row.getLong(1), row.getLong(2), row.getString(3)));
  }

  /** The last block projected; -1 when there is none. */
  public long projectedBlock() {
    return checkpoint().block();
  }

  /**
   * Understands a block before its turn, on another thread than the one that writes. One that
   * cannot be understood says so when its turn comes. Whoever calls this holds few blocks.
   */
  void readAhead(LedgerBlock block) {
    try {
      ahead.put(block.number(), read(block));
    } catch (RuntimeException notUnderstood) {
      ahead.remove(block.number());
    }
  }

  /** Forgets what was read ahead: other blocks come. */
  void forgetAhead() {
    ahead.clear();
  }

  /**
   * Makes the indexes that were left out while a database was filled again; nothing when none were.
   * What it has is all that there is, though it once had more.
   */
  void makeOwedIndexes() {
    if (layout.owesIndexes()) {
      synchronized (this) {
        layout.makeOwedIndexes();
      }
    }
  }

  /**
   * Projects blocks, except those that are projected already. With the last one that a database had
   * before it was emptied come the indexes that were left out meanwhile.
   *
   * @param blocks in their order on the ledger
   * @throws WrongLedgerException when one is projected and was another
   * @throws IllegalStateException when blocks were left out before one
   */
  public synchronized void project(List<LedgerBlock> blocks) {
    projectRows(blocks);
    if (layout.owesIndexes() && projectedBlock() >= reachedBefore()) {
      makeOwedIndexes();
    }
  }

  private void projectRows(List<LedgerBlock> blocks) {
    transactions.executeWithoutResult(
        status -> {
          Checkpoint before = readCheckpoint(" FOR UPDATE");
          Checkpoint after = before;
          List<LedgerBlock> fresh = new ArrayList<>();
          for (LedgerBlock block : blocks) {
            if (block.number() <= before.block()) {
              requireSameLedger(block, before);
            } else {
              after = after.followedBy(block.number(), witness(block));
              fresh.add(block);
            }
          }
          if (!fresh.isEmpty()) {
            writeInParts(fresh);
            advance(after);
          }
        });
  }

  /**
   * A record that is deleted and made again is another one, with another {@code seq}, so a block
   * that deletes is written alone.
   */
  private void writeInParts(List<LedgerBlock> blocks) {
    List<LedgerBlock> part = new ArrayList<>();
    for (LedgerBlock block : blocks) {
      if (deletes(block)) {
        write(part);
        part.clear();
        write(List.of(block));
      } else {
        part.add(block);
      }
    }
    write(part);
  }

  private static boolean deletes(LedgerBlock block) {
    return block.transactions().stream()
        .flatMap(transaction -> transaction.writes().stream())
        .anyMatch(StateWrite::delete);
  }

  private static void requireSameLedger(LedgerBlock block, Checkpoint checkpoint) {
    if (block.number() == checkpoint.witnessBlock()) {
      String found = witness(block).orElse("none");
      if (!found.equals(checkpoint.witness())) {
        throw new WrongLedgerException(block.number(), found, checkpoint.witness());
      }
    }
  }

  private static Optional<String> witness(LedgerBlock block) {
    List<LedgerTransaction> transactions = block.transactions();
    return transactions.isEmpty()
        ? Optional.empty()
        : Optional.of(transactions.get(transactions.size() - 1).id());
  }

  private void advance(Checkpoint checkpoint) {
    jdbc.update(
        "UPDATE p_checkpoint SET block = ?, witness_block = ?, witness = ? WHERE id = 1",
        checkpoint.block(),
        checkpoint.witnessBlock(),
        checkpoint.witness());
  }

  /** What a block wrote, understood. */
  private record Told(LedgerBlock block, List<JournalRow> journal, List<TypedRow> records) {}

  private record TypedRow(String type, RecordRow row) {}

  private void write(List<LedgerBlock> blocks) {
    List<JournalRow> journal = new ArrayList<>();
    // By type, then by id: of several writes to one key only the last is of interest.
    Map<String, Map<String, RecordRow>> records = new LinkedHashMap<>();
    // But which of them first named a document is told for ever.
    Map<String, List<RecordRow>> naming = new LinkedHashMap<>();
    for (Told block : told(blocks)) {
      journal.addAll(block.journal());
      for (TypedRow each : block.records()) {
        records
            .computeIfAbsent(each.type(), any -> new LinkedHashMap<>())
            .merge(each.row().id(), each.row(), (one, next) -> next.after(one));
        if (NAMING.contains(each.type())) {
          naming.computeIfAbsent(each.type(), any -> new ArrayList<>()).add(each.row());
        }
      }
    }
    Bars bars = layout.newBars();
    List<RecordRow> trades =
        bars.unknown(List.copyOf(records.getOrDefault(TRADE, Map.of()).values()));
    BeneficiaryRows beneficiaries = layout.newBeneficiaries();
    List<RecordRow> retirements =
        beneficiaries.unknown(List.copyOf(records.getOrDefault(RETIREMENT, Map.of()).values()));
    records.forEach((type, rows) -> write(type, List.copyOf(rows.values())));
    naming.forEach((type, rows) -> layout.documents().write(type, rows, jdbc));
    bars.add(trades);
    beneficiaries.add(retirements);
    bars.tellAnew(List.copyOf(records.getOrDefault(CANCELLATION, Map.of()).values()));
    Movements.journal(journal, jdbc);
    layout.newMovements().write(journal);
    layout.transactions().write(journal, jdbc);
    layout.subjects().write(journal, jdbc, layout);
  }

  /** Who catches up reads blocks with all processors; the database is written by one. */
  private List<Told> told(List<LedgerBlock> blocks) {
    return blocks.size() > 1
        ? blocks.parallelStream().map(this::told).toList()
        : blocks.stream().map(this::told).toList();
  }

  private Told told(LedgerBlock block) {
    Told known = ahead.remove(block.number());
    return known != null && known.block() == block ? known : read(block);
  }

  private static Told read(LedgerBlock block) {
    List<JournalRow> journal = new ArrayList<>();
    List<TypedRow> records = new ArrayList<>();
    Map<String, JournalRow.Side> sides = new HashMap<>();
    long seq = block.number() << SEQ_BITS;
    for (LedgerTransaction transaction : block.transactions()) {
      for (StateWrite write : JudgedOrder.of(transaction)) {
        if (!Keys.isComposite(write.key())) {
          continue;
        }
        List<String> parts = Keys.parts(write.key());
        String type = parts.get(0);
        RecordRow row =
            new RecordRow(
                Ids.of(parts), seq, block.number(), write.delete() ? null : write.value());
        if (type.equals(JOURNAL)) {
          JournalRow entry = JournalRow.of(row, transaction.id(), sides);
          journal.add(entry);
          seq += entry.positions();
        } else {
          records.add(new TypedRow(type, row));
          seq++;
        }
      }
    }
    return new Told(block, journal, records);
  }

  private void write(String type, List<RecordRow> rows) {
    layout
        .ofType(type)
        .ifPresentOrElse(
            table -> table.write(rows, jdbc), () -> OtherRecords.write(type, rows, jdbc));
    layout.words().write(type, rows, jdbc);
  }
}
