// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.AnswerCase;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.BarrierKind;
import org.grasslandcarbon.domain.coordination.CaseKind;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.NoticeFields;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.OpenCase;
import org.grasslandcarbon.domain.coordination.PublishNotice;
import org.grasslandcarbon.domain.coordination.RefusalGround;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;

/** Regions say who is responsible, tell each other what they have and lack, ask and answer. */
public final class SharingChapter {
  private static final int DAYS_OF_AN_OFFER = 60;

  private final Stage stage;
  private final RegionCode region;
  private final LocalDate today;

  /**
   * @param region whose office acts
   * @param today the day in Beijing on which it is played
   */
  public SharingChapter(Stage stage, RegionCode region, LocalDate today) {
    this.stage = stage;
    this.region = region;
    this.today = today;
  }

  /** The authority makes somebody responsible for a function in the region. */
  public void assign(MandateFunction function, Part holder) {
    stage.does(
        Part.AUTHORITY,
        "国家主管部门指定" + holder.zh() + "负责该地区的职能 " + function,
        "The authority makes the "
            + holder.en()
            + " responsible for "
            + function
            + " in the region",
        mandate(function, holder));
  }

  /** The same where somebody may have been made responsible today. */
  public void assignIfNobodyIs(MandateFunction function, Part holder) {
    stage.tries(
        Part.AUTHORITY,
        "国家主管部门指定" + holder.zh() + "负责该地区的职能 " + function + "（如当日尚未指定）",
        "The authority makes the "
            + holder.en()
            + " responsible for "
            + function
            + " in the region, unless somebody is since today",
        mandate(function, holder),
        ErrorCode.BAD_MANDATE_TERM);
  }

  private AssignMandate mandate(MandateFunction function, Part holder) {
    return new AssignMandate(
        Optional.empty(),
        Setting.document("decision on responsibilities"),
        today,
        function,
        Optional.of(stage.id(holder)),
        3,
        region,
        Optional.empty());
  }

  /**
   * The office has forage to give.
   *
   * @return the notice
   */
  public InstructionId offer() {
    return stage
        .does(
            Part.OFFICE,
            "主管部门发布饲草供给通知",
            "The office offers forage",
            notice(
                NoticeKind.OFFER,
                NoticeFields.of(
                    new NoticeFields.Supply(
                        NoticeFields.Factor.FORAGE, Optional.empty(), Decimal.of("2000"), "t")),
                Optional.of(today.plusDays(DAYS_OF_AN_OFFER))))
        .id();
  }

  /** The office says what stands in the way. */
  public void tellBarrier() {
    stage.does(
        Part.OFFICE,
        "主管部门登记数据壁垒",
        "The office tells that data are not shared",
        notice(
            NoticeKind.BARRIER,
            NoticeFields.of(new NoticeFields.Barrier(BarrierKind.DATA, 2)),
            Optional.empty()));
  }

  private PublishNotice notice(NoticeKind kind, NoticeFields fields, Optional<LocalDate> to) {
    return new PublishNotice(
        Setting.document("notice of " + kind),
        fields,
        kind,
        region,
        Optional.empty(),
        Optional.empty(),
        "练习。 Practice.",
        today,
        to);
  }

  /** A holder asks for some of its credits to be marked as for use abroad, which happens once. */
  public void label(Part holder, BatchId batch, SerialRange serials) {
    NoticeFields.ExportLabelled credits = new NoticeFields.ExportLabelled(batch, serials);
    OpenCase asking =
        new OpenCase(
            Optional.empty(),
            MandateFunction.PUBLIC_FEEDBACK,
            CaseKind.LABEL_REQUEST,
            Optional.of(credits),
            region,
            Optional.empty(),
            Setting.document("what the credits are for"));
    InstructionId request =
        stage
            .does(
                holder,
                holder.zh() + "申请将部分减排量标记为境外使用",
                "The " + holder.en() + " asks for some of its credits to be for use abroad",
                asking)
            .id();
    PublishNotice label =
        new PublishNotice(
            Setting.document("contract with a buyer abroad"),
            NoticeFields.of(credits),
            NoticeKind.EXPORT_LABEL,
            region,
            Optional.empty(),
            Optional.of(request),
            "练习。 Practice.",
            today,
            Optional.empty());
    stage.does(
        Part.OFFICE,
        "主管部门将" + holder.zh() + "的部分减排量标记为境外使用",
        "The office marks some credits of the " + holder.en() + " as for use abroad",
        label);
    stage.refused(
        holder,
        "同一减排量不得再次标记",
        "The same credits are not marked again",
        asking,
        ErrorCode.ALREADY_LABELLED);
  }

  /**
   * Somebody reports a problem to the region.
   *
   * @return the case
   */
  public InstructionId report(Part by) {
    return stage
        .does(
            by,
            by.zh() + "向地区反馈问题",
            "The " + by.en() + " reports a problem to the region",
            opening(Optional.empty()))
        .id();
  }

  /**
   * Somebody is not content with an answer and opens the case again.
   *
   * @return the later case
   */
  public InstructionId reopen(Part by, InstructionId first) {
    return stage
        .does(
            by,
            by.zh() + "重新提出该案件",
            "The " + by.en() + " opens the case again",
            opening(Optional.of(first)))
        .id();
  }

  /** What is open or unknown is not opened again. */
  public void refuseToReopen(Part by, InstructionId open) {
    stage.refused(
        by,
        "尚未办结的案件不能重新提出",
        "What is open is not opened again",
        opening(Optional.of(open)),
        ErrorCode.CASE_NOT_REOPENABLE);
  }

  private OpenCase opening(Optional<InstructionId> reopens) {
    return new OpenCase(
        Optional.empty(),
        MandateFunction.PUBLIC_FEEDBACK,
        CaseKind.FEEDBACK,
        Optional.empty(),
        region,
        reopens,
        Setting.document("a spring has fallen dry"));
  }

  /** The office answers. */
  public void answer(InstructionId id) {
    stage.does(
        Part.OFFICE,
        "主管部门答复案件",
        "The office answers the case",
        new AnswerCase(
            AnswerCase.Kind.ANSWERED,
            id,
            Optional.of(Setting.document("answer")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /** The office refuses, and says on what ground. */
  public void refuse(InstructionId id) {
    stage.does(
        Part.OFFICE,
        "主管部门拒绝案件并说明理由",
        "The office refuses the case and says why",
        new AnswerCase(
            AnswerCase.Kind.REFUSED,
            id,
            Optional.empty(),
            Optional.empty(),
            Optional.of(RefusalGround.NOT_HELD),
            Optional.empty(),
            Optional.of(Setting.document("why it is refused"))));
  }
}
