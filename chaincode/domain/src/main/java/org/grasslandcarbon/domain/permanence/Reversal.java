// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A loss of carbon that has been credited: reported, then verified and settled.
 *
 * @param cause what happened
 * @param document the evidence
 * @param estimate tonnes, before anybody has verified them
 * @param eventDate the day of the event, or its first
 * @param held the buffer's credits put on hold by the report; they are so until the settlement
 * @param id the id of the instruction that reported it
 * @param project the project
 * @param projectNumber its public number
 * @param region GB/T 2260
 * @param reportedAt transaction time
 * @param reportedBy the owner, an office or the authority
 * @param settlement how it ended
 * @param statement in words
 */
public record Reversal(
    Cause cause,
    Sha256 document,
    Tonnes estimate,
    LocalDate eventDate,
    @Most(ProjectBuffer.BATCHES_MOST) List<Credits> held,
    InstructionId id,
    InstructionId project,
    ProjectNumber projectNumber,
    RegionCode region,
    Instant reportedAt,
    ParticipantId reportedBy,
    Optional<Settlement> settlement,
    @Most(ReportReversal.STATEMENT_MOST) String statement)
    implements LedgerRecord {

  /** The type of reversals. */
  public static final RecordType<Reversal> TYPE =
      new RecordType<>("REVERSAL", Reversal.class, Visibility.PUBLIC);

  public Reversal {
    held = List.copyOf(held);
  }

  /** What took the carbon. */
  public enum Cause {
    /** Wildfire (火灾). */
    FIRE,
    /** Drought (干旱). */
    DROUGHT,
    /** More animals than the grass feeds (过度放牧). */
    OVERGRAZING,
    /** As the statement says: conversion of the land, pests, floods. */
    OTHER
  }

  /**
   * A certifier's verification of the loss and what followed from it.
   *
   * @param at transaction time
   * @param by the certifier
   * @param cancelled the buffer's credits that were cancelled: from the hold, then others; a record
   *     of their own for each batch
   * @param id the instruction that settled it, which postings and the cancellations name
   * @param loss verified tonnes; none when nothing was lost
   * @param report the verification report
   * @param shortfall what the buffer could not cover
   */
  public record Settlement(
      Instant at,
      ParticipantId by,
      @Most(2 * ProjectBuffer.BATCHES_MOST) List<Credits> cancelled,
      InstructionId id,
      Tonnes loss,
      Sha256 report,
      Tonnes shortfall) {
    public Settlement {
      cancelled = List.copyOf(cancelled);
    }
  }

  /** The key of a reversal. */
  public static Key<Reversal> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The reversal with more on hold. */
  Reversal withHeld(Credits more) {
    List<Credits> all = new ArrayList<>(held);
    all.add(more);
    return with(all, settlement);
  }

  /** The reversal, settled. */
  Reversal withSettlement(Settlement done) {
    return with(held, Optional.of(done));
  }

  private Reversal with(List<Credits> onHold, Optional<Settlement> end) {
    return new Reversal(
        cause,
        document,
        estimate,
        eventDate,
        onHold,
        id,
        project,
        projectNumber,
        region,
        reportedAt,
        reportedBy,
        end,
        statement);
  }

  @Override
  public Key<Reversal> key() {
    return key(id);
  }
}
