// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * That two participants are related in one way, as supervisors have stated it. The newest statement
 * counts; the earlier ones stay to be seen.
 *
 * @param kind in which way
 * @param other who is owned, controlled or acts for the first; of relations that go both ways the
 *     one with the later code
 * @param participant who owns, controls or has the other act for it
 * @param statements the oldest first
 */
public record Relation(
    Kind kind,
    ParticipantId other,
    ParticipantId participant,
    @Most(STATEMENTS_MOST) List<Statement> statements)
    implements LedgerRecord {

  /** The type of relations; neither of the two is told of it. */
  public static final RecordType<Relation> TYPE =
      new RecordType<>(
          "RELATION",
          Relation.class,
          SupervisionVisibility.SUPERVISORS.keptFrom("/participant", "/other"));

  /** Shares change with capital increases, a few times in a company's life. */
  static final int STATEMENTS_MOST = 50;

  /** All of a company. */
  static final int WHOLE = 1_000;

  /** In which way two participants are related. */
  public enum Kind {
    /** The first holds a share of the other (持股). */
    OWNERSHIP(true, true),
    /** The first controls the other, by votes, contract or otherwise (实际控制). */
    CONTROL(true, true),
    /** The other trades for the first (代理、代持). */
    AGENCY(true, false),
    /** Somebody controls both (同一控制人). */
    SAME_CONTROLLER(false, false),
    /** The same people manage both (董监高交叉任职). */
    SAME_MANAGEMENT(false, false),
    /** Families of those who control or manage them are one (亲属关系). */
    FAMILY(false, false),
    /** Orders come from the same people or machines (同一操作人或终端). */
    SAME_OPERATOR(false, false);

    private final boolean oneWay;
    private final boolean ofShare;

    Kind(boolean oneWay, boolean ofShare) {
      this.oneWay = oneWay;
      this.ofShare = ofShare;
    }

    /** Whether it matters which of the two is named first. */
    public boolean isOneWay() {
      return oneWay;
    }

    /** Whether a share says how far it goes. */
    public boolean isOfShare() {
      return ofShare;
    }
  }

  /**
   * What was stated of a relation.
   *
   * @param at transaction time
   * @param by who stated it
   * @param document what shows it
   * @param from since when the two are related
   * @param id the instruction
   * @param mistaken whether all that was stated before was wrong: the two never were so related
   * @param perMille the share, where it is known
   * @param to the last day on which they are; absent while they are
   */
  public record Statement(
      Instant at,
      ParticipantId by,
      Sha256 document,
      LocalDate from,
      InstructionId id,
      boolean mistaken,
      @Least(1) @Most(WHOLE) Optional<Integer> perMille,
      Optional<LocalDate> to) {

    /** Whether it says that the two are related on a day. */
    public boolean holdsOn(LocalDate day) {
      return !mistaken && !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
  }

  public Relation {
    statements = List.copyOf(statements);
  }

  /** The key of a relation; of one that goes both ways it is the same whoever is named first. */
  public static Key<Relation> key(ParticipantId participant, ParticipantId other, Kind kind) {
    boolean turned = isTurned(participant, other, kind);
    return TYPE.key(
        (turned ? other : participant).value(),
        (turned ? participant : other).value(),
        kind.name());
  }

  private static boolean isTurned(ParticipantId participant, ParticipantId other, Kind kind) {
    return !kind.isOneWay() && participant.value().compareTo(other.value()) > 0;
  }

  /** A relation of which nothing has been stated. */
  static Relation between(ParticipantId participant, ParticipantId other, Kind kind) {
    return isTurned(participant, other, kind)
        ? new Relation(kind, participant, other, List.of())
        : new Relation(kind, other, participant, List.of());
  }

  /** What counts. */
  public Optional<Statement> newest() {
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(statements.get(statements.size() - 1));
  }

  /** The relation with a further statement, which counts from now on. */
  Relation with(Statement further) {
    List<Statement> more = new ArrayList<>(statements);
    more.add(further);
    return new Relation(kind, other, participant, more);
  }

  @Override
  public Key<Relation> key() {
    return key(participant, other, kind);
  }
}
