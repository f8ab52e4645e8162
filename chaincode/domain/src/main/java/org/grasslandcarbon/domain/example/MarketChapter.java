// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.market.AcceptBlockTrade;
import org.grasslandcarbon.domain.market.ApplyForAuction;
import org.grasslandcarbon.domain.market.AuctionOpening;
import org.grasslandcarbon.domain.market.CancelTrade;
import org.grasslandcarbon.domain.market.CloseAuction;
import org.grasslandcarbon.domain.market.CloseTradingDay;
import org.grasslandcarbon.domain.market.CollectFees;
import org.grasslandcarbon.domain.market.ExampleVenue;
import org.grasslandcarbon.domain.market.OfferBlockTrade;
import org.grasslandcarbon.domain.market.OpenAuction;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.OpenTradingDay;
import org.grasslandcarbon.domain.market.PayBenefit;
import org.grasslandcarbon.domain.market.PlaceBid;
import org.grasslandcarbon.domain.market.PlaceListing;
import org.grasslandcarbon.domain.market.ProposeOpeningPrice;
import org.grasslandcarbon.domain.market.PublishTradingRule;
import org.grasslandcarbon.domain.market.RecordInvoice;
import org.grasslandcarbon.domain.market.RevealBid;
import org.grasslandcarbon.domain.market.SealedBid;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.market.TradingHours;
import org.grasslandcarbon.domain.market.WithdrawListing;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/** Credits of a batch are listed at a venue, taken and auctioned, and the day is closed. */
public final class MarketChapter {
  /** The price at which the instrument opens: 95.00 yuan a tonne, near the published ones. */
  public static final Fen OPENING = Fen.of(9_500);

  /** All day: a story is told at whatever hour. */
  private static final List<TradingHours> HOURS = List.of(new TradingHours("00:00", "24:00"));

  /** A story has some tonnes only. */
  private static final Tonnes SMALLEST_BLOCK = Tonnes.of(10);

  private final Stage stage;
  private final Asset asset;
  private final BatchId batch;
  private final InstrumentId instrument;
  private final VenueId venue;

  /**
   * @param asset the money: of practice for credits of practice
   * @param batch the credits
   * @param place the name of the venue
   */
  public MarketChapter(Stage stage, Asset asset, BatchId batch, String place) {
    this.stage = stage;
    this.asset = asset;
    this.batch = batch;
    this.instrument = InstrumentId.of(batch);
    this.venue = VenueId.of(stage.id(Part.EXCHANGE), place);
  }

  /** The instrument. */
  public InstrumentId instrument() {
    return instrument;
  }

  /** The venue. */
  VenueId venue() {
    return venue;
  }

  /** The exchange publishes the venue's rules: no wait between opposite trades, hours all day. */
  public void publishRule(LocalDate from) {
    stage.does(
        Part.EXCHANGE,
        "交易机构公布交易规则",
        "The exchange publishes its trading rules",
        new PublishTradingRule(
            asset,
            stage.id(Part.BANK),
            Setting.document("trading rules"),
            Name.of("练习交易场所", "Practice venue"),
            ExampleVenue.sources(),
            ExampleVenue.terms(HOURS, 0, SMALLEST_BLOCK),
            from,
            venue));
  }

  /** A holder proposes an opening price and the exchange confirms it. */
  public void openInstrument(Part holder) {
    stage.does(
        holder,
        holder.zh() + "提出开盘参考价",
        "The " + holder.en() + " proposes an opening price",
        new ProposeOpeningPrice(instrument, OPENING, venue));
    stage.does(
        Part.EXCHANGE,
        "交易机构确认开盘参考价",
        "The exchange confirms it",
        new OpenInstrument(instrument, OPENING, venue));
  }

  /** The exchange opens a trading day. */
  public void openDay(LocalDate day) {
    stage.does(
        Part.EXCHANGE,
        "交易机构开市",
        "The exchange opens the trading day",
        new OpenTradingDay(day, venue));
  }

