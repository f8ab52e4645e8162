// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.CountedTrades;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;

/** That no fen and no tonne of a test's market has gone astray (LEDGER section 8). */
final class MarketWhole {
  private MarketWhole() {}

  /** Money is where the postings say, and credits are a partition of what was issued. */
  static void require(TestMarket market) {
    Balances posted = new Balances();
    market
        .ledger
        .records(JournalEntry.TYPE)
        .filter(entry -> !entry.action().equals("issueCredits"))
        .map(MarketWhole::ofMoneyOnly)
        .forEach(posted::post);
    posted.requireNoMoneyLost();
    assertThat(money(market)).isEqualTo(posted.money().getOrDefault("CNY", Map.of()));
    SerialRanges all = SerialRanges.NONE;
    for (SerialRanges some : credits(market)) {
      all = all.plus(some); // refuses an overlap
    }
    assertThat(all).isEqualTo(SerialRanges.of(1, 100_000));
    CountedTrades.require(market.ledger);
  }

  private static JournalEntry ofMoneyOnly(JournalEntry entry) {
    return new JournalEntry(
        entry.action(),
        entry.at(),
        entry.code(),
        entry.detail(),
        entry.detailZh(),
        entry.digest(),
        entry.id(),
        entry.kid(),
        entry.outcome(),
        entry.participant(),
        entry.postings().stream().filter(posting -> posting.serials().isEmpty()).toList(),
        entry.references());
  }

  private static Map<String, Long> money(TestMarket market) {
    Map<String, Long> fen = new TreeMap<>();
    market.ledger.records(CashAccount.TYPE).forEach(cash -> add(fen, cash));
    market
        .ledger
        .records(BankBook.TYPE)
        .forEach(book -> fen.put(Account.bank(book.bank()).text(), -book.total().value()));
    market.ledger.records(Listing.TYPE).forEach(each -> add(fen, each));
    market.ledger.records(BlockOffer.TYPE).forEach(each -> add(fen, each));
    market
        .ledger
        .records(InstrumentBook.TYPE)
        .forEach(book -> add(fen, Account.fees(book.instrument()), book.fees()));
    market
        .ledger
        .records(BenefitAccount.TYPE)
        .forEach(owed -> add(fen, Account.benefit(owed.project(), owed.line()), owed.owed()));
    market
        .ledger
        .records(VenueReserve.TYPE)
        .forEach(reserve -> add(fen, Account.reserve(reserve.venue()), reserve.amount()));
    fen.values().removeIf(each -> each == 0);
    return fen;
  }

  private static void add(Map<String, Long> fen, CashAccount cash) {
    add(fen, Account.cash(cash.owner(), cash.bank()), cash.available());
    cash.frozen()
        .forEach(
            (freeze, amount) ->
                add(fen, Account.frozen(cash.owner(), new InstructionId(freeze)), amount));
  }

  private static void add(Map<String, Long> fen, Escrow escrow) {
    add(fen, Account.escrow(escrow.participant(), escrow.id()), escrow.cash());
  }

  private static void add(Map<String, Long> fen, Account account, Fen amount) {
    fen.merge(account.text(), amount.value(), Math::addExact);
  }

  private static Iterable<SerialRanges> credits(TestMarket market) {
    List<SerialRanges> all = new ArrayList<>();
    market
        .ledger
        .records(Holding.TYPE)
        .forEach(
            holding -> {
              all.add(holding.held());
              all.addAll(holding.frozen().values());
            });
    market.ledger.records(Retirement.TYPE).forEach(each -> all.add(each.serials()));
    market.ledger.records(Cancellation.TYPE).forEach(each -> all.add(each.serials()));
    escrowed(market, Listing.TYPE, all);
    escrowed(market, BlockOffer.TYPE, all);
    return all;
  }

  private static void escrowed(
      TestMarket market, RecordType<? extends Escrow> type, List<SerialRanges> all) {
    market.ledger.records(type).forEach(each -> all.add(each.serials()));
  }
}
