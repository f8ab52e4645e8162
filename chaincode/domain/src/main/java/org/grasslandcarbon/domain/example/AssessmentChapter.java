// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.AssessGap;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.AssignMandate;
import org.grasslandcarbon.domain.coordination.BarrierKind;
import org.grasslandcarbon.domain.coordination.ExampleCriteria;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.ReportIndicators;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The authority publishes criteria, an office reports what its region has reached, and an assessor
 * of elsewhere has the ledger compute the gap.
 */
public final class AssessmentChapter {
  private final Stage stage;
  private final RegionCode region;
  private final LocalDate today;

  /**
   * @param region whose year before is assessed
   * @param today the day in Beijing on which it is played
   */
  public AssessmentChapter(Stage stage, RegionCode region, LocalDate today) {
    this.stage = stage;
    this.region = region;
    this.today = today;
  }

  /** The year that is over. */
  public int year() {
    return today.getYear() - 1;
  }

  /** The authority publishes criteria, unless some begin later. */
  public void publishCriteria(boolean practice) {
    stage.tries(
        Part.AUTHORITY,
        "国家主管部门公布统一考核标准",
        "The authority publishes the criteria of assessments",
        ExampleCriteria.of(today, practice),
        ErrorCode.BAD_CRITERIA);
  }

  /** The office reports who was trained, and what stood in the way. */
  public void report(int trained) {
    stage.does(
        Part.OFFICE,
        "主管部门填报本地区 " + year() + " 年的指标",
        "The office reports the indicators of its region of " + year(),
        report(ExampleCriteria.TRAINED_PERSONS.value(), trained));
  }

  private ReportIndicators report(String indicator, int value) {
    return new ReportIndicators(
        Optional.of(
            List.of(
                new ReportIndicators.BarrierReport(
                    Setting.document("memo on data"), BarrierKind.DATA, 2))),
        region,
        Optional.empty(),
        Optional.of(
            List.of(
                new ReportIndicators.Value(
                    Setting.document("evidence of " + indicator),
                    new IndicatorId(indicator),
                    Decimal.of(Integer.toString(value))))),
        year());
  }

  /** What the ledger counts itself, no office reports. */
  public void refuseToReport() {
    stage.refused(
        Part.OFFICE,
        "账本计算的指标不得填报",
        "What the ledger computes is not reported",
        report(ExampleCriteria.VERIFIED_TONNES.value(), 1),
        ErrorCode.COMPUTED_INDICATOR);
  }

  /** The authority admits an assessor, which is registered in a region. */
  public void admit(RegionCode home) {
    stage.does(
        Part.AUTHORITY,
        "国家主管部门接纳独立评估机构",
        "The authority admits an independent assessor",
        new AdmitParticipant(
            Optional.empty(),
            stage.id(Part.ASSESSOR),
            List.of(stage.key(Part.ASSESSOR)),
            Part.ASSESSOR.fullName(),
            home,
            List.of(Part.ASSESSOR.role())));
  }

  /** The authority admits an assessor of another region and assigns it to the year. */
  public void assign(RegionCode home) {
    admit(home);
    stage.does(
        Part.AUTHORITY,
        "国家主管部门指定该机构评估 " + region + " 的 " + year() + " 年",
        "The authority assigns it to " + region + " and the year " + year(),
        new AssignMandate(
            Optional.empty(),
            Setting.document("decision on the assessor"),
            LocalDate.of(year(), 1, 1),
            MandateFunction.ASSESSMENT,
            Optional.of(stage.id(Part.ASSESSOR)),
            0,
            region,
            Optional.of(LocalDate.of(year(), 12, 31))));
  }

  /**
   * The assessor assesses the year.
   *
   * @return the assessment
   */
  public InstructionId assess() {
    return stage
        .does(
            Part.ASSESSOR,
            "评估机构评估 " + year() + " 年的差距，数值由账本计算",
            "The assessor assesses the gap of " + year() + ", whose numbers the ledger computes",
            assessment())
        .id();
  }

  private AssessGap assessment() {
    return new AssessGap(
        List.of(
            new Assessment.RankedAction(
                ExampleCriteria.TRAINED_PERSONS,
                Name.of("增办旗县培训班", "Hold more courses in banners"))),
        Setting.document("findings"),
        List.of(
            new Assessment.ProposedTarget(
                ExampleCriteria.TRAINED_PERSONS, Decimal.of("300"), year() + 1)),
        region,
        Setting.document("report of the assessor"),
        year());
  }

  /** Nobody assesses the region in which it is at home. */
  public void refuseToAssessItsOwn() {
    stage.refused(
        Part.ASSESSOR,
        "评估机构不得评估本省（区）",
        "Nobody assesses its own province",
        assessment(),
        ErrorCode.NOT_INDEPENDENT);
  }

  /** A year is assessed once. */
  public void refuseToAssessAgain() {
    stage.refused(
        Part.ASSESSOR,
        "同一年度不得重复评估",
        "A year is assessed once",
        assessment(),
        ErrorCode.ALREADY_ASSESSED);
  }
}
