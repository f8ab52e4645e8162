// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.market.BenefitPayment;
import org.grasslandcarbon.domain.market.BlockOffer;
import org.grasslandcarbon.domain.market.Invoice;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;

/** Offers of blocks, and what is told of trades after they were made. */
public final class BlockViews {
  /** What one participant has offered or has been offered, and what became of it. */
  public static final View OFFERS =
      View.of(BlockOffer.TYPE, "block", "大宗协议", "Block trades")
          .at("block-offers")
          .newestFirst()
          .time("offeredAt", "/offeredAt")
          .text("participant", ParticipantId.class, "/participant")
          .text("counterparty", ParticipantId.class, "/counterparty")
          .text("instrument", InstrumentId.class, "/instrument")
          .text("batch", BatchId.class, "/batch")
          .text("side", Side.class, "/side")
          .text("state", BlockOffer.State.class, "/state")
          .number("cash", "/cash")
          .credits("escrowed", "/serials")
          .index("participant")
          .index("counterparty")
          .index("batch", "escrowed")
          .index("cash")
          .refers("of", MarketViews.INSTRUMENTS, "instrument")
          .ofParticipant("owner", "participant")
          .orOf("counterparty", "counterparty", "向其报价的对手方", "To whom it was offered")
          .with("escrowed")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("side", "side", "买卖方向", "Side")
          .filter("state", "state", "状态", "State")
          .days("offeredAt")
          .brief("报价时间", "Date Offered", "/offeredAt")
          .brief("报价编号", "Offer ID", "/id")
          .shown("报价方", "Account Holder", "/participant")
          .brief("对手方", "Counterparty", "/counterparty")
          .brief("交易标的", "Instrument", "/instrument")
          .shown("批次", "Batch", "/batch")
          .brief("方向", "Side", "/side")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .brief("数量（吨）", "Quantity (t)", "/quantity")
          .brief("最后时刻", "Until", "/until")
          .shown("冻结资金（分）", "Cash in Escrow (fen)", "/cash")
          .serials("/batch", "/serials", false)
          .brief("状态", "Status", "/state")
          .shown("了结指令", "Ended By", "/endedBy")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** To whom what lines of plans of benefits were owed was paid. */
  public static final View BENEFIT_PAYMENTS =
      View.of(BenefitPayment.TYPE, "benefit-payment", "收益分成支付", "Benefit shares paid")
          .at("benefit-payments")
          .newestFirst()
          .time("at", "/at")
          .text("project", ProjectNumber.class, "/project")
          .text("payee", ParticipantId.class, "/payee")
          .text("asset", Asset.class, "/asset")
          .is("training", "/asset", Asset.CNY_TRAINING.value())
          .index("project")
          .with("training")
          .filter("project", "project", "项目编号", "Project's number")
          .filter("payee", "payee", "收款方", "Payee")
          .filter("asset", "asset", "资金种类", "Asset")
          .days("at")
          .brief("支付时间", "Date Paid", "/at")
          .brief("项目编号", "Project ID", "/project")
          .brief("分成项", "Line of the Plan", "/line")
          .brief("收款方", "Payee", "/payee")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .shown("资金种类", "Asset", "/asset")
          .shown("结算银行", "Settlement Bank", "/bank")
          .shown("指定方", "Named By", "/by")
          .shown("证明文件摘要", "Digest of the Document", "/document")
          .shown("指令编号", "Transaction ID", "/id")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** Invoices of one participant's trades, as their sellers say. */
  public static final View INVOICES =
      View.of(Invoice.TYPE, "invoice", "成交发票", "Invoices of trades")
          .at("invoices")
          .namedBy("instrument", "trade")
          .newestFirst()
          .time("at", "/statement/at")
          .text("seller", ParticipantId.class, "/seller")
          .text("buyer", ParticipantId.class, "/buyer")
          .text("instrument", InstrumentId.class, "/instrument")
          .number("trade", "/trade")
          .index("seller")
          .index("buyer")
          .refers("of", MarketViews.INSTRUMENTS, "instrument")
          .ofParticipant("owner", "seller")
          .orOf("buyer", "buyer", "买方", "The buyer")
          .foundBy(Forms.INSTRUMENT, "instrument", "trade")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .days("at")
          .brief("登记时间", "Date Recorded", "/statement/at")
          .brief("交易标的", "Instrument", "/instrument")
          .brief("成交编号", "Trade Number", "/trade")
          .shown("卖方", "Seller", "/seller")
          .brief("买方", "Buyer", "/buyer")
          .brief("发票号码", "Invoice Number", "/statement/number")
          .brief("金额（分）", "Amount (fen)", "/statement/amount")
          .shown("发票文件摘要", "Digest of the Invoice", "/statement/document")
          .shown("指令编号", "Transaction ID", "/statement/id")
          .brief("仅供练习", "Training", "/training")
          .done();

  static final List<View> ALL = List.of(OFFERS, BENEFIT_PAYMENTS, INVOICES);

  private BlockViews() {}
}
