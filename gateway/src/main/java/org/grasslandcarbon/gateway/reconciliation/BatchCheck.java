// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.gateway.projection.Look;
import org.grasslandcarbon.gateway.projection.Look.Balance;
import org.grasslandcarbon.gateway.projection.StoredRecord;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import org.grasslandcarbon.views.Views;
import tools.jackson.databind.JsonNode;

/**
 * Holds all that is said about one batch against each other. At every moment the records of a batch
 * partition the serials from 1 to what was issued; totals, balances, statements and movements are
 * made of postings, never of these records, and must come to the same.
 *
 * <p>Records are read as trees: members that a newer chaincode has added are no difference.
 */
final class BatchCheck {
  /** Instructions that are named at most. */
  private static final int INSTRUCTIONS_MOST = 5;

  /** Accounts whose owner may use what is there. */
  private static final Set<String> AVAILABLE =
      Arrays.stream(Account.Kind.values())
          .filter(Account.Kind::isAvailable)
          .map(Account.Kind::text)
          .collect(Collectors.toUnmodifiableSet());

  /** The types of records that set credits aside. */
  private static final Set<String> ESCROWS =
      Views.ESCROWS_OF_CREDITS.stream()
          .map(view -> view.record().orElseThrow().name())
          .collect(Collectors.toUnmodifiableSet());

  private final Look look;
  private final String batch;
  private final List<Difference> found = new ArrayList<>();

  /** Serials in their order, each range with the account and the record that has it. */
  private final List<Placed> placed = new ArrayList<>();

  /** What each owner has: what it holds, and what it has listed or offered. */
  private final SortedMap<String, Balance> holdings = new TreeMap<>();

  private record Placed(SerialRange range, String account, String record) {}

  private BatchCheck(Look look, String batch) {
    this.look = look;
    this.batch = batch;
  }

  /** What does not fit together; nothing as a rule. */
  static List<Difference> examine(Look look, String batch) {
    return new BatchCheck(look, batch).examine();
  }

  private List<Difference> examine() {
    Optional<StoredRecord> record = look.batch(batch);
    if (record.isEmpty()) {
      found.add(
          new Difference(
              Kind.SERIALS,
              Optional.of(batch),
              List.of("BATCH:" + batch),
              "there are movements of a batch whose record is missing"));
      return found;
    }
    Optional<JsonNode> tree = record.get().tree();
    if (tree.isEmpty()) {
      unreadable(record.get());
      return found;
    }
    long issued = tree.get().path("issued").asLong(-1);
    String project = tree.get().path("project").asString("");
    look.places(batch, project).forEach(this::place);
    if (found.isEmpty()) {
      // Where a record cannot be read nothing adds up, and nothing more can be said.
      requirePartition(issued);
      requireTotals(issued);
      requireBalances();
      requireStatements();
      requireMovements();
    }
    return found;
  }

  private void differ(Kind kind, List<String> records, String what) {
    found.add(new Difference(kind, Optional.of(batch), records, what));
  }

  private void unreadable(StoredRecord record) {
    differ(Kind.UNREADABLE, List.of(record.name()), "the record cannot be read");
  }

  private void place(StoredRecord record) {
    try {
      place(record, record.tree().orElseThrow());
    } catch (RuntimeException unreadable) {
      unreadable(record);
    }
  }

  private void place(StoredRecord record, JsonNode tree) {
    String type = record.type();
    if (type.equals(Holding.TYPE.name())) {
      placeHolding(record, tree);
    } else if (ESCROWS.contains(type)) {
      String owner = tree.path("participant").asString();
      String account = "escrow:" + owner + ":" + tree.path("id").asString();
      add(owner, new Balance(put(record, account, tree.path("serials")), 0));
    } else if (type.equals(BufferHolding.TYPE.name())) {
      put(record, Account.BUFFER.text(), tree.path("buffered"));
    } else if (type.equals(Retirement.TYPE.name())) {
      put(record, "retired:" + tree.path("id").asString(), tree.path("serials"));
    } else if (type.equals(Cancellation.TYPE.name())) {
      put(record, "cancelled:" + tree.path("id").asString(), tree.path("serials"));
    } else if (type.equals(Reversal.TYPE.name()) && tree.path("settlement").isMissingNode()) {
      for (JsonNode held : tree.path("held")) {
        if (held.path("batch").asString("").equals(batch)) {
          put(record, "buffer:" + tree.path("id").asString(), held.path("serials"));
        }
      }
    }
  }

