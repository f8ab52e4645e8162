// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.offset.CreditTraits;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Credits issued together: one project, one vintage year. Written once at issuance and never
 * changed, so that it is nobody's hot key; who has which of the serials {@code 1..issued} is in
 * {@link Holding}, {@link BufferHolding}, {@link Retirement} and {@link Cancellation} records.
 *
 * @param buffered how many of the issued credits went to the non-permanence buffer at issuance
 * @param id the batch
 * @param issued how many credits there are: serials 1 to this
 * @param issuedAt transaction time
 * @param issuedBy the verifying certifier
 * @param methodology the version that the project is pinned to
 * @param owner the project owner, who received the rest
 * @param periodEnd last day of the monitored period within the vintage year
 * @param periodStart first day
 * @param project the project's id
 * @param projectNumber its public number
 * @param region GB/T 2260
 * @param report the monitoring report
 * @param training whether the credits are for practice only
 * @param vintage the year in which the tonnes arose
 */
public record Batch(
    Tonnes buffered,
    BatchId id,
    Tonnes issued,
    Instant issuedAt,
    ParticipantId issuedBy,
    MethodologyRef methodology,
    ParticipantId owner,
    LocalDate periodEnd,
    LocalDate periodStart,
    InstructionId project,
    ProjectNumber projectNumber,
    RegionCode region,
    InstructionId report,
    boolean training,
    int vintage)
    implements LedgerRecord {

  /** The type of batches. */
  public static final RecordType<Batch> TYPE =
      new RecordType<>("BATCH", Batch.class, Visibility.PUBLIC);

  /** The key of a batch. */
  public static Key<Batch> key(BatchId id) {
    return TYPE.key(id.value());
  }

  /** What a market is told of some of its credits. */
  public OffsetLot offered(Tonnes some) {
    return new OffsetLot(
        periodStart,
        Optional.of(owner),
        periodEnd,
        some,
        training,
        CreditTraits.ofGrassland(region));
  }

  @Override
  public Key<Batch> key() {
    return key(id);
  }
}
