// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * A proposal to go on with a registered project for another crediting period, under a design of its
 * own. The project itself stays registered meanwhile.
 *
 * @param design the design of the new crediting period
 * @param firstComment the number of the first comment of the project that its validation answers
 * @param flags what is implausible in the design, where the version has rules for it
 * @param id the id of the instruction that proposed it
 * @param nonPermanencePercent the share of issued tonnes that the buffer is to withhold
 * @param outlines the proposal that drew the outlines of its strata, where they have any
 * @param project the project
 * @param proposedAt transaction time; publicity begins on its day
 * @param publicityWorkingDays how long publicity lasts
 * @param registeredAt transaction time
 * @param state where it stands
 * @param validation the certifier's opinion
 */
public record Renewal(
    ProjectDesign design,
    int firstComment,
    @Most(Flag.FLAGS_MOST) Optional<List<Flag>> flags,
    InstructionId id,
    Decimal nonPermanencePercent,
    Optional<InstructionId> outlines,
    InstructionId project,
    Instant proposedAt,
    int publicityWorkingDays,
    Optional<Instant> registeredAt,
    State state,
    Optional<Validation> validation)
    implements LedgerRecord {

  /** The type of renewals. */
  public static final RecordType<Renewal> TYPE =
      new RecordType<>("RENEWAL", Renewal.class, Visibility.PUBLIC);

  public Renewal {
    flags = flags.map(List::copyOf);
  }

  /** Where a renewal stands. */
  public enum State {
    /** Its design document is public and may be commented on (公示). */
    PUBLICITY,
    /** A certifier gave a positive opinion (审定). */
    VALIDATED,
    /** A certifier gave a negative opinion; the end. */
    REJECTED,
    /** The owner proposed another in its place; the end. */
    REPLACED,
    /** The project goes on under its design (登记). */
    REGISTERED
  }

  /** The key of a renewal. */
  public static Key<Renewal> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The publicity of its design. */
  Publicity publicity() {
    return Publicity.from(proposedAt, publicityWorkingDays);
  }

  /** As the project has it while it is under way. */
  Project.Renewing pending() {
    return new Project.Renewing(firstComment, id, proposedAt, publicityWorkingDays);
  }

  Renewal withOpinion(State changed, Validation given, Decimal nonPermanence) {
    return with(changed, nonPermanence, registeredAt, Optional.of(given));
  }

  Renewal replaced() {
    return with(State.REPLACED, nonPermanencePercent, registeredAt, validation);
  }

  Renewal registered(Instant at) {
    return with(State.REGISTERED, nonPermanencePercent, Optional.of(at), validation);
  }

  private Renewal with(
      State changed, Decimal nonPermanence, Optional<Instant> at, Optional<Validation> opinion) {
    return new Renewal(
        design,
        firstComment,
        flags,
        id,
        nonPermanence,
        outlines,
        project,
        proposedAt,
        publicityWorkingDays,
        at,
        changed,
        opinion);
  }

  @Override
  public Key<Renewal> key() {
    return key(id);
  }
}
