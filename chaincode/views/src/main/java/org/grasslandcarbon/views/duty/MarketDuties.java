// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.market.AcceptBlockTrade;
import org.grasslandcarbon.domain.market.AcceptForward;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.AuctionOpening;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.BlockOffer;
import org.grasslandcarbon.domain.market.CloseAuction;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.DefaultForward;
import org.grasslandcarbon.domain.market.DeliverForward;
import org.grasslandcarbon.domain.market.Forward;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Invoice;
import org.grasslandcarbon.domain.market.OpenAuction;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.PayBenefit;
import org.grasslandcarbon.domain.market.RecordInvoice;
import org.grasslandcarbon.domain.market.ReleaseAuction;
import org.grasslandcarbon.domain.market.ReleaseBlockTrade;
import org.grasslandcarbon.domain.market.ReleaseForward;
import org.grasslandcarbon.domain.market.ResumeInstrument;
import org.grasslandcarbon.domain.market.RevealBid;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.views.BlockViews;
import org.grasslandcarbon.views.ForwardViews;
import org.grasslandcarbon.views.MarketViews;
import tools.jackson.databind.JsonNode;

/** What waits at markets: for exchanges, for traders, and for offices that pay shares. */
final class MarketDuties {
  private static final String UNTIL = "/until";

  private static final List<Duty> OF_EXCHANGES =
      List.of(
          Duty.of(
                  OpenInstrument.TYPE,
                  MarketViews.OPENING_PRICES,
                  "开盘参考价待确认",
                  "An opening price to confirm")
              .ofNamed(MarketDuties::exchange)
              .when((item, facts) -> facts.find(InstrumentBook.key(instrument(item))).isEmpty())
              .since("/at"),
          Duty.of(OpenAuction.TYPE, MarketViews.AUCTIONS, "竞价申请待公告", "An auction to open")
              .where("state", Auction.State.APPLIED)
              .ofNamed(MarketDuties::exchange)
              .when(isNotOver(UNTIL))
              .since("/appliedAt")
              .due(UNTIL),
          Duty.of(
                  CloseAuction.TYPE,
                  MarketViews.AUCTIONS,
                  "竞价揭示已截止，待结束",
                  "Bids are revealed: the auction to close")
              .where("state", Auction.State.OPEN)
              .ofNamed(MarketDuties::exchange)
              .when(isOver("/opening/revealUntil"))
              .since("/opening/revealUntil"),
          Duty.of(
                  CloseAuction.TYPE,
                  MarketViews.AUCTIONS,
                  "竞价结算未完，待继续",
                  "An auction of which some bids wait for their settlement")
              .where("state", Auction.State.CLOSING)
              .ofNamed(MarketDuties::exchange)
              .since("/opening/revealUntil"),
          Duty.of(
                  CloseTradingDay.TYPE,
                  MarketViews.INSTRUMENTS,
                  "交易日已过，待收市",
                  "A trading day that is over to close")
              .where("closed", false)
              .ofNamed(MarketDuties::exchange)
              .when(
                  (item, facts) ->
                      Duty.text(item, "/day/date")
                          .filter(day -> LocalDate.parse(day).isBefore(facts.today()))
                          .isPresent())
              .since("/day/date")
              .due("/day/date"),
          Duty.of(
                  ResumeInstrument.TYPE,
                  MarketViews.INSTRUMENTS,
                  "停牌中，待复牌",
                  "A halted instrument to resume")
              .where("halted", true)
              .ofNamed(MarketDuties::exchange)
              .since("/halt/at")
              .atWill());

