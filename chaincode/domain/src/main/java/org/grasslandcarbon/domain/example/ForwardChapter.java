// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.market.AcceptForward;
import org.grasslandcarbon.domain.market.DefaultForward;
import org.grasslandcarbon.domain.market.DeliverForward;
import org.grasslandcarbon.domain.market.OfferForward;
import org.grasslandcarbon.domain.market.OpenInstrument;
import org.grasslandcarbon.domain.market.ProposeOpeningPrice;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Tonnes;

/** A year of a project is sold before it is issued, and paid for when it is. */
public final class ForwardChapter {
  /** A fifth is paid before. */
  private static final int PART_PER_MILLE = 200;

  private final Stage stage;
  private final MarketChapter market;
  private final InstructionId project;
  private final InstrumentId instrument;

  /**
   * @param market a venue whose rule has forwards, and an instrument of the project there
   * @param project the project
   * @param vintage another of its years, of which nothing is issued yet
   */
  public ForwardChapter(Stage stage, MarketChapter market, InstructionId project, int vintage) {
    this.stage = stage;
    this.market = market;
    this.project = project;
    this.instrument = InstrumentId.of(market.instrument().project(), vintage);
  }

  /** The project's owner proposes an opening price for the year and the exchange confirms it. */
  public void openInstrument() {
    stage.does(
        Part.OWNER,
        "业主为尚未签发的年份提出开盘参考价",
        "The owner proposes an opening price for a year that is not issued yet",
        new ProposeOpeningPrice(
            instrument, MarketChapter.OPENING, Optional.of(project), market.venue()));
    stage.does(
        Part.EXCHANGE,
        "交易机构确认开盘参考价",
        "The exchange confirms it",
        new OpenInstrument(instrument, MarketChapter.OPENING, market.venue()));
  }

  /**
   * The owner offers tonnes of the year.
   *
   * @param deliveryDay by which they are to be issued
   * @param until the last instant at which it can be accepted
   * @return the forward
   */
  public InstructionId offer(
      Part buyer, long tonnes, long fen, LocalDate deliveryDay, Instant until) {
    return stage
        .does(
            Part.OWNER,
            "业主向" + buyer.zh() + "提出远期报价 " + tonnes + " 吨，并备付违约金",
            "The owner offers a forward of "
                + tonnes
                + " t to the "
                + buyer.en()
                + " and sets its penalty aside",
            new OfferForward(
                stage.id(buyer),
                deliveryDay,
                instrument,
                PART_PER_MILLE,
                Fen.of(fen),
                Tonnes.of(tonnes),
                Side.SELL,
                until))
        .id();
  }

  /** The counterparty accepts; nothing can be delivered yet, and nobody is in default. */
  public void accept(Part buyer, InstructionId forward) {
    stage.refused(
        Part.OWNER,
        "远期报价只能由指定的对手方接受",
        "Only the counterparty accepts the offer of a forward",
        new AcceptForward(forward),
        ErrorCode.NOT_ALLOWED);
    stage.does(
        buyer,
        buyer.zh() + "接受远期报价，并支付预付款",
        "The " + buyer.en() + " accepts the forward and sets its part payment aside",
        new AcceptForward(forward));
    stage.refused(
        buyer,
        "减排量尚未签发，不能交割",
        "Nothing is issued, so that nothing is delivered",
        new DeliverForward(forward),
        ErrorCode.NOTHING_TO_DELIVER);
    stage.refused(
        Part.OWNER,
        "付款期限未过，不得宣告违约",
        "Nobody is in default before the last instant",
        new DefaultForward(forward),
        ErrorCode.FORWARD_NOT_OVER);
  }

  /** The buyer pays the rest for what is issued and gets it. */
  public void deliver(Part buyer, InstructionId forward) {
    stage.does(
        buyer,
        buyer.zh() + "付清余款，远期交割",
        "The " + buyer.en() + " pays the rest and gets the credits",
        new DeliverForward(forward));
  }
}
