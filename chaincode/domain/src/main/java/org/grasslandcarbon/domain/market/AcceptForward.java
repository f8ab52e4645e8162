// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Accepts an offer of a forward, which binds both (LEDGER section 6): what whoever accepts owes is
 * set aside beside what the other has set aside already, and from now on issuance sets credits
 * aside for it, behind those who were accepted before.
 *
 * @param forward the offer
 */
public record AcceptForward(@Means(en = "Forward", zh = "远期编号") InstructionId forward)
    implements Action {

  /** The action. */
  public static final ActionType<AcceptForward> TYPE =
      ActionType.of(
          "acceptForward",
          "接受远期报价",
          "Accepts an offer of a forward",
          new AcceptForward(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          MarketVisibility.OWN,
          ErrorCode.UNKNOWN_FORWARD,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.OFFER_OVER,
          ErrorCode.MARKET_CLOSED,
          ErrorCode.BOOK_NOT_CLOSED,
          ErrorCode.INSTRUMENT_HALTED,
          ErrorCode.NO_FORWARDS,
          ErrorCode.PRICE_OFF_TICK,
          ErrorCode.PRICE_OUTSIDE_LIMITS,
          ErrorCode.COUNTERPARTY_NOT_ALLOWED,
          ErrorCode.SELLER_NOT_OWNER,
          ErrorCode.TOO_MANY_FORWARDS,
          ErrorCode.TOO_MANY_ORDERS,
          ErrorCode.FORWARD_BEYOND_EXPECTED,
          ErrorCode.OPPOSITE_TRADE_TOO_SOON,
          ErrorCode.HOLDING_LIMIT,
          ErrorCode.INSUFFICIENT_CASH,
          ErrorCode.CASH_FROZEN);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Forward.key(forward));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(ForwardEnd.keys(records, forward));
    records
        .find(Forward.key(forward))
        .ifPresent(
            found -> {
              keys.addAll(ForwardRules.keys(found.instrument(), found.buyer(), found.seller()));
              keys.add(InstrumentBook.key(found.instrument()));
              keys.add(OpenOffers.key(found.seller()));
              keys.add(OpenOffers.key(found.buyer()));
              keys.add(Venue.key(found.venue()));
              keys.add(Project.key(found.project()));
              keys.add(Participant.key(found.offeror()));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Forward.key(forward))
        .map(found -> TradingSession.ruleKeys(records, found.instrument()))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Forward found = Forward.mustBe(act, forward, Forward.State.OPEN, Forward::counterparty);
    act.require(
        !act.time().isAfter(found.until()),
        ErrorCode.OFFER_OVER,
        zh("最后时刻为 %s").en("its last instant was %s", found.until()));
    TradingSession session = TradingSession.open(act, found.instrument(), TradingTerms::forward);
    ForwardRules.requireForwards(session);
    session.requirePrice(found.price());
    BlockRules.requireCounterparty(act, found.offeror());
    Project project = ForwardRules.mustBeOf(session, found.seller());
    ForwardRules.requireRoom(session, project, found.quantity());
    ForwardRules.requireBoth(session, project, found);
    ParticipantId who = act.actor().id();
    session.requireFunds(found.pledgeOf(who));

    ForwardPledge.make(act, found, who);
    act.write(
        ForwardSales.of(act, found.instrument())
            .with(
                ForwardSales.Sale.of(
                    forward,
                    found.seller(),
                    found.buyer(),
                    found.quantity(),
                    found.deliveryDay())));
    act.write(found.accepted(act.time()));
    OpenOffers.remove(act, found.offeror(), OpenOffers.Kind.FORWARD, forward);
    bind(act, found.seller(), found, Side.SELL);
    bind(act, found.buyer(), found, Side.BUY);
    act.refer("forward", forward);
    act.refer("instrument", found.instrument());
  }

  private static void bind(Act act, ParticipantId party, Forward found, Side side) {
    OpenOffers.add(
        act,
        party,
        new OpenOffers.Offer(
            found.id(), found.instrument(), OpenOffers.Kind.CONTRACT, side, found.quantity()));
  }
}
