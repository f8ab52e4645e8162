// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Evidence of what was done on a project's land in the years before it: what its baseline may be at
 * most, at its registration and at every renewal.
 *
 * @param activities a row for each activity of a stratum
 * @param documents what proves it
 * @param firstYear the year of each row's first value
 * @param project the project
 * @param recordedAt transaction time
 * @param recordedBy the project's owner
 */
public record BaselineEvidence(
    @Most(RecordBaseline.ACTIVITIES_MOST) List<BaselineYears> activities,
    @Most(RecordBaseline.DOCUMENTS_MOST) List<Sha256> documents,
    int firstYear,
    InstructionId project,
    Instant recordedAt,
    ParticipantId recordedBy)
    implements LedgerRecord {

  /** The type of evidence of baselines. */
  public static final RecordType<BaselineEvidence> TYPE =
      new RecordType<>("BASELINE_EVIDENCE", BaselineEvidence.class, Visibility.PUBLIC);

  public BaselineEvidence {
    activities = List.copyOf(activities);
    documents = List.copyOf(documents);
  }

  /** The key of a project's. */
  public static Key<BaselineEvidence> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  /**
   * What a level had in some years together, if all of them are told.
   *
   * @param from the first of the years
   * @param years how many
   */
  Optional<BigDecimal> sum(String stratum, Stratum.Level level, int from, int years) {
    return activities.stream()
        .filter(each -> each.isOf(stratum, level))
        .filter(each -> from >= firstYear && from + years <= firstYear + each.values().size())
        .map(
            each ->
                each.values().subList(from - firstYear, from - firstYear + years).stream()
                    .map(value -> value.value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
        .findFirst();
  }

  @Override
  public Key<BaselineEvidence> key() {
    return key(project);
  }
}
