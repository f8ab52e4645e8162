// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A sampling of a stratum, or of its control site: what was measured where, when and by whom. It is
 * recorded once and never changed; reports name it.
 *
 * @param analysis how organic carbon was determined
 * @param days on which samples were taken
 * @param depthCentimetres how deep the cores went; absent where soil is not compared by mass, and
 *     in what was recorded before it was asked for
 * @param id the id of the instruction that recorded it
 * @param laboratory who analysed
 * @param laboratoryReport the laboratory's report
 * @param points where samples were taken
 * @param project the project
 * @param recordedAt transaction time
 * @param recordedBy the project owner
 * @param scenario the project's land, or the control site
 * @param stratum the stratum
 * @param values what was measured
 */
public record Sampling(
    Laboratory.Analysis analysis,
    DateRange days,
    Optional<Decimal> depthCentimetres,
    InstructionId id,
    ParticipantId laboratory,
    Sha256 laboratoryReport,
    @Most(RecordSampling.POINTS_MOST) List<SamplingPoint> points,
    InstructionId project,
    Instant recordedAt,
    ParticipantId recordedBy,
    Scenario scenario,
    @Most(Stratum.NAME_MOST) String stratum,
    @Most(VALUES_MOST) List<SampleValue> values)
    implements LedgerRecord {

  /** The type of samplings. */
  public static final RecordType<Sampling> TYPE =
      new RecordType<>("SAMPLING", Sampling.class, Visibility.PUBLIC);

  /** As many as a report may have rows. */
  public static final int VALUES_MOST = ReportQuantification.ROWS_MOST;

  /** The order in which samplings of a place were taken. */
  static final Comparator<Sampling> IN_TIME =
      Comparator.comparing((Sampling each) -> each.days().to())
          .thenComparing(each -> each.id().value());

  public Sampling {
    points = List.copyOf(points);
    values = List.copyOf(values);
  }

  /** The key of a sampling. */
  public static Key<Sampling> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The carbon that was measured, which a record of a sampling always has. */
  CarbonSampling carbon() {
    return CarbonSampling.of(rows(CarbonSampling.LAST, days.to().getYear())).get(0);
  }

  /**
   * Its values as rows of a report.
   *
   * @param round 1 of the sampling with which the report begins, 2 of that with which it ends
   * @param year of the rows
   */
  List<Datum> rows(int round, int year) {
    return SampleValue.rows(values, stratum, scenario, round, year);
  }

  @Override
  public Key<Sampling> key() {
    return key(id);
  }
}