  /**
   * Somebody lists credits to sell.
   *
   * @return the listing
   */
  public InstructionId sell(Part seller, long tonnes, long fen) {
    return stage
        .does(
            seller,
            seller.zh() + "以每吨 " + fen + " 分挂牌卖出 " + tonnes + " 吨",
            "The " + seller.en() + " lists " + tonnes + " t to sell at " + fen + " fen",
            new PlaceListing(
                Optional.of(batch), instrument, Fen.of(fen), Tonnes.of(tonnes), Side.SELL))
        .id();
  }

  /**
   * Somebody lists a wish to buy.
   *
   * @return the listing
   */
  public InstructionId bid(Part buyer, long tonnes, long fen) {
    return stage
        .does(
            buyer,
            buyer.zh() + "以每吨 " + fen + " 分挂牌买入 " + tonnes + " 吨",
            "The " + buyer.en() + " lists to buy " + tonnes + " t at " + fen + " fen",
            new PlaceListing(
                Optional.empty(), instrument, Fen.of(fen), Tonnes.of(tonnes), Side.BUY))
        .id();
  }

  /** Somebody buys what is listed, at the best price. */
  public void take(Part buyer, long tonnes, long limit) {
    stage.does(
        buyer,
        buyer.zh() + "摘牌买入 " + tonnes + " 吨",
        "The " + buyer.en() + " takes " + tonnes + " t",
        takeOf(tonnes, limit));
  }

  private TakeListings takeOf(long tonnes, long limit) {
    return new TakeListings(
        false,
        Optional.empty(),
        instrument,
        Fen.of(limit),
        Tonnes.of(tonnes),
        Optional.empty(),
        Side.BUY);
  }

  /** Nothing is listed at so low a price. */
  public void refuseTooLow(Part buyer, long tonnes, long limit) {
    stage.refused(
        buyer,
        "限价以内没有可成交的挂牌",
        "Nothing is listed within the limit",
        takeOf(tonnes, limit),
        ErrorCode.NOTHING_TO_TAKE);
  }

  /** Somebody takes back what of a listing is not filled. */
  public void withdraw(Part whose, InstructionId listing) {
    stage.does(
        whose,
        whose.zh() + "撤回挂牌",
        "The " + whose.en() + " takes a listing back",
        new WithdrawListing(listing));
  }

  /**
   * Somebody has credits auctioned.
   *
   * @return the auction
   */
  public InstructionId applyForAuction(Part seller, long tonnes, long reserve) {
    return stage
        .does(
            seller,
            seller.zh() + "申请以不低于每吨 " + reserve + " 分竞价卖出 " + tonnes + " 吨",
            "The "
                + seller.en()
                + " applies to auction "
                + tonnes
                + " t at no less than "
                + reserve
                + " fen",
            new ApplyForAuction(
                Optional.of(batch), instrument, Tonnes.of(tonnes), Fen.of(reserve), Side.SELL))
        .id();
  }

  /** The exchange opens an auction in which all winners pay the last one's price. */
  public void openAuction(
      InstructionId auction, Instant bidsFrom, Instant bidsUntil, Instant revealUntil) {
    stage.does(
        Part.EXCHANGE,
        "交易机构公告竞价",
        "The exchange opens the auction",
        new OpenAuction(auction, bidsFrom, bidsUntil, AuctionOpening.Pricing.UNIFORM, revealUntil));
  }

  /**
   * Somebody bids in an auction, sealed.
   *
   * @param salt 32 bytes in hexadecimal; random ones where the story is played for others
   * @return what to reveal later
   */
  public SealedBid placeBid(
      Part bidder, InstructionId auction, long tonnes, long price, String salt) {
    SealedBid bid =
        new SealedBid(auction, stage.id(bidder), Fen.of(price), Tonnes.of(tonnes), salt);
    // With room for fees, and so much more that it does not tell the price.
    Fen ceiling = Fen.of(tonnes * price / 10 * 12);
    stage.does(
        bidder,
        bidder.zh() + "提交密封报价",
        "The " + bidder.en() + " places a sealed bid",
        new PlaceBid(
            auction, Optional.empty(), Optional.of(ceiling), Optional.empty(), bid.digest()));
    return bid;
  }

  private static RevealBid revealOf(SealedBid bid, String salt) {
    return new RevealBid(bid.auction(), bid.price(), bid.quantity(), salt);
  }