  private static final List<Duty> OF_TRADERS =
      List.of(
          Duty.of(
                  AcceptBlockTrade.TYPE,
                  BlockViews.OFFERS,
                  "大宗协议报价待答复",
                  "A block trade offered: to accept or to decline")
              .where("state", BlockOffer.State.OPEN)
              .ofCaller("counterparty")
              .when(isNotOver(UNTIL))
              .since("/offeredAt")
              .due(UNTIL)
              .atWill(),
          Duty.of(
                  ReleaseBlockTrade.TYPE,
                  BlockViews.OFFERS,
                  "大宗协议报价已过期，备付待退回",
                  "An offer that nobody answered: what is set aside to take back")
              .where("state", BlockOffer.State.OPEN)
              .ofCaller("participant")
              .when(isOver(UNTIL))
              .since(UNTIL)
              .atWill(),
          Duty.of(
                  ReleaseAuction.TYPE,
                  MarketViews.AUCTIONS,
                  "竞价申请逾期未公告，备付待退回",
                  "An auction that nobody opened: what is set aside to take back")
              .where("state", Auction.State.APPLIED)
              .ofCaller("participant")
              .when(isOver(UNTIL))
              .since(UNTIL)
              .atWill(),
          Duty.of(
                  RevealBid.TYPE,
                  MarketViews.AUCTION_BIDS,
                  "密封报价待揭示，逾期没收保证金",
                  "A sealed bid to reveal: unrevealed it forfeits its bond")
              .where("state", AuctionBid.State.SEALED)
              .ofCaller("participant")
              .when(
                  (item, facts) ->
                      opening(item, facts)
                          .filter(
                              windows ->
                                  !facts.now().isBefore(windows.bidsUntil())
                                      && facts.now().isBefore(windows.revealUntil()))
                          .isPresent())
              .since((item, facts) -> opening(item, facts).map(each -> each.bidsUntil().toString()))
              .due(
                  (item, facts) -> opening(item, facts).map(each -> each.revealUntil().toString())),
          offered(Side.SELL, "buyer"),
          offered(Side.BUY, "seller"),
          expired(Side.SELL, "seller"),
          expired(Side.BUY, "buyer"),
          Duty.of(
                  DeliverForward.TYPE,
                  ForwardViews.FORWARDS,
                  "远期待付款交割，逾期构成违约",
                  "A forward to pay: unpaid it is a default")
              .where("state", Forward.State.ACCEPTED)
              .ofCaller("buyer")
              .when(isNotOver("/payUntil"))
              .since("/acceptedAt")
              .due("/payUntil"),
          unfulfilled("buyer"),
          unfulfilled("seller"),
          Duty.of(
                  RecordInvoice.TYPE,
                  MarketViews.TRADES,
                  "成交发票待登记",
                  "The invoice of a trade to record")
              .ofCaller("seller")
              .when(
                  (item, facts) ->
                      item.path("cancellation").isMissingNode()
                          && facts
                              .find(Invoice.key(instrument(item), item.path("number").asLong()))
                              .isEmpty())
              .since("/at")
              .atWill());

  private static final Duty BENEFIT =
      Duty.of(
              PayBenefit.TYPE,
              MarketViews.BENEFITS,
              "应付收益分成待支付",
              "A share of proceeds that is owed: to pay")
          .ofOfficeAt(item -> new ProjectNumber(item.path("project").asString()).region())
          .when((item, facts) -> item.path("owed").asLong() > 0)
          .named(
              item -> {
                List<String> key =
                    Keys.parts(
                        BenefitAccount.key(
                                new ProjectNumber(item.path("project").asString()),
                                item.path("line").asInt(),
                                new ParticipantId(item.path("bank").asString()),
                                new Asset(item.path("asset").asString()))
                            .text());
                return key.subList(1, key.size());
              });

  static final List<Duty> ALL =
      Stream.of(OF_EXCHANGES, OF_TRADERS, List.of(BENEFIT)).flatMap(List::stream).toList();

  private MarketDuties() {}

  private static Duty offered(Side side, String whoAnswers) {
    return Duty.of(
            AcceptForward.TYPE,
            ForwardViews.FORWARDS,
            "远期报价待答复",
            "A forward offered: to accept or to decline")
        .where("state", Forward.State.OPEN)
        .where("side", side)
        .ofCaller(whoAnswers)
        .when(isNotOver(UNTIL))
        .since("/offeredAt")
        .due(UNTIL)
        .atWill();
  }

  private static Duty expired(Side side, String whoOffered) {
    return Duty.of(
            ReleaseForward.TYPE,
            ForwardViews.FORWARDS,
            "远期报价已过期，备付待退回",
            "A forward that nobody answered: what is set aside to take back")
        .where("state", Forward.State.OPEN)
        .where("side", side)
        .ofCaller(whoOffered)
        .when(isOver(UNTIL))
        .since(UNTIL)
        .atWill();
  }

  private static Duty unfulfilled(String party) {
    return Duty.of(
            DefaultForward.TYPE,
            ForwardViews.FORWARDS,
            "远期逾期未履行，待宣告违约",
            "A forward that was not fulfilled: to say so")
        .where("state", Forward.State.ACCEPTED)
        .ofCaller(party)
        .when(isOver("/payUntil"))
        .since("/payUntil")
        .due("/payUntil");
  }

  private static Optional<String> exchange(JsonNode item) {
    return Duty.text(item, "/venue").map(venue -> new VenueId(venue).exchange().value());
  }

  private static BiPredicate<JsonNode, Facts> isOver(String pointer) {
    return (item, facts) ->
        Duty.text(item, pointer)
            .filter(until -> facts.now().isAfter(Instant.parse(until)))
            .isPresent();
  }

  private static BiPredicate<JsonNode, Facts> isNotOver(String pointer) {
    return isOver(pointer).negate();
  }

  private static InstrumentId instrument(JsonNode item) {
    return new InstrumentId(item.path("instrument").asString());
  }

  private static Optional<AuctionOpening> opening(JsonNode bid, Facts facts) {
    return facts
        .find(Auction.key(new InstructionId(bid.path("auction").asString())))
        .flatMap(Auction::opening);
  }
}
