// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.List;
import org.grasslandcarbon.domain.credit.ForwardCredits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.market.Forward;
import org.grasslandcarbon.domain.market.ForwardPledge;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** Forwards, and what stands behind them. */
public final class ForwardViews {
  /** What one participant has sold or bought before it was issued, and what became of it. */
  public static final View FORWARDS =
      View.of(Forward.TYPE, "forward", "远期", "Forwards")
          .at("forwards")
          .newestFirst()
          .time("offeredAt", "/offeredAt")
          .text("seller", ParticipantId.class, "/seller")
          .text("buyer", ParticipantId.class, "/buyer")
          .text("instrument", InstrumentId.class, "/instrument")
          .text("side", Side.class, "/side")
          .text("state", Forward.State.class, "/state")
          .is("training", "/asset", Asset.CNY_TRAINING.value())
          .index("seller")
          .index("buyer")
          .ofParticipant("owner", "seller")
          .orOf("buyer", "buyer", "买方", "The buyer")
          .with("training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .filter("side", "side", "报价方的买卖方向", "What whoever offered it wants")
          .filter("state", "state", "状态", "State")
          .days("offeredAt")
          .shown("报价时间", "Date Offered", "/offeredAt")
          .brief("远期编号", "Forward ID", "/id")
          .brief("卖方", "Seller", "/seller")
          .brief("买方", "Buyer", "/buyer")
          .brief("交易标的", "Instrument", "/instrument")
          .shown("报价方的买卖方向", "Side of the Offer", "/side")
          .brief("价格（分/吨）", "Price (fen/t)", "/price")
          .brief("数量（吨）", "Quantity (t)", "/quantity")
          .brief("已交付（吨）", "Delivered (t)", "/delivered")
          .shown("预付款（分）", "Part Payment (fen)", "/partPayment")
          .shown("违约金（分）", "Penalty (fen)", "/penalty")
          .shown("报价最后时刻", "Offer Until", "/until")
          .brief("交付日", "Delivery Day", "/deliveryDay")
          .shown("付款最后时刻", "Payment Until", "/payUntil")
          .shown("接受时间", "Date Accepted", "/acceptedAt")
          .shown("未签发（吨）", "Not Issued (t)", "/missing")
          .shown("未付款（吨）", "Not Paid (t)", "/unpaid")
          .brief("状态", "Status", "/state")
          .shown("了结指令", "Ended By", "/endedBy")
          .shown("资金种类", "Asset", "/asset")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** The money that one participant has set aside for forwards. */
  public static final View PLEDGES =
      View.of(ForwardPledge.TYPE, "forward-pledge", "远期备付资金", "Money set aside for forwards")
          .at("forward-pledges")
          .namedBy("forward", "participant")
          .text("participant", ParticipantId.class, "/participant")
          .text("forward", InstructionId.class, "/id")
          .number("cash", "/cash")
          .is("training", "/asset", Asset.CNY_TRAINING.value())
          .index("participant")
          .index("cash")
          .ofParticipant("owner", "participant")
          .with("training")
          .filter("forward", "forward", "远期编号", "Forward")
          .brief("远期编号", "Forward ID", "/id")
          .shown("备付方", "Account Holder", "/participant")
          .brief("冻结资金（分）", "Cash in Escrow (fen)", "/cash")
          .brief("资金种类", "Asset", "/asset")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("仅供练习", "Training", "/training")
          .done();

  /** The credits that are set aside for forwards which one participant sold or bought. */
  public static final View CREDITS =
      View.of(ForwardCredits.TYPE, "forward-credits", "远期备付减排量", "Credits set aside for forwards")
          .at("forward-credits")
          .namedBy("batch", "forward")
          .text("participant", ParticipantId.class, "/participant")
          .text("buyer", ParticipantId.class, "/buyer")
          .text("batch", BatchId.class, "/batch")
          .text("forward", InstructionId.class, "/id")
          .credits("escrowed", "/serials")
          .index("participant")
          .index("buyer")
          .index("batch", "escrowed")
          .refers("of", CreditViews.BATCHES, "batch")
          .ofParticipant("owner", "participant")
          .orOf("buyer", "buyer", "买方", "The buyer")
          .with("escrowed")
          .with("training", "of.training")
          .filter("batch", "batch", "批次", "Batch")
          .filter("forward", "forward", "远期编号", "Forward")
          .brief("远期编号", "Forward ID", "/id")
          .shown("卖方", "Seller", "/participant")
          .shown("买方", "Buyer", "/buyer")
          .brief("批次", "Batch", "/batch")
          .brief("数量（吨）", "Quantity (t)", "/escrowed")
          .serials("/batch", "/serials", false)
          .brief("仅供练习", "Training", "/training")
          .done();

  /** How much of each instrument is sold before it is delivered, without names. */
  public static final View SALES =
      View.of(ForwardSales.TYPE, "forward-sale", "远期未交付量", "Tonnes sold forward")
          .at("forward-sales")
          .text("instrument", InstrumentId.class, "/instrument")
          .number("tonnes", "/tonnes")
          .refers("of", MarketViews.INSTRUMENTS, "instrument")
          .with("training", "of.training")
          .filter("instrument", "instrument", "交易标的", "Instrument")
          .brief("交易标的", "Instrument", "/instrument")
          .brief("未交付（吨）", "Not Delivered (t)", "/tonnes")
          .brief("仅供练习", "Training", "/training")
          .done();

  static final List<View> ALL = List.of(FORWARDS, PLEDGES, CREDITS, SALES);

  private ForwardViews() {}
}
