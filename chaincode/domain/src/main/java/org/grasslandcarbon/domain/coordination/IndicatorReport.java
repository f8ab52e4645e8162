// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What offices have reported of a region's year. What was said first stays; what is said again is
 * listed beside it.
 *
 * @param barriers what stood in the way, in the order in which it was reported
 * @param practice whether for practice only, as the criteria of the year were when it was reported
 * @param region the region
 * @param values one an indicator, in the order of their ids
 * @param year the calendar year
 */
public record IndicatorReport(
    @Most(BARRIERS_MOST) List<Barrier> barriers,
    boolean practice,
    RegionCode region,
    @Most(VALUES_MOST) List<Reported> values,
    int year)
    implements LedgerRecord {

  /** The type of reports. */
  public static final RecordType<IndicatorReport> TYPE =
      new RecordType<>("INDICATOR_REPORT", IndicatorReport.class, Visibility.PUBLIC);

  /** All that criteria can have, of several versions. */
  static final int VALUES_MOST = 2 * Criteria.INDICATORS_MOST;

  /** One a week. */
  static final int BARRIERS_MOST = 52;

  /** What needs more was never measured. */
  static final int RESTATED_MOST = 10;

  private static final int YEAR_DIGITS = 4;

  /**
   * A value of an indicator.
   *
   * @param afterAssessment whether the region's year had been assessed when it was said first
   * @param at transaction time of the first report
   * @param by who reported it first
   * @param evidence the digest of what shows it
   * @param id the instruction that reported it first
   * @param indicator the indicator
   * @param restated what was said later, the oldest first
   * @param value what was said first
   */
  public record Reported(
      boolean afterAssessment,
      Instant at,
      ParticipantId by,
      Sha256 evidence,
      InstructionId id,
      IndicatorId indicator,
      @Most(RESTATED_MOST) List<Restated> restated,
      Decimal value) {
    public Reported {
      restated = List.copyOf(restated);
    }

    private Restated first() {
      return new Restated(afterAssessment, at, by, evidence, id, value);
    }

    /** What was said last. */
    public Restated newest() {
      return restated.isEmpty() ? first() : restated.get(restated.size() - 1);
    }

    /**
     * What was said last before the region's year was assessed, by which it is judged, also when it
     * is assessed again; nothing where all was said later.
     */
    public Optional<Restated> judged() {
      return Stream.concat(Stream.of(first()), restated.stream())
          .filter(each -> !each.afterAssessment())
          .reduce((before, after) -> after);
    }

    /** What was said last, where that was after the assessment. */
    public Optional<Restated> later() {
      return Optional.of(newest()).filter(Restated::afterAssessment);
    }

    Reported with(Restated again) {
      List<Restated> more = new ArrayList<>(restated);
      more.add(again);
      return new Reported(afterAssessment, at, by, evidence, id, indicator, more, value);
    }
  }

  /**
   * A value that takes the place of one that was reported before.
   *
   * @param afterAssessment whether the region's year had been assessed by then
   * @param at transaction time
   * @param by who
   * @param evidence the digest of what shows it
   * @param id the instruction
   * @param value the value
   */
  public record Restated(
      boolean afterAssessment,
      Instant at,
      ParticipantId by,
      Sha256 evidence,
      InstructionId id,
      Decimal value) {}

  /**
   * Something that stood in the way.
   *
   * @param at transaction time
   * @param by who reported it
   * @param evidence the digest of what shows it
   * @param id the instruction
   * @param kind of what kind
   * @param severity from 1, a nuisance, to 5, nothing goes
   */
  public record Barrier(
      Instant at,
      ParticipantId by,
      Sha256 evidence,
      InstructionId id,
      BarrierKind kind,
      @Least(1) @Most(SEVERITY_MOST) int severity) {
    static final int SEVERITY_MOST = 5;
  }

  public IndicatorReport {
    barriers = List.copyOf(barriers);
    values = List.copyOf(values);
  }

  /** The key of a region's year. */
  public static Key<IndicatorReport> key(RegionCode region, int year, boolean practice) {
    return TYPE.key(region.value(), Keys.padded(year, YEAR_DIGITS), Practice.part(practice));
  }

  static IndicatorReport empty(RegionCode region, int year, boolean practice) {
    return new IndicatorReport(List.of(), practice, region, List.of(), year);
  }

  /** What was reported of an indicator. */
  public Optional<Reported> find(IndicatorId indicator) {
    return values.stream().filter(each -> each.indicator().equals(indicator)).findFirst();
  }

  /** With a value in its place, new or restated. */
  IndicatorReport with(Reported changed) {
    List<Reported> more = new ArrayList<>(values);
    more.removeIf(each -> each.indicator().equals(changed.indicator()));
    more.add(changed);
    more.sort(Comparator.comparing(Reported::indicator));
    return new IndicatorReport(barriers, practice, region, more, year);
  }

  IndicatorReport with(Barrier further) {
    List<Barrier> more = new ArrayList<>(barriers);
    more.add(further);
    return new IndicatorReport(more, practice, region, values, year);
  }

  @Override
  public Key<IndicatorReport> key() {
    return key(region, year, practice);
  }
}