  /** Nobody reveals another bid than was sealed. */
  public void refuseAnotherBid(Part bidder, SealedBid bid) {
    stage.refused(
        bidder,
        "揭示的内容与所密封的不符",
        "What is revealed is not what was sealed",
        revealOf(bid, Setting.document("another salt").value()),
        ErrorCode.BID_DOES_NOT_MATCH);
  }

  /** Somebody reveals its bid. */
  public void revealBid(Part bidder, SealedBid bid) {
    stage.does(
        bidder,
        bidder.zh() + "揭示报价：" + bid.quantity() + " 吨，每吨 " + bid.price() + " 分",
        "The "
            + bidder.en()
            + " reveals its bid: "
            + bid.quantity()
            + " t at "
            + bid.price()
            + " fen",
        revealOf(bid, bid.salt()));
  }

  /** Anybody closes an auction: the best win, all others get back what they had set aside. */
  public void closeAuction(Part anybody, InstructionId auction) {
    stage.does(
        anybody,
        anybody.zh() + "结束竞价",
        "The " + anybody.en() + " closes the auction",
        new CloseAuction(auction));
  }

  /**
   * Somebody offers a block to one counterparty.
   *
   * @param until the last instant at which it can be accepted
   * @return the offer
   */
  public InstructionId offerBlock(Part seller, Part buyer, long tonnes, long fen, Instant until) {
    return stage
        .does(
            seller,
            seller.zh() + "向" + buyer.zh() + "提出大宗协议报价 " + tonnes + " 吨",
            "The " + seller.en() + " offers a block of " + tonnes + " t to the " + buyer.en(),
            new OfferBlockTrade(
                Optional.of(batch),
                stage.id(buyer),
                instrument,
                Fen.of(fen),
                Tonnes.of(tonnes),
                Side.SELL,
                until))
        .id();
  }

  /** A block is offered, is for nobody else to accept, and is accepted. */
  public void block(Part seller, Part buyer, long tonnes, long fen, Instant until) {
    AcceptBlockTrade acceptance =
        new AcceptBlockTrade(Optional.empty(), offerBlock(seller, buyer, tonnes, fen, until));
    stage.refused(
        seller,
        "大宗协议报价只能由指定的对手方接受",
        "Only the counterparty accepts the offer of a block",
        acceptance,
        ErrorCode.NOT_ALLOWED);
    stage.does(
        buyer,
        buyer.zh() + "接受大宗协议报价",
        "The " + buyer.en() + " accepts the offer of a block",
        acceptance);
  }

  /** The seller of a trade records its invoice. */
  public void invoice(Part seller, int trade, long fen) {
    stage.does(
        seller,
        seller.zh() + "登记第 " + trade + " 笔成交的发票",
        "The " + seller.en() + " records the invoice of trade " + trade,
        new RecordInvoice(
            Fen.of(fen), Setting.document("invoice"), instrument, "26112000000012345678", trade));
  }

  /** The exchange cancels a trade of the day on a document of the authority. */
  public void cancel(int trade) {
    stage.does(
        Part.EXCHANGE,
        "交易机构依国家主管部门文件取消第 " + trade + " 笔成交",
        "The exchange cancels trade " + trade + " on a document of the authority",
        new CancelTrade(
            Setting.document("decision"), instrument, "错误成交。 An error led to it.", trade));
  }

  /**
   * The office names who is paid what a line of the project's plan of benefits is owed.
   *
   * @return the payment
   */
  public InstructionId payBenefit(InstructionId project, int line, Part payee) {
    return stage
        .does(
            Part.OFFICE,
            "主管部门指定" + payee.zh() + "收取第 " + line + " 项收益分成",
            "The office has the " + payee.en() + " paid what line " + line + " of the plan is owed",
            new PayBenefit(
                asset,
                stage.id(Part.BANK),
                Setting.document("resolution of the cooperative"),
                line,
                stage.id(payee),
                project))
        .id();
  }

  /** The exchange closes the instrument's day and collects the fees. */
  public void closeDay() {
    stage.does(
        Part.EXCHANGE,
        "交易机构收市，未成交挂牌退回",
        "The exchange closes the day; what is listed goes back",
        new CloseTradingDay(instrument));
    stage.does(
        Part.EXCHANGE, "交易机构归集手续费", "The exchange collects its fees", new CollectFees(instrument));
  }
}
