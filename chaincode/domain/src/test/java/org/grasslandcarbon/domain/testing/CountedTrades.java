// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.TradeCancellation;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.region.Sales;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * That each trade of a test's ledger is counted once in its region, now or when its day is over.
 */
public final class CountedTrades {
  private CountedTrades() {}

  /** Holds totals, and what waits in books, against the trades themselves. */
  public static void require(TestLedger ledger) {
    Map<String, Sales> traded = new TreeMap<>();
    ledger
        .records(Trade.TYPE)
        .filter(
            trade ->
                ledger.find(TradeCancellation.key(trade.instrument(), trade.number())).isEmpty())
        .forEach(trade -> add(traded, trade.instrument(), trade.day().getYear(), of(trade)));
    Map<String, Sales> counted = new TreeMap<>();
    ledger
        .records(InstrumentBook.TYPE)
        .flatMap(book -> book.day().stream().map(day -> Map.entry(book.instrument(), day)))
        .forEach(
            each ->
                each.getValue()
                    .uncounted()
                    .ifPresent(
                        sales ->
                            add(counted, each.getKey(), each.getValue().date().getYear(), sales)));
    ledger
        .records(RegionTotals.TYPE)
        .forEach(
            totals ->
                totals.years().stream()
                    .filter(year -> year.sales().isPresent())
                    .forEach(
                        year ->
                            counted.merge(
                                key(totals.region(), totals.practice(), year.year()),
                                sales(totals, year.year()).orElseThrow(),
                                Sales::plus)));
    assertThat(counted).isEqualTo(traded);
  }

  /** What totals say of a year's trades, with what only supervisors see. */
  public static Optional<Sales> sales(RegionTotals totals, int year) {
    RegionTotals.Charges charges = totals.charges(year);
    return totals
        .year(year)
        .sales()
        .map(
            each ->
                new Sales(
                    charges.fees(), charges.shares(), each.tonnes(), each.trades(), each.value()));
  }

  private static void add(Map<String, Sales> sums, InstrumentId instrument, int year, Sales some) {
    String code = instrument.project().region().value();
    for (String region :
        new String[] {code, code.substring(0, 4) + "00", code.substring(0, 2) + "0000"}) {
      sums.merge(key(new RegionCode(region), instrument.isOfTraining(), year), some, Sales::plus);
    }
  }

  private static String key(RegionCode region, boolean practice, int year) {
    return region + " " + practice + " " + year;
  }

  private static Sales of(Trade trade) {
    long shares = 0;
    for (Trade.BenefitPaid each : trade.shares()) {
      shares += each.payee().equals(Optional.of(trade.seller())) ? 0 : each.amount().value();
    }
    long fees =
        trade.buyerFee().value()
            + trade.buyerSettlementFee().value()
            + trade.sellerFee().value()
            + trade.sellerSettlementFee().value();
    return new Sales(
        Fen.of(fees),
        Fen.of(shares),
        Tonnes.of(trade.serials().quantity().value()),
        1,
        Fen.of(trade.price().value() * trade.tonnes().value()));
  }
}
