// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * By what all regions are judged alike, as the authority has published it. Weights are numbers of
 * the version and not of the regions that are compared: a region's score does not change when
 * another one's does.
 *
 * @param coupling the weights of the two order parameters
 * @param days the working days that people have
 * @param document the document that publishes them
 * @param grades the best first
 * @param id the instruction
 * @param indicators in the order of their ids
 * @param leastCoveragePercent how much of all weights must have a number for a grade to be given
 * @param practice whether projects for practice are judged, and only these
 * @param publishedAt transaction time
 * @param validFrom the first day
 * @param version from 1
 */
public record Criteria(
    CouplingWeights coupling,
    CoordinationDays days,
    Sha256 document,
    @Most(Grade.GRADES_MOST) List<Grade> grades,
    InstructionId id,
    @Most(INDICATORS_MOST) List<Indicator> indicators,
    int leastCoveragePercent,
    boolean practice,
    Instant publishedAt,
    LocalDate validFrom,
    int version)
    implements LedgerRecord {

  /** The type of criteria. */
  public static final RecordType<Criteria> TYPE =
      new RecordType<>("CRITERIA", Criteria.class, Visibility.PUBLIC);

  /** Twice what a table of one page holds. */
  public static final int INDICATORS_MOST = 60;

  /** All of it. */
  static final int PERCENT_MOST = 100;

  private static final int VERSION_DIGITS = 4;

  public Criteria {
    grades = List.copyOf(grades);
    indicators = List.copyOf(indicators);
  }

  /** The key of a version. */
  public static Key<Criteria> key(int version) {
    return TYPE.key(Keys.padded(version, VERSION_DIGITS));
  }

  /** The criteria by which a year is judged on a day, if some are. */
  static Optional<Criteria> of(Records records, int year, LocalDate today) {
    return CriteriaVersions.of(records)
        .of(year, today)
        .flatMap(version -> records.find(key(version.version())));
  }

  /** An indicator, if these criteria have it. */
  public Optional<Indicator> find(IndicatorId indicator) {
    return indicators.stream().filter(each -> each.id().equals(indicator)).findFirst();
  }

  @Override
  public Key<Criteria> key() {
    return key(version);
  }
}
