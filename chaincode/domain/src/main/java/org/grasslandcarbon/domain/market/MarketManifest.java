// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Venues, instruments, listings and what is traded. */
public final class MarketManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "venue",
                  "交易场所",
                  "Venues",
                  () ->
                      List.of(
                          Verb.of("publish-rule", PublishTradingRule.TYPE).on("venue"),
                          Verb.of("open-day", OpenTradingDay.TYPE).on("venue"))),
              Noun.of(
                  "instrument",
                  "交易标的",
                  "Instruments",
                  () ->
                      List.of(
                          Verb.of("propose", ProposeOpeningPrice.TYPE).on("instrument"),
                          Verb.of("open", OpenInstrument.TYPE).on("instrument"),
                          Verb.of("halt", HaltInstrument.TYPE).on("instrument"),
                          Verb.of("resume", ResumeInstrument.TYPE).on("instrument"),
                          Verb.of("rebase", RebaseInstrument.TYPE).on("instrument"),
                          Verb.of("close-day", CloseTradingDay.TYPE).on("instrument"),
                          Verb.of("collect-fees", CollectFees.TYPE).on("instrument"))),
              Noun.of(
                  "listing",
                  "挂牌",
                  "Listings",
                  () ->
                      List.of(
                          Verb.of("place", PlaceListing.TYPE).on("instrument"),
                          Verb.of("take", TakeListings.TYPE).on("instrument"),
                          Verb.of("withdraw", WithdrawListing.TYPE).on("listing"))),
              Noun.of(
                  "auction",
                  "单向竞价",
                  "Auctions",
                  () ->
                      List.of(
                          Verb.of("apply", ApplyForAuction.TYPE).on("instrument"),
                          Verb.of("open", OpenAuction.TYPE).on("auction"),
                          Verb.of("bid", PlaceBid.TYPE).on("auction"),
                          Verb.of("reveal", RevealBid.TYPE).on("auction"),
                          Verb.of("close", CloseAuction.TYPE).on("auction"),
                          Verb.of("withdraw", WithdrawAuction.TYPE).on("auction"),
                          Verb.of("release", ReleaseAuction.TYPE).on("auction"))),
              Noun.of(
                  "block",
                  "大宗协议",
                  "Block trades",
                  () ->
                      List.of(
                          Verb.of("offer", OfferBlockTrade.TYPE).on("instrument"),
                          Verb.of("accept", AcceptBlockTrade.TYPE).on("offer"),
                          Verb.of("decline", DeclineBlockTrade.TYPE).on("offer"),
                          Verb.of("withdraw", WithdrawBlockTrade.TYPE).on("offer"),
                          Verb.of("release", ReleaseBlockTrade.TYPE).on("offer"))),
              Noun.of(
                  "forward",
                  "远期",
                  "Forwards",
                  () ->
                      List.of(
                          Verb.of("offer", OfferForward.TYPE).on("instrument"),
                          Verb.of("accept", AcceptForward.TYPE).on("forward"),
                          Verb.of("decline", DeclineForward.TYPE).on("forward"),
                          Verb.of("withdraw", WithdrawForward.TYPE).on("forward"),
                          Verb.of("deliver", DeliverForward.TYPE).on("forward"),
                          Verb.of("default", DefaultForward.TYPE).on("forward"),
                          Verb.of("release", ReleaseForward.TYPE).on("forward"))),
              Noun.of(
                  "benefit",
                  "收益分成",
                  "Benefit shares",
                  () -> List.of(Verb.of("pay", PayBenefit.TYPE).on("project"))),
              Noun.of(
                  "trade",
                  "成交",
                  "Trades",
                  () ->
                      List.of(
                          Verb.of("invoice", RecordInvoice.TYPE).on("instrument"),
                          Verb.of("cancel", CancelTrade.TYPE).on("instrument")))),
          () ->
              List.of(
                  Venue.TYPE,
                  TradingRule.TYPE,
                  OpeningPrice.TYPE,
                  InstrumentBook.TYPE,
                  Listing.TYPE,
                  Auction.TYPE,
                  AuctionBid.TYPE,
                  Trade.TYPE,
                  BlockOffer.TYPE,
                  OpenOffers.TYPE,
                  Forward.TYPE,
                  ForwardPledge.TYPE,
                  BenefitPayment.TYPE,
                  Invoice.TYPE,
                  TradeCancellation.TYPE,
                  Position.TYPE,
                  OrderCount.TYPE,
                  SoldSerials.TYPE,
                  BenefitAccount.TYPE,
                  VenueReserve.TYPE));

  private MarketManifest() {}
}
