// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.market.Auction;
import org.grasslandcarbon.domain.market.AuctionBid;
import org.grasslandcarbon.domain.market.BenefitAccount;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.market.Listing;
import org.grasslandcarbon.domain.market.OpeningPrice;
import org.grasslandcarbon.domain.market.Position;
import org.grasslandcarbon.domain.market.PriceLimits;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.market.TradeCancellation;
import org.grasslandcarbon.domain.market.TradingRule;
import org.grasslandcarbon.domain.market.Venue;
import org.grasslandcarbon.domain.market.VenueReserve;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.VenueId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is traded, where, by which rules and at which prices. Prices and quantities are everybody's;
 * who traded, what somebody has listed and what stands behind it are the parties' and those who
 * supervise them.
 */
public final class MarketViews {
  private static final String TRAINING_MONEY = Asset.CNY_TRAINING.value();
  private static final String TRAINING_ZH = "是否仅供练习";
  private static final String TRAINING_EN = "Whether it is for practice only";

  /** Where credits are traded. */
  public static final View VENUES =
      View.of(Venue.TYPE, "venue", "交易场所", "Venues")
          .at("venues")
          .text("asset", Asset.class, "/asset")
          .text("bank", ParticipantId.class, "/bank")
          .is("training", "/asset", TRAINING_MONEY)
          .sought("/name/zh", "/name/en", List.of("/id"), List.of("/id", "/asset"))
          .with("training")
          .withComputed("day", venue -> present(venue.at("/days/0")))
          .filter("training", "training", TRAINING_ZH, TRAINING_EN)
          .brief("交易场所", "Venue", "/id")
          .brief("名称", "Name (zh)", "/name/zh")
          .shown("英文名称", "Name", "/name/en")
          .brief("资金种类", "Asset", "/asset")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("最近交易日", "Newest Trading Day", "/day")
          .brief("交易日序号", "Number of Trading Days", "/index")
          .shown("规则版本", "Version of Rules", "/rule")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** The numbers by which venues trade, by version. */
  public static final View TRADING_RULES =
      View.of(TradingRule.TYPE, "trading-rule", "交易规则", "Trading rules")
          .at("trading-rules")
          .namedBy("venue", "version")
          .newestFirst()
          .text("venue", VenueId.class, "/venue")
          .number("version", "/version")
          .number("tick", "/terms/tick")
          .number("limitPerMille", "/terms/listing/limitPerMille")
          .index("venue")
          .refers("of", VENUES, "venue")
          .foundBy(Forms.VENUE, "venue", "version")
          .with("training", "of.training")
          .filter("venue", "venue", "交易场所", "Venue")
          .brief("交易场所", "Venue", "/venue")
          .brief("版本", "Version", "/version")
          .brief("生效日期", "Valid From", "/validFrom")
          .brief("最小变动价位（分/吨）", "Tick (fen/t)", "/terms/tick")
          .shown("最小交易单位（吨）", "Lot (t)", "/terms/lot")
          .brief("挂牌涨跌幅（千分比）", "Listed Price Limit (per mille)", "/terms/listing/limitPerMille")
          .shown("大宗涨跌幅（千分比）", "Block Price Limit (per mille)", "/terms/block/limitPerMille")
          .shown("大宗最小数量（吨）", "Smallest Block (t)", "/terms/blockLeast")
          .shown("买方手续费（百万分比）", "Buyer's Fee (per million)", "/terms/listing/buyerFeePerMillion")
          .shown("卖方手续费（百万分比）", "Seller's Fee (per million)", "/terms/listing/sellerFeePerMillion")
          .shown("反向交易间隔（交易日）", "Days between Opposite Trades", "/terms/turnaroundDays")
          .shown("增值税率（千分比）", "VAT (per mille)", "/terms/vatPerMille")
          .shown("公布时间", "Date Published", "/publishedAt")
          .shown("规则文件摘要", "Digest of the Document", "/document")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * The board: what is traded, with base price, limits and what has happened on its newest day.
   * What is listed stands in the book by level; whose it is, only those see who supervise.
   */
  public static final View INSTRUMENTS =
      View.of(InstrumentBook.TYPE, "instrument", "交易标的", "Instruments")
          .at("market")
          .text("venue", VenueId.class, "/venue")
          .text("asset", Asset.class, "/asset")
          .text("project", InstructionId.class, "/project")
          .batchNumber("/instrument")
          .number("base", "/base")
          .present("halted", "/halt")
          .text("day", LocalDate.class, "/day/date")
          .flag("closed", "/day/closed")
          .sought("/instrument", "/instrument", List.of(), List.of("/venue", "/asset"))
          .is("training", "/asset", TRAINING_MONEY)
          .id("rule", MarketViews::rule, "/venue", "/day/rule")
          .index("venue")
          .refers("by", TRADING_RULES, "rule")
          .refers("in", ProjectViews.PROJECTS, "project")
          .with("halted")
          .with("training")
          .with("tick", "by.tick")
          .with("limitPerMille", "by.limitPerMille")
          .withComputed("limits", MarketViews::limits)
          .filter("venue", "venue", "交易场所", "Venue")
          .filter("halted", "halted", "是否停牌", "Whether its trading is halted")
          .filter("project", Forms.PROJECT_NUMBER, "projectNumber", "project", Forms.ZH, Forms.EN)
          .filter("projectName", "in.search", Forms.NAME_ZH, Forms.NAME_EN)
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("methodology", "in.methodology", "方法学编号", "Id of the methodology")
          .filter("training", "training", TRAINING_ZH, TRAINING_EN)
          .brief("交易标的", "Instrument", "/instrument")
          .shown("交易场所", "Venue", "/venue")
          .shown("资金种类", "Asset", "/asset")
          .brief("基准价（分/吨）", "Base (fen/t)", "/base")
          .shown("跌停价（分/吨）", "Lowest (fen/t)", "/limits/lowest")
          .shown("涨停价（分/吨）", "Highest (fen/t)", "/limits/highest")
          .shown("交易日", "Trading Day", "/day/date")
          .shown("开盘价（分/吨）", "Open (fen/t)", "/day/first")
          .shown("最高价（分/吨）", "High (fen/t)", "/day/highest")
          .shown("最低价（分/吨）", "Low (fen/t)", "/day/lowest")
          .brief("最新价（分/吨）", "Last (fen/t)", "/day/last")
          .brief("挂牌成交量（吨）", "Listed Volume (t)", "/day/listed/tonnes")
          .shown("挂牌成交额（分）", "Listed Value (fen)", "/day/listed/value")
          .shown("大宗成交量（吨）", "Block Volume (t)", "/day/block/tonnes")
          .shown("大宗成交额（分）", "Block Value (fen)", "/day/block/value")
          .brief("成交笔数", "Trades", "/day/trades")
          .shown("已收市", "Closed", "/day/closed")
          .shown("停牌", "Halted", "/halted")
          .shown("停牌理由", "Reason of the Halt", "/halt/reason")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Prices at which holders would have instruments opened. */
  public static final View OPENING_PRICES =
      View.of(OpeningPrice.TYPE, "opening-price", "开盘参考价", "Opening prices proposed")
          .at("opening-prices")
          .namedBy("instrument", "venue")
          .newestFirst()
          .text("instrument", InstrumentId.class, "/instrument")
          .text("venue", VenueId.class, "/venue")
          .refers("at", VENUES, "venue")
          .with("training", "at.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("venue", "venue", "交易场所", "Venue")
          .brief("提出时间", "Date Proposed", "/at")
          .brief("交易标的", "Instrument", "/instrument")
          .brief("交易场所", "Venue", "/venue")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .shown("提出方", "Proposed By", "/by")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What one participant has listed, and what became of it. */
  public static final View LISTINGS =
      View.of(Listing.TYPE, "listing", "挂牌", "Listings")
          .at("listings")
          .newestFirst()
          .time("placedAt", "/placedAt")
          .text("participant", ParticipantId.class, "/participant")
          .text("instrument", InstrumentId.class, "/instrument")
          .text("batch", BatchId.class, "/batch")
          .text("side", Side.class, "/side")
          .text("state", Listing.State.class, "/state")
          .number("cash", "/cash")
          .credits("escrowed", "/serials")
          .index("participant")
          .index("batch", "escrowed")
          .index("cash")
          .refers("of", INSTRUMENTS, "instrument")
          .ofParticipant("owner", "participant")
          .with("escrowed")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("side", "side", "买卖方向", "Side")
          .filter("state", "state", "状态", "State")
          .days("placedAt")
          .shown("挂牌时间", "Date Listed", "/placedAt")
          .brief("挂牌编号", "Listing ID", "/id")
          .shown("挂牌方", "Account Holder", "/participant")
          .brief("交易标的", "Instrument", "/instrument")
          .shown("批次", "Batch", "/batch")
          .brief("方向", "Side", "/side")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .shown("数量（吨）", "Quantity (t)", "/quantity")
          .brief("未成交（吨）", "Remaining (t)", "/remaining")
          .shown("成交金额（分）", "Value Filled (fen)", "/filledValue")
          .shown("冻结资金（分）", "Cash in Escrow (fen)", "/cash")
          .serials("/batch", "/serials", false)
          .brief("状态", "Status", "/state")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Trades that were cancelled; the trade itself says what it was. */
  public static final View CANCELLATIONS =
      View.of(TradeCancellation.TYPE, "trade-cancellation", "成交取消", "Trades cancelled")
          .at("trade-cancellations")
          .namedBy("instrument", "trade")
          .newestFirst()
          .time("at", "/at")
          .text("instrument", InstrumentId.class, "/instrument")
          .number("trade", "/trade")
          .text("id", InstructionId.class, "/id")
          .text("document", Sha256.class, "/document")
          .index("instrument")
          .refers("of", INSTRUMENTS, "instrument")
          .foundBy(Forms.INSTRUMENT, "instrument", "trade")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .days("at")
          .brief("取消时间", "Date Cancelled", "/at")
          .brief("交易标的", "Instrument", "/instrument")
          .brief("成交编号", "Trade Number", "/trade")
          .brief("理由", "Reason", "/reason")
          .shown("取消方", "Cancelled By", "/by")
          .shown("文件摘要", "Digest of the Document", "/document")
          .shown("指令编号", "Transaction ID", "/id")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * Trades: everybody sees what was traded at which price, the parties and those who supervise them
   * who did and what it cost. One is named by its instrument and its number. A block stands outside
   * of the quotes: until its day is over only those see it whom it concerns.
   */
  public static final View TRADES =
      View.of(Trade.TYPE, "trade", "成交", "Trades")
          .at("trades")
          .namedBy("instrument", "number")
          .newestFirst()
          .time("at", "/at")
          .text("day", LocalDate.class, "/day")
          .text("venue", VenueId.class, "/venue")
          .text("instrument", InstrumentId.class, "/instrument")
          .batchNumber("/instrument")
          .number("number", "/number")
          .id("cancellation", MarketViews::cancellation, "/instrument", "/number")
          .text("mode", Trade.Mode.class, "/mode")
          .text("buyer", ParticipantId.class, "/buyer")
          .text("seller", ParticipantId.class, "/seller")
          .inner("buyer", "seller")
          // The more an index chooses, the earlier it stands: of several the first is used.
          .index("instrument", "day")
          .index("buyer")
          .index("seller")
          .index("day")
          .index("projectNumber")
          .index("region")
          .index("prefecture")
          .index("vintage")
          .index("mode")
          .index("province")
          .index("at")
          .refers("of", INSTRUMENTS, "instrument")
          .refers("undone", CANCELLATIONS, "cancellation")
          .foundBy(Forms.INSTRUMENT, "instrument", "number")
          .withheldWhileOpen(
              "mode", Trade.Mode.BLOCK.name(), "day", "of", "/buyer", "buyer", "seller")
          .with("cancellation.at", "undone.at")
          .with("cancellation.document", "undone.document")
          .with("cancellation.instruction", "undone.id")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("project", "projectNumber", "项目编号", "Project's number")
          .filter("region", "region", "行政区划（含下级）", "Division, with those in it")
          .filter("vintage", "vintage", "年份", "Vintage year")
          .filter("venue", "venue", "交易场所", "Venue")
          .filter("training", "of.training", TRAINING_ZH, TRAINING_EN)
          .filter("mode", "mode", "交易方式", "Way of trading")
          .filter("day", "day", "交易日", "Trading day")
          .concerning(
              "party",
              "买方或卖方；须有权查看其成交",
              "Buyer or seller, for those who may see its trades",
              "buyer",
              "seller")
          .days("at")
          .brief("成交时间", "Date Traded", "/at")
          .shown("交易日", "Trading Day", "/day")
          .brief("交易标的", "Instrument", "/instrument")
          .brief("成交编号", "Trade Number", "/number")
          .brief("交易方式", "Mode", "/mode")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .brief("数量（吨）", "Quantity (t)", "/tonnes")
          .brief("成交金额（分）", "Gross (fen)", "/gross")
          .shown("批次", "Batch", "/batch")
          .shown("买方", "Buyer", "/buyer")
          .shown("卖方", "Seller", "/seller")
          .shown("买方手续费（分）", "Buyer's Fee (fen)", "/buyerFee")
          .shown("买方结算费（分）", "Buyer's Settlement Fee (fen)", "/buyerSettlementFee")
          .shown("卖方手续费（分）", "Seller's Fee (fen)", "/sellerFee")
          .shown("卖方结算费（分）", "Seller's Settlement Fee (fen)", "/sellerSettlementFee")
          .serials("/batch", "/serials", false)
          .shown("资金种类", "Asset", "/asset")
          .shown("指令编号", "Transaction ID", "/instruction")
          .brief("取消时间", "Date Cancelled", "/cancellation/at")
          .shown("取消依据文件摘要", "Digest of the Document", "/cancellation/document")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * Auctions: everybody sees what is offered and what was bid, without names; whose it is and what
   * stands behind it are the applicant's.
   */
  public static final View AUCTIONS =
      View.of(Auction.TYPE, "auction", "单向竞价", "Auctions")
          .at("auctions")
          .newestFirst()
          .text("instrument", InstrumentId.class, "/instrument")
          .text("venue", VenueId.class, "/venue")
          .text("batch", BatchId.class, "/batch")
          .text("side", Side.class, "/side")
          .text("state", Auction.State.class, "/state")
          .is("training", "/asset", TRAINING_MONEY)
          .text("participant", ParticipantId.class, "/participant")
          .number("cash", "/cash")
          .credits("escrowed", "/serials")
          .inner("participant", "cash", "escrowed")
          .index("batch", "escrowed")
          .index("participant")
          .index("cash")
          .with("training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("venue", "venue", "交易场所", "Venue")
          .filter("side", "side", "买卖方向", "Side")
          .filter("state", "state", "状态", "State")
          .filter("training", "training", TRAINING_ZH, TRAINING_EN)
          .shown("申请时间", "Date Applied", "/appliedAt")
          .brief("竞价编号", "Auction ID", "/id")
          .shown("交易场所", "Venue", "/venue")
          .brief("交易标的", "Instrument", "/instrument")
          .shown("批次", "Batch", "/batch")
          .brief("方向", "Side", "/side")
          .brief("数量（吨）", "Quantity (t)", "/quantity")
          .shown("保留价（分/吨）", "Reserve Price (fen/t)", "/reserve")
          .shown("最后时刻", "Last Instant", "/until")
          .shown("成交量（吨）", "Sold (t)", "/sold")
          .shown("统一成交价（分/吨）", "Clearing Price (fen/t)", "/clearing")
          .brief("状态", "Status", "/state")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What one participant has bid in auctions. */
  public static final View AUCTION_BIDS =
      View.of(AuctionBid.TYPE, "auction-bid", "竞价报价", "Bids in auctions")
          .at("auction-bids")
          .namedBy("auction", "participant")
          .newestFirst()
          .text("participant", ParticipantId.class, "/participant")
          .text("auction", InstructionId.class, "/auction")
          .text("batch", BatchId.class, "/batch")
          .text("state", AuctionBid.State.class, "/state")
          .number("cash", "/cash")
          .credits("escrowed", "/serials")
          .index("participant")
          .index("batch", "escrowed")
          .index("cash")
          .refers("in", AUCTIONS, "auction")
          .ofParticipant("owner", "participant")
          .with("escrowed")
          .with("training", "in.training")
          .filter("auction", "auction", "竞价编号", "Auction")
          .filter("state", "state", "状态", "State")
          .brief("报价时间", "Date Bid", "/placedAt")
          .shown("报价编号", "Bid ID", "/id")
          .shown("报价方", "Account Holder", "/participant")
          .brief("竞价编号", "Auction ID", "/auction")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .brief("数量（吨）", "Quantity (t)", "/quantity")
          .shown("中标（吨）", "Allotted (t)", "/allotted")
          .shown("冻结资金（分）", "Cash in Escrow (fen)", "/cash")
          .serials("/batch", "/serials", false)
          .brief("状态", "Status", "/state")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** On which trading days one participant last bought and sold what. */
  public static final View POSITIONS =
      View.of(Position.TYPE, "position", "交易持仓", "Positions")
          .at("positions")
          .namedBy("instrument", "participant")
          .text("instrument", InstrumentId.class, "/instrument")
          .text("participant", ParticipantId.class, "/participant")
          .index("participant")
          .refers("of", INSTRUMENTS, "instrument")
          .ofParticipant("owner", "participant")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .brief("交易标的", "Instrument", "/instrument")
          .shown("交易方", "Account Holder", "/participant")
          .brief("最近买入交易日序号", "Day of the Last Purchase", "/bought")
          .brief("最近卖出交易日序号", "Day of the Last Sale", "/sold")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** What lines of projects' plans of benefits are owed because nobody can be paid yet. */
  public static final View BENEFITS =
      View.of(BenefitAccount.TYPE, "benefit", "收益分成", "Benefit shares")
          .at("benefits")
          .namedBy("project", "line", "bank", "asset")
          .text("project", ProjectNumber.class, "/project")
          .number("line", "/line")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .number("owed", "/owed")
          .is("training", "/asset", TRAINING_MONEY)
          .withoutEmpty("owed")
          .with("training")
          .foundBy(Forms.PROJECT_NUMBER, "project", "line", "bank", "asset")
          .filter("project", "project", "项目编号", "Project's number")
          .filter("asset", "asset", "资金种类", "Asset")
          .brief("项目编号", "Project ID", "/project")
          .brief("分配行", "Line of the Plan", "/line")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("待付金额（分）", "Owed (fen)", "/owed")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Venues' risk reserves. */
  public static final View RESERVES =
      View.of(VenueReserve.TYPE, "reserve", "风险准备金", "Risk reserves")
          .at("reserves")
          .text("venue", VenueId.class, "/venue")
          .refers("of", VENUES, "venue")
          .with("training", "of.training")
          .brief("交易场所", "Venue", "/venue")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .brief("仅供练习", "Training", "/training")
          .done();

  /**
   * What was traded of an instrument on each of its days. Open, high, low and close are those of
   * listed trades, and so are volume and value; the close is their average by volume, half-up to
   * the tick. Blocks, auctions and forwards stand apart, blocks from the end of the day on. A trade
   * that was cancelled counts in nothing but the number of those.
   */
  public static final View BARS =
      View.ofRows("bar", "日行情", "Daily bars", Visibility.PUBLIC)
          .newestFirst()
          .row("instrument", InstrumentId.class)
          .row("day", LocalDate.class)
          .row("open", Long.class)
          .row("high", Long.class)
          .row("low", Long.class)
          .row("last", Long.class)
          .row("volume", Long.class)
          .row("value", Long.class)
          .row("blockVolume", Long.class)
          .row("blockValue", Long.class)
          .row("otherVolume", Long.class)
          .row("otherValue", Long.class)
          .row("trades", Long.class)
          .row("cancelled", Long.class)
          .row("tick", Long.class)
          .index("instrument")
          .refers("of", INSTRUMENTS, "instrument")
          .under(INSTRUMENTS, "bars", "instrument")
          .with("instrument")
          .with("day")
          .with("open")
          .with("high")
          .with("low")
          .with("last")
          .with("volume")
          .with("value")
          .withOnceOver("blockVolume", "day", "of")
          .withOnceOver("blockValue", "day", "of")
          .with("otherVolume")
          .with("otherValue")
          .with("trades")
          .with("cancelled")
          .with("tick")
          .with("training", "of.training")
          .withComputed("close", MarketViews::close)
          .brief("交易日", "Trading Day", "/day")
          .shown("交易标的", "Instrument", "/instrument")
          .brief("开盘价（分/吨）", "Open (fen/t)", "/open")
          .shown("最高价（分/吨）", "High (fen/t)", "/high")
          .shown("最低价（分/吨）", "Low (fen/t)", "/low")
          .brief("收盘价（分/吨）", "Close (fen/t)", "/close")
          .brief("成交量（吨）", "Volume (t)", "/volume")
          .shown("成交额（分）", "Value (fen)", "/value")
          .shown("大宗成交量（吨）", "Block Volume (t)", "/blockVolume")
          .shown("大宗成交额（分）", "Block Value (fen)", "/blockValue")
          .shown("其他方式成交量（吨）", "Other Volume (t)", "/otherVolume")
          .shown("其他方式成交额（分）", "Other Value (fen)", "/otherValue")
          .brief("成交笔数", "Trades", "/trades")
          .shown("取消笔数", "Trades Cancelled", "/cancelled")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Every movement of one participant's money with the balance after it, the oldest first. */
  public static final View CASH_STATEMENT =
      View.ofRows("cash-statement", "资金流水", "Statement of cash", Visibility.ACCOUNT)
          .at("cash-statement")
          .row("owner", ParticipantId.class)
          .row("at", Instant.class)
          .row("asset", Asset.class)
          .row("account", String.class)
          .row("counterparty", String.class)
          .row("amount", Long.class)
          .row("balance", Long.class)
          .row("available", Long.class)
          .row("instruction", InstructionId.class)
          .row("action", String.class)
          .row("block", Long.class)
          .index("owner")
          .index("asset")
          .ofParticipant("owner", "owner")
          .with("at")
          .with("owner")
          .with("asset")
          .with("account")
          .with("counterparty")
          .with("amount")
          .with("balance")
          .with("available")
          .with("instruction")
          .with("action")
          .with("block")
          .days("at")
          .filter("asset", "asset", "资金种类", "Asset")
          .brief("时间", "Date", "/at")
          .shown("所有方", "Account Holder", "/owner")
          .brief("指令", "Transaction Type", "/action")
          .brief("资金种类", "Asset", "/asset")
          .brief("账户", "Account", "/account")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .shown("对方账户", "Counterparty", "/counterparty")
          .brief("余额（分）", "Balance (fen)", "/balance")
          .brief("可用（分）", "Available (fen)", "/available")
          .shown("指令编号", "Transaction ID", "/instruction")
          .brief("区块", "Block", "/block")
          .done();

  static final List<View> ALL =
      List.of(
          VENUES,
          TRADING_RULES,
          INSTRUMENTS,
          OPENING_PRICES,
          LISTINGS,
          AUCTIONS,
          AUCTION_BIDS,
          CANCELLATIONS,
          TRADES,
          POSITIONS,
          BENEFITS,
          RESERVES,
          BARS,
          CASH_STATEMENT);

  private MarketViews() {}

  private static JsonNode present(JsonNode node) {
    return node.isMissingNode() ? null : node;
  }

  /** The rule by which a book's newest day is traded. */
  private static Optional<Key<?>> rule(JsonNode book) {
    JsonNode version = book.at("/day/rule");
    return version.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            TradingRule.key(new VenueId(book.path("venue").asString()), version.intValue()));
  }

  /** The record that says that a trade was cancelled; there is one for few. */
  private static Optional<Key<?>> cancellation(JsonNode trade) {
    return Optional.of(
        TradeCancellation.key(
            new InstrumentId(trade.path("instrument").asString()),
            trade.path("number").longValue()));
  }

  /** Between which prices a book can be listed, by the rule of its newest day. */
  private static JsonNode limits(JsonNode book) {
    if (!book.has("tick") || !book.has("limitPerMille")) {
      return null;
    }
    PriceLimits limits =
        PriceLimits.of(
            Fen.of(book.path("base").longValue()),
            book.path("limitPerMille").intValue(),
            Fen.of(book.path("tick").longValue()));
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    return told.put("highest", limits.highest()).put("lowest", limits.lowest());
  }

  /** A day's average price by volume; none of a day without listed trades. */
  private static JsonNode close(JsonNode bar) {
    long volume = bar.path("volume").longValue();
    if (volume == 0) {
      return null;
    }
    Fen tick = Fen.of(bar.path("tick").longValue());
    long ticks = PriceLimits.halfUp(bar.path("value").longValue(), volume, tick);
    return Codec.tree(Fen.of(ticks * tick.value()));
  }
}
