// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Brings an instrument's fees to its exchange, without the part that goes to the venue's risk
 * reserve (LEDGER section 6).
 *
 * @param instrument the instrument
 */
public record CollectFees(@Means(en = "Instrument", zh = "交易标的") InstrumentId instrument)
    implements Action {

  /** The action. */
  public static final ActionType<CollectFees> TYPE =
      ActionType.of(
          "collectFees",
          "归集手续费",
          "Brings an instrument's fees to its exchange",
          new CollectFees(new InstrumentId("GCS-152502-2024-0001-2025")),
          EnumSet.of(Role.EXCHANGE),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(InstrumentBook.key(instrument));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(InstrumentBook.key(instrument))
        .<List<Key<?>>>map(
            book ->
                List.of(
                    Venue.key(book.venue()),
                    VenueReserve.key(book.venue()),
                    CashAccount.key(actor, book.bank(), book.asset())))
        .orElse(List.of());
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return TradingSession.ruleKeys(records, instrument);
  }

  @Override
  public void apply(Act act) {
    InstrumentBook book = InstrumentBook.ofActor(act, instrument);
    act.require(
        !book.fees().isZero(), ErrorCode.WRONG_STATE, zh("没有待归集的手续费").en("there are no fees"));
    Venue venue = act.must(Venue.key(book.venue()), ErrorCode.UNKNOWN_VENUE);
    long fees = book.fees().value();
    long perMille = TradingSession.terms(act, venue).reservePerMille();
    long whole = fees / TradingTerms.PER_MILLE * perMille;
    long reserve =
        whole
            + (fees % TradingTerms.PER_MILLE * perMille + TradingTerms.PER_MILLE / 2)
                / TradingTerms.PER_MILLE;
    BookFees from = new BookFees(instrument);
    if (reserve > 0) {
      act.pay(new Money(book.asset(), Fen.of(reserve)), from, new VenueReserve.Of(book.venue()));
    }
    if (fees > reserve) {
      act.pay(
          new Money(book.asset(), Fen.of(fees - reserve)),
          from,
          new CashPlace.Available(act.actor().id(), book.bank()));
    }
    act.refer("instrument", instrument);
  }
}
