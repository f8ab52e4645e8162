// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Ends an instrument's trading day (LEDGER section 6; 收市): what is still listed lapses and its
 * escrow goes back, and the base price of the next day is fixed. Given by the exchange, or by
 * anybody once hours are over, so that nobody's credits or money stand behind a listing for want of
 * a clerk. Gives back as many listings as one instruction bears and says how many are left; it may
 * be sent again until none is.
 *
 * @param instrument the instrument
 */
public record CloseTradingDay(@Means(en = "Instrument", zh = "交易标的") InstrumentId instrument)
    implements Action {

  /** The action. */
  public static final ActionType<CloseTradingDay> TYPE =
      ActionType.of(
          "closeTradingDay",
          "收市（退回未成交挂牌）",
          "Ends an instrument's trading day",
          new CloseTradingDay(new InstrumentId("GCS-152502-2024-0001-2025")),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.WRONG_STATE,
          ErrorCode.HOURS_NOT_OVER);

  /** Listings that one call gives back: each writes three records. */
  static final int LISTINGS_MOST = 100;

  /** Blocks of serials that one call gives back, but for those of one listing. */
  static final int RANGES_MOST = 5_000;

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(InstrumentBook.key(instrument));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(TradingSession.keys(records, instrument));
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book -> {
              book.day().ifPresent(day -> keys.add(TradingRule.key(book.venue(), day.rule())));
              keys.addAll(book.countKeys());
              next(book)
                  .forEach(
                      entry -> {
                        keys.add(Listing.key(entry.listing()));
                        keys.add(CashAccount.key(entry.participant(), book.bank(), book.asset()));
                      });
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(InstrumentBook.key(instrument))
        .ifPresent(
            book ->
                next(book)
                    .flatMap(entry -> records.find(Listing.key(entry.listing())).stream())
                    .forEach(
                        listing ->
                            listing
                                .batch()
                                .ifPresent(
                                    batch -> keys.add(Holding.key(batch, listing.participant())))));
    return keys;
  }

  private static Stream<BookEntry> next(InstrumentBook book) {
    return Stream.concat(book.sells().stream(), book.buys().stream()).limit(LISTINGS_MOST);
  }

  @Override
  public void apply(Act act) {
    InstrumentBook book = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    BookDay day =
        book.day()
            .filter(each -> !each.closed() || !book.isEmpty())
            .orElseThrow(
                () ->
                    new org.grasslandcarbon.domain.error.RegistryException(
                        ErrorCode.WRONG_STATE,
                        zh("该标的没有未收市的交易日").en("no trading day of it is open")));
    TradingTerms terms =
        act.must(TradingRule.key(book.venue(), day.rule()), ErrorCode.UNKNOWN_VENUE).terms();
    boolean isExchange = act.actor().id().equals(book.venue().exchange());
    Instant slowest = LastInstant.bySlowestClock(act.time(), book.asset());
    act.require(
        isExchange || act.today().isAfter(day.date()) || terms.listing().isOverAt(slowest),
        ErrorCode.HOURS_NOT_OVER,
        zh("交易时段为北京时间 %s").en("hours are %s, Beijing time", terms.listing().hoursInWords()));

    InstrumentBook counted = book.counted(act);
    if (!day.closed()) {
      BookDay over = counted.day().orElseThrow().close();
      act.write(counted.withBase(day.nextBase(terms).orElse(book.base())).withDay(over));
    } else {
      act.write(counted);
    }
    int ranges = 0;
    for (BookEntry entry : next(book).toList()) {
      if (ranges > RANGES_MOST) {
        break;
      }
      Listing listing = act.must(Listing.key(entry.listing()), ErrorCode.UNKNOWN_LISTING);
      ranges += listing.serials().ranges().size();
      ListingEnd.end(act, entry.listing(), Listing.State.LAPSED);
    }
    InstrumentBook after = act.must(InstrumentBook.key(instrument), ErrorCode.UNKNOWN_INSTRUMENT);
    act.refer("instrument", instrument);
    act.refer("listingsLeft", after.buys().size() + after.sells().size());
  }
}
