// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.BlockOffer;
import org.grasslandcarbon.domain.market.ForwardPledge;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.VenueReserve;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * Who has which serials of which batch and how much money, told in two ways that must agree (LEDGER
 * section 8): by the records, and by the journal's postings alone.
 */
public final class Balances {
  /**
   * Listings, offers, bids and reserves name no asset: they are of a venue, and every test's
   * settles in this.
   */
  private static final Asset MARKET_MONEY = Asset.CNY;

  private final Map<String, SerialRanges> byBatchAndAccount = new TreeMap<>();

  /** Fen; of a bank, outside of the ledger, below zero. */
  private final Map<String, Map<String, Long>> money = new TreeMap<>();

  /** Accounts that something came to or left since the last comparison, after their asset. */
  private final Set<String> touched = new TreeSet<>();

  /** What the records of a ledger say. */
  public static Balances ofRecords(MapStore store) {
    Balances balances = new Balances();
    store
        .state()
        .forEach(
            (key, bytes) -> {
              RecordType<?> type = RecordTypes.of(key).orElseThrow();
              if (type != JournalEntry.TYPE) {
                balances.count(Codec.read(bytes, type.recordClass()), 1);
              }
            });
    return balances;
  }

  /** Counts a record that was written, in place of the one that stood under its key. */
  public void change(Optional<? extends LedgerRecord> before, LedgerRecord after) {
    before.ifPresent(each -> count(each, -1));
    count(after, 1);
  }

  private void count(LedgerRecord record, int sign) {
    if (record instanceof Holding holding) {
      plus(holding.batch(), Account.held(holding.owner()), holding.held(), sign);
      holding
          .frozen()
          .forEach(
              (freeze, serials) ->
                  plus(
                      holding.batch(),
                      Account.frozen(holding.owner(), new InstructionId(freeze)),
                      serials,
                      sign));
    } else if (record instanceof BufferHolding buffer) {
      plus(buffer.batch(), Account.BUFFER, buffer.buffered(), sign);
    } else if (record instanceof Retirement retirement) {
      plus(retirement.batch(), Account.retired(retirement.id()), retirement.serials(), sign);
    } else if (record instanceof Cancellation cancellation) {
      Account account = Account.cancelled(cancellation.id());
      plus(cancellation.batch(), account, cancellation.serials(), sign);
    } else if (record instanceof Reversal reversal) {
      count(reversal, sign);
    } else if (record instanceof CashAccount cash) {
      count(cash, sign);
    } else if (record instanceof BankBook book) {
      plus(book.asset(), Account.bank(book.bank()), -sign * book.total().value());
    } else {
      countMarket(record, sign);
    }
  }

  /**
   * What stands behind listings, offers, auctions, bids and forwards, and money that is nobody's
   * own yet.
   */
  private void countMarket(LedgerRecord record, int sign) {
    if (record instanceof Listing listing) {
      Account account = Account.escrow(listing.participant(), listing.id());
      listing.batch().ifPresent(batch -> plus(batch, account, listing.serials(), sign));
      plus(MARKET_MONEY, account, sign * listing.cash().value());
    } else if (record instanceof BlockOffer offer) {
      Account account = Account.escrow(offer.participant(), offer.id());
      offer.batch().ifPresent(batch -> plus(batch, account, offer.serials(), sign));
      plus(MARKET_MONEY, account, sign * offer.cash().value());
    } else if (record instanceof Auction auction) {
      Account account = Account.escrow(auction.participant(), auction.id());
      auction.batch().ifPresent(batch -> plus(batch, account, auction.serials(), sign));
      plus(auction.asset(), account, sign * auction.cash().value());
    } else if (record instanceof AuctionBid bid) {
      Account account = Account.escrow(bid.participant(), bid.id());
      bid.batch().ifPresent(batch -> plus(batch, account, bid.serials(), sign));
      plus(MARKET_MONEY, account, sign * bid.cash().value());
    } else if (record instanceof ForwardPledge pledge) {
      Account account = Account.escrow(pledge.participant(), pledge.id());
      plus(pledge.asset(), account, sign * pledge.cash().value());
    } else if (record instanceof ForwardCredits credits) {
      Account account = Account.escrow(credits.participant(), credits.id());
      plus(credits.batch(), account, credits.serials(), sign);
    } else if (record instanceof InstrumentBook book) {
      plus(book.asset(), Account.fees(book.instrument()), sign * book.fees().value());
    } else if (record instanceof VenueReserve reserve) {
      plus(MARKET_MONEY, Account.reserve(reserve.venue()), sign * reserve.amount().value());
    } else if (record instanceof BenefitAccount owed) {
      Account account = Account.benefit(owed.project(), owed.line());
      plus(owed.asset(), account, sign * owed.owed().value());
    }
  }

  private void count(CashAccount cash, int sign) {
    Asset asset = cash.asset();
    plus(asset, Account.cash(cash.owner(), cash.bank()), sign * cash.available().value());
    cash.frozen()
        .forEach(
            (freeze, fen) ->
                plus(
                    asset,
                    Account.frozen(cash.owner(), new InstructionId(freeze)),
                    sign * fen.value()));
    cash.withdrawing()
        .forEach(
            (withdrawal, fen) ->
                plus(
                    asset,
                    Account.withdrawing(cash.owner(), new InstructionId(withdrawal)),
                    sign * fen.value()));
  }

