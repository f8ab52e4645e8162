// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Tonnes;

/** A market says what it takes, an enterprise's emissions are recorded, and credits offset some. */
public final class OffsetChapter {
  private final Stage stage;
  private final MarketId market;
  private final int year;

  public OffsetChapter(Stage stage, MarketId market, int year) {
    this.stage = stage;
    this.market = market;
    this.year = year;
  }

  /** The market's rule is there for everybody to see. */
  public void publish(PublishOffsetRule rule) {
    stage.does(
        Part.AUTHORITY,
        "主管部门公布市场 " + market + " 的抵销规则",
        "The authority publishes the offset rule of market " + market,
        rule);
  }

  /** An enterprise's emissions are confirmed. */
  public void confirm(Part enterprise, long emissions) {
    stage.does(
        Part.AUTHORITY,
        "主管部门记载" + enterprise.zh() + " " + year + " 年度排放量 " + emissions + " 吨",
        "The authority records emissions of " + emissions + " t of the " + enterprise.en(),
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(emissions)), Optional.empty(), Optional.empty()),
            Setting.document("emissions"),
            stage.id(enterprise),
            market,
            year));
  }

  /** Credits are used up for compliance. */
  public InstructionId surrender(Part enterprise, BatchId batch, long tonnes) {
    return stage
        .does(
            enterprise,
            enterprise.zh() + "为履约注销 " + tonnes + " 吨",
            "The " + enterprise.en() + " retires " + tonnes + " t for compliance",
            surrenderOf(enterprise, batch, tonnes))
        .id();
  }

  /** A base that nobody has recorded is not taken for zero, nor for enough. */
  public void refuseUnknownBase(Part enterprise, BatchId batch, long tonnes) {
    stage.refused(
        enterprise,
        "排放量尚未记载，不能用于履约",
        "While its emissions are not on record, nothing is offset",
        surrenderOf(enterprise, batch, tonnes),
        ErrorCode.BASE_NOT_RECORDED);
  }

  /** More than the market's cap leaves. */
  public void refuseAboveCap(Part enterprise, BatchId batch, long tonnes) {
    stage.refused(
        enterprise,
        "超过抵销上限的数量被拒绝",
        "More than the cap leaves is refused",
        surrenderOf(enterprise, batch, tonnes),
        ErrorCode.OFFSET_LIMIT_EXCEEDED);
  }

  /** What a surrender asks for. */
  public RetireCredits surrenderOf(Part enterprise, BatchId batch, long tonnes) {
    return new RetireCredits(
        batch,
        new Beneficiary(Optional.of(stage.id(enterprise)), enterprise.fullName()),
        Optional.of(new Compliance(market, year)),
        Optional.empty(),
        Optional.empty(),
        Retirement.Purpose.COMPLIANCE,
        Tonnes.of(tonnes),
        Retirement.Reason.CORPORATE_INVENTORY,
        "练习。 Practice.");
  }
}
