// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Posting;
import org.grasslandcarbon.domain.ledger.RecordType;
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
  private final Map<String, SerialRanges> byBatchAndAccount = new TreeMap<>();

  /** Fen; of a bank, outside of the ledger, below zero. */
  private final Map<String, Map<String, Long>> money = new TreeMap<>();

  /** What the records of a ledger say. */
  public static Balances ofRecords(MapStore store) {
    Balances balances = new Balances();
    store
        .state()
        .forEach(
            (key, bytes) -> {
              RecordType<?> type = RecordTypes.of(key).orElseThrow();
              if (type != JournalEntry.TYPE) {
                balances.add(Codec.read(bytes, type.recordClass()));
              }
            });
    return balances;
  }

  private void add(LedgerRecord record) {
    if (record instanceof Holding holding) {
      plus(holding.batch(), Account.held(holding.owner()), holding.held());
      holding
          .frozen()
          .forEach(
              (freeze, serials) ->
                  plus(
                      holding.batch(),
                      Account.frozen(holding.owner(), new InstructionId(freeze)),
                      serials));
    } else if (record instanceof BufferHolding buffer) {
      plus(buffer.batch(), Account.BUFFER, buffer.buffered());
    } else if (record instanceof Retirement retirement) {
      plus(retirement.batch(), Account.retired(retirement.id()), retirement.serials());
    } else if (record instanceof Cancellation cancellation) {
      plus(cancellation.batch(), Account.cancelled(cancellation.id()), cancellation.serials());
    } else if (record instanceof Reversal reversal) {
      add(reversal);
    } else if (record instanceof CashAccount cash) {
      add(cash);
    } else if (record instanceof BankBook book) {
      plus(book.asset().value(), Account.bank(book.bank()), -book.total().value());
    }
  }

  private void add(CashAccount cash) {
    String asset = cash.asset().value();
    plus(asset, Account.cash(cash.owner(), cash.bank()), cash.available().value());
    cash.frozen()
        .forEach(
            (freeze, fen) ->
                plus(asset, Account.frozen(cash.owner(), new InstructionId(freeze)), fen.value()));
    cash.withdrawing()
        .forEach(
            (withdrawal, fen) ->
                plus(
                    asset,
                    Account.withdrawing(cash.owner(), new InstructionId(withdrawal)),
                    fen.value()));
  }

  private void plus(String asset, Account account, long fen) {
    Map<String, Long> accounts = money.computeIfAbsent(asset, any -> new TreeMap<>());
    accounts.merge(account.text(), fen, Math::addExact);
    accounts.values().removeIf(each -> each == 0);
  }

  /** A reversal has its hold until it is settled. */
  private void add(Reversal reversal) {
    if (reversal.settlement().isEmpty()) {
      reversal
          .held()
          .forEach(part -> plus(part.batch(), Account.bufferHold(reversal.id()), part.serials()));
    }
  }

  /** Adds what a journal entry moved; a source that has not the serials fails. */
  public void post(JournalEntry entry) {
    for (Posting posting : entry.postings()) {
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
      plus(new BatchId(posting.asset()), posting.destination(), serials);
    }
  }

  private void postMoney(Posting posting) {
    if (posting.serials().isPresent() || posting.amount() < 1) {
      throw new AssertionError("money is an amount above zero without serials: " + posting);
    }
    plus(posting.asset(), posting.source(), -posting.amount());
    plus(posting.asset(), posting.destination(), posting.amount());
  }

  private void plus(BatchId batch, Account account, SerialRanges serials) {
    change(batch, account, before -> before.plus(serials));
  }

  private void change(
      BatchId batch, Account account, Function<SerialRanges, SerialRanges> difference) {
    String name = batch + " " + account;
    SerialRanges after = difference.apply(byBatchAndAccount.getOrDefault(name, SerialRanges.NONE));
    if (after.isEmpty()) {
      byBatchAndAccount.remove(name);
    } else {
      byBatchAndAccount.put(name, after);
    }
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
