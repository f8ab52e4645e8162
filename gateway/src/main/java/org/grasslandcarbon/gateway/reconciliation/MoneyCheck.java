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
 * listings and offers, in fees, in reserves and in what benefit lines are owed; of all banks
 * together, and of each by its own book, because an account is a claim on one bank. Totals and
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
  private final SortedMap<String, Claims> banks = new TreeMap<>();
  private final Map<String, Money> ofInstrument = new HashMap<>();
  private final Map<String, Money> ofAuction = new HashMap<>();
  private final Map<String, Money> ofVenue = new HashMap<>();

  /** Which money something is in: an asset at a bank. */
  private record Money(String asset, String bank) {
    private static final Money UNKNOWN = new Money("", "");

    private static Money of(JsonNode record) {
      return new Money(text(record, "asset"), text(record, "bank"));
    }
  }

  /** What a bank has by its book, and what of it stands in accounts. */
  private static final class Claims {
    private long book;
    private long accounts;
  }

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
    each(Venue.TYPE, tree -> ofVenue.put(text(tree, "id"), Money.of(tree)));
    each(
        InstrumentBook.TYPE,
        tree -> {
          ofInstrument.put(text(tree, "instrument"), Money.of(tree));
          add(Account.Kind.FEES, Money.of(tree), tree.path("fees").longValue());
        });
    each(
        BankBook.TYPE,
        tree -> {
          if (isOurs(tree)) {
            records.merge(Account.Kind.BANK.text(), -totalOf(tree), Math::addExact);
            claims(text(tree, "bank")).book = totalOf(tree);
          }
        });
    each(
        CashAccount.TYPE,
        tree -> {
          Money money = Money.of(tree);
          add(Account.Kind.CASH, money, tree.path("available").longValue());
          add(Account.Kind.FROZEN, money, sum(tree.path("frozen")));
          add(Account.Kind.WITHDRAWING, money, sum(tree.path("withdrawing")));
        });
    each(Auction.TYPE, tree -> ofAuction.put(text(tree, "id"), Money.of(tree)));
    look.eachEscrowOfMoney(record -> read(record).ifPresent(this::addEscrow));
    each(
        VenueReserve.TYPE,
        tree ->
            add(
                Account.Kind.RESERVE,
                ofVenue.getOrDefault(text(tree, "venue"), Money.UNKNOWN),
                tree.path("amount").longValue()));
    each(
        BenefitAccount.TYPE,
        tree -> add(Account.Kind.BENEFIT, Money.of(tree), tree.path("owed").longValue()));
    if (found.isEmpty()) {
      // Where a record cannot be read nothing adds up, and nothing more can be said.
      requireTotals();
      requireBanks();
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

  private Claims claims(String bank) {
    return banks.computeIfAbsent(bank, any -> new Claims());
  }

  /** Adds what a record has, if it is of the asset that is examined. */
  private void add(Account.Kind kind, Money money, long amount) {
    if (asset.equals(money.asset())) {
      records.merge(kind.text(), amount, Math::addExact);
      Claims claims = claims(money.bank());
      claims.accounts = Math.addExact(claims.accounts, amount);
    }
  }

  private void addEscrow(JsonNode escrow) {
    add(Account.Kind.ESCROW, moneyOf(escrow), escrow.path("cash").longValue());
  }

  /** An auction says its money, a bid its auction, a listing its instrument. */
  private Money moneyOf(JsonNode escrow) {
    if (escrow.has("asset")) {
      return Money.of(escrow);
    }
    return escrow.has("auction")
        ? moneyOf(ofAuction, Auction.TYPE, text(escrow, "auction"))
        : moneyOf(ofInstrument, InstrumentBook.TYPE, text(escrow, "instrument"));
  }

  private Money moneyOf(Map<String, Money> known, RecordType<?> type, String id) {
    return known.computeIfAbsent(
        id,
        any ->
            look.record(type.name(), id).flatMap(this::read).map(Money::of).orElse(Money.UNKNOWN));
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

  /** A wrong sum at one bank is not made good by the opposite one at another. */
  private void requireBanks() {
    banks.forEach(
        (bank, claims) -> {
          if (claims.book != claims.accounts) {
            differ(
                Kind.TOTALS,
                List.of(BankBook.TYPE.name() + ":" + bank + ":" + asset),
                "the bank's book has "
                    + claims.book
                    + " fen, accounts at it have "
                    + claims.accounts);
          }
        });
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
      Optional<JsonNode> tree = read(each).filter(escrow -> asset.equals(moneyOf(escrow).asset()));
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
          if (line.carried()) {
            last[0] = line.after();
            return;
          }
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