  private void placeHolding(StoredRecord record, JsonNode tree) {
    String owner = tree.path("owner").asString();
    long available = put(record, "held:" + owner, tree.path("held"));
    long frozen = 0;
    for (Map.Entry<String, JsonNode> freeze : tree.path("frozen").properties()) {
      frozen += put(record, "frozen:" + owner + ":" + freeze.getKey(), freeze.getValue());
    }
    add(owner, new Balance(available + frozen, available));
  }

  private void add(String owner, Balance more) {
    holdings.merge(
        owner,
        more,
        (one, other) ->
            new Balance(one.balance() + other.balance(), one.available() + other.available()));
  }

  private long put(StoredRecord record, String account, JsonNode serials) {
    long count = 0;
    for (SerialRange range : Codec.convert(serials, SerialRanges.class).ranges()) {
      placed.add(new Placed(range, account, record.name()));
      count += range.count();
    }
    return count;
  }

  /** Serials 1 to what was issued, each in one place. */
  private void requirePartition(long issued) {
    placed.sort((a, b) -> a.range().compareTo(b.range()));
    long next = 1;
    Placed before = null;
    for (Placed each : placed) {
      long start = each.range().start();
      if (start > next) {
        differ(
            Kind.SERIALS,
            List.of("BATCH:" + batch),
            "serials " + next + "-" + (start - 1) + " are in no record");
      } else if (start < next) {
        long end = Math.min(next - 1, each.range().end());
        differ(
            Kind.SERIALS,
            List.of(before.record(), each.record()),
            "serials " + start + "-" + end + " are in two records");
      }
      if (each.range().end() >= next) {
        next = each.range().end() + 1;
        before = each;
      }
    }
    if (next <= issued) {
      differ(
          Kind.SERIALS,
          List.of("BATCH:" + batch),
          "serials " + next + "-" + issued + " are in no record");
    } else if (next > issued + 1) {
      differ(
          Kind.SERIALS,
          List.of("BATCH:" + batch, before.record()),
          issued + " were issued, and a record has serial " + (next - 1));
    }
  }

  private void requireTotals(long issued) {
    SortedMap<String, Long> expected = new TreeMap<>();
    expected.put(Account.Kind.ISSUANCE.text(), -issued);
    placed.forEach(
        each ->
            expected.merge(
                Account.of(each.account()).kind().text(), each.range().count(), Long::sum));
    SortedMap<String, Long> told = look.totals(batch);
    for (String kind : both(expected, told)) {
      long records = expected.getOrDefault(kind, 0L);
      long total = told.getOrDefault(kind, 0L);
      if (records != total) {
        differ(
            Kind.TOTALS,
            List.of("BATCH:" + batch),
            kind + ": the total is " + total + ", records have " + records);
      }
    }
  }

