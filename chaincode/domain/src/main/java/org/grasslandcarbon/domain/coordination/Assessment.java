// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The gap between what a region was to reach in a year and what it has reached, as the ledger has
 * computed it on the day, with what an independent assessor found. It stands: who is assessed can
 * appeal, and where the appeal is upheld another assessor assesses again.
 *
 * @param actions what is to be done, the most pressing first
 * @param appeal the goal that appeals against it; one can, and another after one on which too few
 *     have voted
 * @param appealUntil the last day of an appeal
 * @param assessor who assessed
 * @param at transaction time
 * @param children the regions below whose targets are parts of the region's, in their order
 * @param criteria the version by which it was judged
 * @param findings the digest of what the assessor found
 * @param id the instruction
 * @param practice whether totals of practice were judged
 * @param proposals targets that the assessor proposes
 * @param region the region
 * @param replaces the assessment before, against which an appeal was upheld
 * @param report the digest of the report
 * @param scorecard the numbers
 * @param upheldBy the goal by which an appeal against it was upheld
 * @param year the calendar year
 */
public record Assessment(
    @Most(ACTIONS_MOST) List<RankedAction> actions,
    Optional<InstructionId> appeal,
    LocalDate appealUntil,
    ParticipantId assessor,
    Instant at,
    @Most(CHILDREN_MOST) List<ChildScore> children,
    int criteria,
    Sha256 findings,
    InstructionId id,
    boolean practice,
    @Most(PROPOSALS_MOST) List<ProposedTarget> proposals,
    RegionCode region,
    Optional<InstructionId> replaces,
    Sha256 report,
    Scorecard scorecard,
    Optional<InstructionId> upheldBy,
    int year)
    implements LedgerRecord {

  /** The type of assessments. */
  public static final RecordType<Assessment> TYPE =
      new RecordType<>("ASSESSMENT", Assessment.class, Visibility.PUBLIC);

  /** What is to be done first can be read on a page. */
  static final int ACTIONS_MOST = 20;

  /** All that a region can have. */
  public static final int CHILDREN_MOST = RegionTargets.CHILDREN_MOST;

  /** One for each indicator. */
  static final int PROPOSALS_MOST = Criteria.INDICATORS_MOST;

  /**
   * Something to be done.
   *
   * @param indicator the indicator that it is to improve
   * @param title zh and en
   */
  public record RankedAction(
      @Means(en = "Indicator that it is to improve", zh = "要改进的指标") IndicatorId indicator,
      @Means(en = "What is to be done", zh = "措施") Name title) {}

  /**
   * A target that the assessor proposes for the region.
   *
   * @param indicator the indicator
   * @param value the value to reach
   * @param year the year in which
   */
  public record ProposedTarget(
      @Means(en = "Indicator", zh = "指标") IndicatorId indicator,
      @Means(en = "Value to reach", zh = "目标值") Decimal value,
      @Means(en = "Calendar year", zh = "年度") @Least(1) @Most(9_999) int year) {}

  /**
   * The score of a region below.
   *
   * @param coveragePercent how much of all weights has a number
   * @param grade from 1, the best; absent where too little has a number
   * @param region the region
   * @param score 0 to 100; absent where nothing has a number
   */
  public record ChildScore(
      Decimal coveragePercent,
      Optional<Integer> grade,
      RegionCode region,
      Optional<Decimal> score) {}

  public Assessment {
    actions = List.copyOf(actions);
    children = List.copyOf(children);
    proposals = List.copyOf(proposals);
  }

  /** The key of an assessment. */
  public static Key<Assessment> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** Whether it has a score of a region. */
  boolean judges(RegionCode other) {
    return region.equals(other) || children.stream().anyMatch(each -> each.region().equals(other));
  }

  /** Whether an appeal against it is in time on a day. */
  public boolean canBeAppealed(LocalDate day) {
    return !day.isAfter(appealUntil);
  }

  /** The assessment with the appeal that was proposed against it. */
  Assessment appealedBy(InstructionId goal) {
    return with(Optional.of(goal), upheldBy);
  }

  /** The assessment without the appeal, on which too few have voted. */
  Assessment notAppealed() {
    return with(Optional.empty(), upheldBy);
  }

  /** The assessment with its appeal upheld. */
  Assessment upheld() {
    return with(appeal, appeal);
  }

  private Assessment with(Optional<InstructionId> against, Optional<InstructionId> upheld) {
    return new Assessment(
        actions,
        against,
        appealUntil,
        assessor,
        at,
        children,
        criteria,
        findings,
        id,
        practice,
        proposals,
        region,
        replaces,
        report,
        scorecard,
        upheld,
        year);
  }

  @Override
  public Key<Assessment> key() {
    return key(id);
  }
}