  private void plus(Asset asset, Account account, long fen) {
    money
        .computeIfAbsent(asset.value(), any -> new TreeMap<>())
        .merge(
            account.text(),
            fen,
            (before, more) -> before + more == 0 ? null : Math.addExact(before, more));
    money.get(asset.value()).remove(account.text(), 0L);
    touched.add(asset + " " + account);
  }

  /** A reversal has its hold until it is settled. */
  private void count(Reversal reversal, int sign) {
    if (reversal.settlement().isEmpty()) {
      reversal
          .held()
          .forEach(
              part -> plus(part.batch(), Account.bufferHold(reversal.id()), part.serials(), sign));
    }
  }

  /** Adds what a journal entry moved; a source that has not the serials fails. */
  public void post(JournalEntry entry) {
    post(entry.postings());
  }

  /** Adds what was moved. */
  public void post(List<Posting> postings) {
    for (Posting posting : postings) {
      if (Asset.isNamed(posting.asset())) {
        postMoney(posting);
        continue;
      }
      SerialRanges serials = posting.serials().orElseThrow();
      if (posting.amount() != serials.quantity().value() || posting.amount() == 0) {
        throw new AssertionError("a posting's amount is the number of its serials: " + posting);
      }
      if (!posting.source().equals(Account.ISSUANCE)) {
        change(new BatchId(posting.asset()), posting.source(), before -> before.minus(serials));
      }
      plus(new BatchId(posting.asset()), posting.destination(), serials, 1);
    }
  }

  private void postMoney(Posting posting) {
    if (posting.serials().isPresent() || posting.amount() < 1) {
      throw new AssertionError("money is an amount above zero without serials: " + posting);
    }
    Asset asset = new Asset(posting.asset());
    plus(asset, posting.source(), -posting.amount());
    plus(asset, posting.destination(), posting.amount());
  }

  private void plus(BatchId batch, Account account, SerialRanges serials, int sign) {
    change(batch, account, before -> sign > 0 ? before.plus(serials) : before.minus(serials));
  }

  private void change(
      BatchId batch, Account account, Function<SerialRanges, SerialRanges> difference) {
    String name = batch + " " + account;
    touched.add(name);
    SerialRanges after = difference.apply(byBatchAndAccount.getOrDefault(name, SerialRanges.NONE));
    if (after.isEmpty()) {
      byBatchAndAccount.remove(name);
    } else {
      byBatchAndAccount.put(name, after);
    }
  }

  /**
   * The accounts of which these say something else than others do, among all that either has
   * touched since it was asked last: cheap enough to ask after every act.
   */
  public List<String> differencesFrom(Balances others) {
    Set<String> changed = new TreeSet<>(touched);
    changed.addAll(others.touched);
    touched.clear();
    others.touched.clear();
    return changed.stream().filter(each -> !of(each).equals(others.of(each))).toList();
  }

  private Object of(String name) {
    String[] parts = name.split(" ");
    return Asset.isNamed(parts[0])
        ? money.getOrDefault(parts[0], Map.of()).getOrDefault(parts[1], 0L)
        : byBatchAndAccount.getOrDefault(name, SerialRanges.NONE);
  }

  /** Fails unless the accounts of every batch partition its serials {@code 1..issued}. */
  public void requirePartition(MapStore store) {
    store
        .state()
        .forEach(
            (key, bytes) -> {
              if (RecordTypes.of(key).orElseThrow() == Batch.TYPE) {
                Batch batch = Codec.read(bytes, Batch.class);
                SerialRanges all = SerialRanges.NONE;
                for (Map.Entry<String, SerialRanges> each : byBatchAndAccount.entrySet()) {
                  if (each.getKey().startsWith(batch.id() + " ")) {
                    all = all.plus(each.getValue()); // refuses an overlap
                  }
                }
                if (!all.equals(SerialRanges.of(1, batch.issued().value()))) {
                  throw new AssertionError(batch.id() + " has " + all + " of " + batch.issued());
                }
              }
            });
  }

  /** Fails unless what is on the ledger came from banks, and nobody has less than nothing. */
  public void requireNoMoneyLost() {
    money.forEach(
        (asset, accounts) -> {
          long sum = accounts.values().stream().mapToLong(Long::longValue).sum();
          if (sum != 0) {
            throw new AssertionError(asset + " is off by " + sum + ": " + accounts);
          }
          accounts.forEach(
              (account, fen) -> {
                if (fen < 0 && Account.of(account).kind() != Account.Kind.BANK) {
                  throw new AssertionError(account + " has " + fen + " fen of " + asset);
                }
              });
        });
  }

  /** Fen by asset and account; an asset of which nobody has anything is left out. */
  public Map<String, Map<String, Long>> money() {
    Map<String, Map<String, Long>> some = new TreeMap<>(money);
    some.values().removeIf(Map::isEmpty);
    return some;
  }

  /** The serials by batch and account. */
  public Map<String, SerialRanges> asMap() {
    return byBatchAndAccount;
  }
}
