// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Sets an instrument's base price anew after a time without trades (LEDGER section 6), within the
 * range of opening prices: a price of long ago would keep everybody from trading.
 *
 * @param instrument the instrument
 * @param price fen a tonne
 * @param reason in words
 */
public record RebaseInstrument(
    @Means(en = "Instrument", zh = "交易标的") InstrumentId instrument,
    @Means(en = "Base price, fen a tonne", zh = "基准价（分/吨）") @Least(1) Fen price,
    @Means(en = "Why", zh = "理由") @Most(HaltInstrument.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<RebaseInstrument> TYPE =
      ActionType.of(
          "rebaseInstrument",
          "重设基准价",
          "Sets an instrument's base price anew",
          new RebaseInstrument(
              new InstrumentId("GCS-152502-2024-0001-2025"),
              Fen.of(9_500),
              "长期无成交。 No trade for a long time."),
          EnumSet.of(Role.EXCHANGE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.WRONG_STATE,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(InstrumentBook.key(instrument));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return TradingSession.keys(records, instrument);
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return TradingSession.ruleKeys(records, instrument);
  }

  @Override
  public void apply(Act act) {
    InstrumentBook book = InstrumentBook.ofActor(act, instrument);
    Venue venue = act.must(Venue.key(book.venue()), ErrorCode.UNKNOWN_VENUE);
    act.require(book.isEmpty(), ErrorCode.BOOK_NOT_CLOSED, zh("该标的有未退回的挂牌").en("it has listings"));
    act.require(
        venue.day().isPresent(),
        ErrorCode.WRONG_STATE,
        zh("%s 尚未开市").en("%s has not had a trading day", venue.id()));
    TradingTerms terms = TradingSession.terms(act, venue);
    int without = venue.index() - book.tradedDay();
    act.require(
        without >= terms.rebaseAfterDays(),
        ErrorCode.WRONG_STATE,
        zh("已 %s 个交易日无成交，须满 %s 个")
            .en(
                "%s trading days have passed without a trade, and %s must",
                without, terms.rebaseAfterDays()));
    OpenInstrument.requireOpening(act, terms, price);

    // A day that nobody closed would set the base once more, from trades of long ago.
    InstrumentBook settled =
        book.day()
            .filter(day -> day.index() < venue.index())
            .map(day -> book.withDay(day.close()))
            .orElse(book);
    act.write(settled.withBase(price));
    act.refer("instrument", instrument);
  }
}
