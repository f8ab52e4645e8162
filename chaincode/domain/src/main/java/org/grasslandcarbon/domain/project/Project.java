// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;

/**
 * A project. Its boundary, comments and validation are records of their own ({@link
 * ProjectBoundary}, {@link Comment}, {@link Validation}).
 *
 * @param boundaryHectares the area of its boundary as computed
 * @param comments how many comments there are
 * @param deregistration its end
 * @param design what the owner declared
 * @param id the id of the instruction that proposed it
 * @param nonPermanencePercent the share of issued tonnes withheld in the buffer
 * @param number its public number, once registered
 * @param owner the project owner
 * @param proposedAt transaction time; publicity begins on its day
 * @param publicityWorkingDays how long publicity lasts
 * @param registeredAt transaction time
 * @param state where it stands
 * @param training whether it is for practice only
 * @param validator the certifier that gave an opinion
 */
public record Project(
    Decimal boundaryHectares,
    int comments,
    Optional<Deregistration> deregistration,
    ProjectDesign design,
    InstructionId id,
    Decimal nonPermanencePercent,
    Optional<ProjectNumber> number,
    ParticipantId owner,
    Instant proposedAt,
    int publicityWorkingDays,
    Optional<Instant> registeredAt,
    State state,
    boolean training,
    Optional<ParticipantId> validator)
    implements LedgerRecord {

  /** The type of projects. */
  public static final RecordType<Project> TYPE = new RecordType<>("PROJECT", Project.class);

  /** Where a project stands. */
  public enum State {
    /** Its design document is public and may be commented on (公示). */
    PUBLICITY,
    /** A certifier gave a positive opinion (审定). */
    VALIDATED,
    /** A certifier gave a negative opinion; the end. */
    REJECTED,
    /** It has a number and may report (登记). */
    REGISTERED,
    /** It has ended and can never be registered again (注销). */
    DEREGISTERED
  }

  /**
   * The end of a project.
   *
   * @param at transaction time
   * @param by the owner, an office or the authority
   * @param reason in words
   */
  public record Deregistration(
      Instant at, ParticipantId by, @Most(DeregisterProject.REASON_MOST) String reason) {}

  /** The key of a project. */
  public static Key<Project> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The first day of publicity, in Beijing time. */
  public LocalDate publicFrom() {
    return proposedAt.atOffset(Act.BEIJING_TIME).toLocalDate();
  }

  Project withComment() {
    return new Project(
        boundaryHectares,
        comments + 1,
        deregistration,
        design,
        id,
        nonPermanencePercent,
        number,
        owner,
        proposedAt,
        publicityWorkingDays,
        registeredAt,
        state,
        training,
        validator);
  }

  Project withOpinion(State changed, ParticipantId by, Decimal nonPermanence) {
    return new Project(
        boundaryHectares,
        comments,
        deregistration,
        design,
        id,
        nonPermanence,
        number,
        owner,
        proposedAt,
        publicityWorkingDays,
        registeredAt,
        changed,
        training,
        Optional.of(by));
  }

  Project withRegistration(ProjectNumber given, Instant at) {
    return new Project(
        boundaryHectares,
        comments,
        deregistration,
        design,
        id,
        nonPermanencePercent,
        Optional.of(given),
        owner,
        proposedAt,
        publicityWorkingDays,
        Optional.of(at),
        State.REGISTERED,
        training,
        validator);
  }

  Project withDeregistration(Deregistration end) {
    return new Project(
        boundaryHectares,
        comments,
        Optional.of(end),
        design,
        id,
        nonPermanencePercent,
        number,
        owner,
        proposedAt,
        publicityWorkingDays,
        registeredAt,
        State.DEREGISTERED,
        training,
        validator);
  }

  @Override
  public Key<Project> key() {
    return key(id);
  }
}
