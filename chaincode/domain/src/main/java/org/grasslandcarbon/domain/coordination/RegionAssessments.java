// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The assessments of a region's year: one, and one more after each appeal that was upheld.
 *
 * @param assessments the oldest first
 * @param practice whether by criteria for practice
 * @param region the region
 * @param year the calendar year
 */
public record RegionAssessments(
    @Most(ASSESSMENTS_MOST) List<Made> assessments, boolean practice, RegionCode region, int year)
    implements LedgerRecord {

  /** The type of lists of a region's year. */
  public static final RecordType<RegionAssessments> TYPE =
      new RecordType<>("REGION_ASSESSMENTS", RegionAssessments.class, Visibility.PUBLIC);

  /** More appeals than there are assessors to hear. */
  static final int ASSESSMENTS_MOST = 10;

  private static final int YEAR_DIGITS = 4;

  /**
   * An assessment and who made it.
   *
   * @param assessment the assessment
   * @param assessor who made it
   */
  public record Made(InstructionId assessment, ParticipantId assessor) {}

  public RegionAssessments {
    assessments = List.copyOf(assessments);
  }

  /** The key of a region's year. */
  public static Key<RegionAssessments> key(RegionCode region, int year, boolean practice) {
    return TYPE.key(region.value(), Keys.padded(year, YEAR_DIGITS), Practice.part(practice));
  }

  static RegionAssessments empty(RegionCode region, int year, boolean practice) {
    return new RegionAssessments(List.of(), practice, region, year);
  }

  /** The assessment that stands. */
  public Optional<InstructionId> newest() {
    return assessments.isEmpty()
        ? Optional.empty()
        : Optional.of(assessments.get(assessments.size() - 1).assessment());
  }

  RegionAssessments with(Made further) {
    List<Made> more = new ArrayList<>(assessments);
    more.add(further);
    return new RegionAssessments(more, practice, region, year);
  }

  @Override
  public Key<RegionAssessments> key() {
    return key(region, year, practice);
  }
}
