// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Ranks the bids of an auction and settles them (LEDGER section 6; 竞价结束). Anybody may give it once
 * revealing is over, in and out of hours and whether the instrument is halted or not: what was bid
 * binds, and nobody's credits or money wait for a clerk. The first one decides who has won; each
 * settles as many bids as one instruction bears and says how many are left.
 *
 * @param auction the auction
 */
public record CloseAuction(@Means(en = "Auction", zh = "竞价编号") InstructionId auction)
    implements Action {

  /** The action. */
  public static final ActionType<CloseAuction> TYPE =
      ActionType.of(
          "closeAuction",
          "竞价结束（定标、结算并退回）",
          "Ranks and settles the bids of an auction",
          new CloseAuction(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_AUCTION,
          ErrorCode.WRONG_STATE,
          ErrorCode.REVEAL_NOT_OVER,
          ErrorCode.TOO_LARGE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Auction.key(auction));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(AuctionEnd.keys(records, auction));
    records
        .find(Auction.key(auction))
        .ifPresent(
            found -> {
              keys.add(InstrumentBook.key(found.instrument()));
              keys.add(Venue.key(found.venue()));
              keys.add(VenueReserve.key(found.venue()));
              keys.add(TradingRule.key(found.venue(), found.rule()));
              keys.add(Project.key(found.project()));
              keys.add(Position.key(found.instrument(), found.participant()));
              keys.add(Participant.key(found.participant()));
              found.batch().ifPresent(batch -> keys.add(SoldSerials.key(batch)));
              found.bids().forEach(bid -> keys.add(Participant.key(bid.bidder())));
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(Auction.key(auction))
        .filter(found -> found.opening().isPresent())
        .ifPresent(
            found -> {
              keys.addAll(TradingSession.ruleKeys(records, found.instrument()));
              records
                  .find(InstrumentBook.key(found.instrument()))
                  .ifPresent(book -> keys.addAll(BenefitPlan.keys(records, book)));
              Auction ranked = ranked(found, records);
              ranked.bids().stream()
                  .skip(ranked.settled())
                  .limit(AuctionSettlement.BIDS_MOST + 1)
                  .forEach(bid -> keys.addAll(keys(found, bid)));
            });
    return keys;
  }

  private List<Key<?>> keys(Auction found, AuctionEntry bid) {
    List<Key<?>> keys = new ArrayList<>();
    keys.add(AuctionBid.key(auction, bid.bidder()));
    keys.add(OpenOffers.key(bid.bidder()));
    keys.add(Position.key(found.instrument(), bid.bidder()));
    keys.add(CashAccount.key(bid.bidder(), found.bank(), found.asset()));
    found.batch().ifPresent(batch -> keys.add(Holding.key(batch, bid.bidder())));
    bid.batch()
        .ifPresent(
            batch -> {
              keys.add(Holding.key(batch, bid.bidder()));
              keys.add(Holding.key(batch, found.participant()));
              keys.add(SoldSerials.key(batch));
            });
    return keys;
  }

  /** Where nothing can be sold any more, nobody's bid waits for the end of the windows. */
  private static boolean isVoid(Auction found) {
    return found.state() == Auction.State.OPEN && found.isUncovered();
  }

  private static Auction ranked(Auction found, Records records) {
    Predicate<ParticipantId> suspended =
        who -> records.find(Participant.key(who)).filter(Participant::isSuspended).isPresent();
    return found.state() == Auction.State.OPEN ? AuctionRanking.of(found, suspended) : found;
  }

  @Override
  public void apply(Act act) {
    Auction found = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    act.require(
        found.state() == Auction.State.OPEN || found.state() == Auction.State.CLOSING,
        ErrorCode.WRONG_STATE,
        zh("竞价状态为 %s").en("the auction is %s", found.state()));
    AuctionOpening held = found.opening().orElseThrow();
    Instant over = held.over(found.asset());
    act.require(
        !act.time().isBefore(over) || isVoid(found),
        ErrorCode.REVEAL_NOT_OVER,
        zh("揭示至 %s，%s 起方可定标")
            .en(
                "bids are revealed until %s; it can be closed from %s",
                BeijingTime.text(held.revealUntil()), BeijingTime.text(over)));

    Auction ranked = ranked(found, act);
    act.write(ranked);
    act.refer("auction", auction);
    act.refer("instrument", found.instrument());
    new AuctionSettlement(act, ranked).settle();
    Auction after = act.must(Auction.key(auction), ErrorCode.UNKNOWN_AUCTION);
    act.refer("bidsLeft", after.bids().size() - after.settled());
  }
}
