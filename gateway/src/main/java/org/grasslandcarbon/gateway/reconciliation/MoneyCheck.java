// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.Venue;
import org.grasslandcarbon.domain.market.VenueReserve;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.gateway.projection.Look;
import org.grasslandcarbon.gateway.projection.Look.Balance;
import org.grasslandcarbon.gateway.projection.StoredRecord;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Holds all that is said about an asset of money against each other: what banks have taken in less
 * what they have paid out is what stands in balances, on its way out, under freezes, behind
 * listings and offers, in fees, in reserves and in what benefit lines are owed. Totals and
 * statements are made of postings, never of these records, and must come to the same.
 */
final class MoneyCheck {
  private static final Map<String, Account.Kind> KINDS =
      Arrays.stream(Account.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Account.Kind::text, Function.identity()));

  private final Look look;
  private final String asset;
  private final List<Difference> found = new ArrayList<>();
  private final SortedMap<String, Long> records = new TreeMap<>();
  private final Map<String, String> assetOfInstrument = new HashMap<>();
  private final Map<String, String> assetOfAuction = new HashMap<>();
  private final Map<String, String> assetOfVenue = new HashMap<>();

  private MoneyCheck(Look look, String asset) {
    this.look = look;
    this.asset = asset;
  }

  /** What does not fit together of what all have; nothing as a rule. */
  static List<Difference> examine(Look look, String asset) {
    MoneyCheck check = new MoneyCheck(look, asset);
    check.examineTotals();
    return check.found;
  }

  /** What does not fit together of what one owner has; nothing as a rule. */
  static List<Difference> examine(Look look, String asset, String owner) {
    MoneyCheck check = new MoneyCheck(look, asset);
    check.examineOwner(owner);
    return check.found;
  }

  private void differ(Kind kind, List<String> of, String what) {
    found.add(new Difference(kind, Optional.of(asset), of, what));
  }

  private void examineTotals() {
    each(Venue.TYPE, tree -> assetOfVenue.put(text(tree, "id"), text(tree, "asset")));
    each(
        InstrumentBook.TYPE,
        tree -> {
          assetOfInstrument.put(text(tree, "instrument"), text(tree, "asset"));
          if (isOurs(tree)) {
            add(Account.Kind.FEES, tree.path("fees").longValue());
          }
        });
    each(
        BankBook.TYPE,
        tree -> {
          if (isOurs(tree)) {
            add(Account.Kind.BANK, -totalOf(tree));
          }
        });
    each(
        CashAccount.TYPE,
        tree -> {
          if (isOurs(tree)) {
            add(Account.Kind.CASH, tree.path("available").longValue());
            add(Account.Kind.FROZEN, sum(tree.path("frozen")));
            add(Account.Kind.WITHDRAWING, sum(tree.path("withdrawing")));
          }
        });
    each(Auction.TYPE, tree -> assetOfAuction.put(text(tree, "id"), text(tree, "asset")));
    look.eachEscrowOfMoney(record -> read(record).ifPresent(this::addEscrow));
    each(
        VenueReserve.TYPE,
        tree -> {
          if (asset.equals(assetOfVenue.get(text(tree, "venue")))) {
            add(Account.Kind.RESERVE, tree.path("amount").longValue());
          }
        });
    each(
        BenefitAccount.TYPE,
        tree -> {
          if (isOurs(tree)) {
            add(Account.Kind.BENEFIT, tree.path("owed").longValue());
          }
        });
    if (found.isEmpty()) {
      // Where a record cannot be read nothing adds up, and nothing more can be said.
      requireTotals();
    }
  }

  private void each(RecordType<?> type, Consumer<JsonNode> reading) {
    look.each(type, record -> read(record).ifPresent(reading));
  }

  private Optional<JsonNode> read(StoredRecord record) {
    Optional<JsonNode> tree = record.tree();
    if (tree.isEmpty()) {
      differ(Kind.UNREADABLE, List.of(record.name()), "the record cannot be read");
    }
    return tree;
  }

  private boolean isOurs(JsonNode tree) {
    return asset.equals(text(tree, "asset"));
  }

  private static String text(JsonNode tree, String member) {
    return tree.path(member).asString("");
  }

  private void add(Account.Kind kind, long amount) {
    records.merge(kind.text(), amount, Math::addExact);
  }

  private void addEscrow(JsonNode escrow) {
    if (asset.equals(assetOf(escrow))) {
      add(Account.Kind.ESCROW, escrow.path("cash").longValue());
    }
  }

  /** An auction says its asset, a bid its auction, a listing its instrument. */
  private String assetOf(JsonNode escrow) {
    if (escrow.has("asset")) {
      return text(escrow, "asset");
    }
    return escrow.has("auction")
        ? assetOf(assetOfAuction, Auction.TYPE, text(escrow, "auction"))
        : assetOf(assetOfInstrument, InstrumentBook.TYPE, text(escrow, "instrument"));
  }

  private String assetOf(Map<String, String> known, RecordType<?> type, String id) {
    return known.computeIfAbsent(
        id,
        any ->
            look.record(type.name(), id)
                .flatMap(this::read)
                .map(found -> text(found, "asset"))
                .orElse(""));
  }

  /** What a bank has on the ledger: the total of its book's newest day. */
  private static long totalOf(JsonNode bankBook) {
    JsonNode days = bankBook.path("days");
    return days.path(days.size() - 1).path("total").longValue();
  }

  private static long sum(JsonNode amounts) {
    long sum = 0;
    for (JsonNode each : amounts.values()) {
      sum = Math.addExact(sum, each.longValue());
    }
    return sum;
  }

  private void requireTotals() {
    SortedMap<String, Long> told = look.totals(asset);
    SortedSet<String> kinds = new TreeSet<>(records.keySet());
    kinds.addAll(told.keySet());
    for (String kind : kinds) {
      long record = records.getOrDefault(kind, 0L);
      long total = told.getOrDefault(kind, 0L);
      if (record != total) {
        differ(
            Kind.TOTALS,
            List.of(typeOf(kind)),
            kind + ": the total is " + total + " fen, records have " + record);
      }
    }
    long rest = told.values().stream().mapToLong(Long::longValue).sum();
    if (rest != 0) {
      differ(
          Kind.TOTALS,
          List.of(BankBook.TYPE.name()),
          "deposits less withdrawals and what is in all accounts are " + rest + " fen apart");
    }
  }

  private static Account.Kind kind(String text) {
    return KINDS.getOrDefault(text, Account.Kind.OTHER);
  }

  /** The type of the records that have the money of a kind of accounts. */
  private static String typeOf(String kind) {
    RecordType<?> type =
        switch (kind(kind)) {
          case BANK -> BankBook.TYPE;
          case FEES -> InstrumentBook.TYPE;
          case RESERVE -> VenueReserve.TYPE;
          case BENEFIT -> BenefitAccount.TYPE;
          case ESCROW -> Listing.TYPE;
          default -> CashAccount.TYPE;
        };
    return type.name();
  }

  private void examineOwner(String owner) {
    Balance record = ofRecords(owner);
    if (!found.isEmpty()) {
      return;
    }
    Balance row = look.balance(asset, owner);
    if (!record.equals(row)) {
      differ(
          Kind.STATEMENT,
          List.of(account(owner)),
          "the records have " + words(record) + ", the account's balance is " + words(row));
    }
    requireLines(owner, record);
  }

  private Balance ofRecords(String owner) {
    long available = 0;
    long other = 0;
    for (StoredRecord each : look.ofParticipant(CashAccount.TYPE, owner)) {
      Optional<JsonNode> tree = read(each).filter(this::isOurs);
      available += tree.map(cash -> cash.path("available").longValue()).orElse(0L);
      other += tree.map(cash -> sum(cash.path("frozen"))).orElse(0L);
      other += tree.map(cash -> sum(cash.path("withdrawing"))).orElse(0L);
    }
    for (StoredRecord each : look.escrowsOfMoney(owner)) {
      Optional<JsonNode> tree = read(each).filter(escrow -> asset.equals(assetOf(escrow)));
      other += tree.map(listing -> listing.path("cash").longValue()).orElse(0L);
    }
    // What a bank has taken in went out of its own account, which is outside of the ledger.
    for (StoredRecord each : look.ofParticipant(BankBook.TYPE, owner)) {
      other -= read(each).filter(this::isOurs).map(MoneyCheck::totalOf).orElse(0L);
    }
    return new Balance(available + other, available);
  }

  private static String words(Balance balance) {
    return balance.balance() + " fen (" + balance.available() + " fen at free disposal)";
  }

  private String account(String owner) {
    return CashAccount.TYPE.name() + ":" + owner;
  }

  /** Each line goes on from the one before; the last is what the records have. */
  private void requireLines(String owner, Balance record) {
    Balance[] last = {Balance.NONE};
    String[] broken = {null};
    look.eachMoneyLine(
        asset,
        owner,
        line -> {
          boolean available = kind(line.account()).isAvailable();
          Balance expected =
              new Balance(
                  last[0].balance() + line.amount(),
                  last[0].available() + (available ? line.amount() : 0));
          if (!expected.equals(line.after()) && broken[0] == null) {
            broken[0] =
                "after instruction "
                    + line.instruction()
                    + " the statement has "
                    + words(line.after())
                    + " where its lines add up to "
                    + words(expected);
          }
          last[0] = line.after();
        });
    if (broken[0] == null && !last[0].equals(record)) {
      broken[0] =
          "the records have " + words(record) + ", the statement ends with " + words(last[0]);
    }
    if (broken[0] != null) {
      differ(Kind.STATEMENT, List.of(account(owner)), broken[0]);
    }
  }
}