  private static <T> SortedSet<String> both(Map<String, T> one, Map<String, T> other) {
    SortedSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private void requireBalances() {
    SortedMap<String, Balance> told = look.balances(batch);
    for (String owner : both(holdings, told)) {
      Balance record = holdings.getOrDefault(owner, Balance.NONE);
      Balance row = told.getOrDefault(owner, Balance.NONE);
      if (!record.equals(row)) {
        differ(
            Kind.STATEMENT,
            List.of(holding(owner)),
            "the holding has " + words(record) + ", the account's balance is " + words(row));
      }
    }
  }

  private String holding(String owner) {
    return "HOLDING:" + batch + ":" + owner;
  }

  private static String words(Balance balance) {
    return balance.balance() + " t (" + balance.available() + " t at free disposal)";
  }

  /** Each line goes on from the one before; the last is what the holding has. */
  private void requireStatements() {
    SortedMap<String, Balance> last = new TreeMap<>();
    SortedMap<String, String> broken = new TreeMap<>();
    look.eachLine(
        batch,
        line -> {
          if (line.carried()) {
            last.put(line.owner(), line.after());
            return;
          }
          Balance before = last.getOrDefault(line.owner(), Balance.NONE);
          boolean available = AVAILABLE.contains(line.account());
          Balance expected =
              new Balance(
                  before.balance() + line.amount(),
                  before.available() + (available ? line.amount() : 0));
          if (!expected.equals(line.after())) {
            broken.putIfAbsent(
                line.owner(),
                "after instruction "
                    + line.instruction()
                    + " the statement has "
                    + words(line.after())
                    + " where its lines add up to "
                    + words(expected));
          }
          last.put(line.owner(), line.after());
        });
    for (String owner : both(holdings, last)) {
      Balance record = holdings.getOrDefault(owner, Balance.NONE);
      Balance line = last.getOrDefault(owner, Balance.NONE);
      if (!record.equals(line)) {
        broken.putIfAbsent(
            owner, "the holding has " + words(record) + ", its statement ends with " + words(line));
      }
    }
    broken.forEach((owner, what) -> differ(Kind.STATEMENT, List.of(holding(owner)), what));
    List<String> unknown = look.unknownInstructions(batch, INSTRUCTIONS_MOST);
    if (!unknown.isEmpty()) {
      differ(
          Kind.POSTINGS,
          unknown.stream().map(each -> "JOURNAL:" + each).toList(),
          "statements name instructions whose entries are missing");
    }
  }

  /** The newest movement that covers a serial says where it is; so do the records. */
  private void requireMovements() {
    TreeMap<Long, Moved> moved = new TreeMap<>();
    look.eachMove(batch, move -> cover(moved, move));
    SortedSet<String> records = new TreeSet<>();
    String[] first = {null};
    for (Placed each : placed) {
      Optional<String> elsewhere = elsewhere(moved, each);
      if (elsewhere.isPresent()) {
        records.add(each.record());
        first[0] = first[0] == null ? elsewhere.get() : first[0];
      }
    }
    if (!records.isEmpty()) {
      differ(Kind.MOVEMENTS, List.copyOf(records), first[0]);
    }
  }

  private record Moved(long end, String account) {}

  private static void cover(TreeMap<Long, Moved> moved, Look.Move move) {
    Map.Entry<Long, Moved> left = moved.lowerEntry(move.first());
    if (left != null && left.getValue().end() >= move.first()) {
      moved.put(left.getKey(), new Moved(move.first() - 1, left.getValue().account()));
      if (left.getValue().end() > move.last()) {
        moved.put(move.last() + 1, left.getValue());
      }
    }
    Map.Entry<Long, Moved> inside = moved.ceilingEntry(move.first());
    while (inside != null && inside.getKey() <= move.last()) {
      moved.remove(inside.getKey());
      if (inside.getValue().end() > move.last()) {
        moved.put(move.last() + 1, inside.getValue());
      }
      inside = moved.ceilingEntry(move.first());
    }
    moved.put(move.first(), new Moved(move.last(), move.destination()));
  }

  private static Optional<String> elsewhere(TreeMap<Long, Moved> moved, Placed each) {
    long next = each.range().start();
    while (next <= each.range().end()) {
      Map.Entry<Long, Moved> at = moved.floorEntry(next);
      if (at == null || at.getValue().end() < next) {
        return Optional.of("serial " + next + " was never moved, and is " + each.account());
      }
      if (!at.getValue().account().equals(each.account())) {
        return Optional.of(
            "serial "
                + next
                + " went to "
                + at.getValue().account()
                + ", and is "
                + each.account());
      }
      next = at.getValue().end() + 1;
    }
    return Optional.empty();
  }
}
