// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What one region or somebody of the public asks another region, from its opening to its answer
 * (china-rules E11, E13, E14, E32). Words of people are documents beside the ledger, which has only
 * their digests.
 *
 * @param answer how it ended; absent while it is open
 * @param behalf for whom it was opened, if for somebody without a key
 * @param by who opened it
 * @param delegate who may answer beside the one responsible
 * @param due until when it is to be answered
 * @param fromRegion the region of who opened it
 * @param function what it is about
 * @param id the instruction that opened it
 * @param kind who asks whom
 * @param label the credits to be set apart, of a {@code LABEL_REQUEST}
 * @param openedAt transaction time of its opening
 * @param region which region is asked
 * @param reopenedBy the later case about the same
 * @param reopens the earlier case whose answer did not serve
 * @param responsible who is to answer it, or was
 * @param route to whom it went, the first by its mandate
 * @param state where it stands
 * @param text what is asked
 * @param waitsFor who may answer it now: who is responsible, and its delegate; nobody of one that
 *     is over
 */
public record CoordinationCase(
    Optional<Answer> answer,
    Optional<Behalf> behalf,
    ParticipantId by,
    Optional<ParticipantId> delegate,
    Due due,
    RegionCode fromRegion,
    MandateFunction function,
    InstructionId id,
    CaseKind kind,
    Optional<NoticeFields.ExportLabelled> label,
    Instant openedAt,
    RegionCode region,
    Optional<InstructionId> reopenedBy,
    Optional<InstructionId> reopens,
    ParticipantId responsible,
    @Most(ROUTE_MOST) List<Step> route,
    State state,
    Sha256 text)
    implements LedgerRecord {

  /** The type of cases between regions. */
  public static final RecordType<CoordinationCase> TYPE =
      new RecordType<>(
          "COORDINATION_CASE",
          CoordinationCase.class,
          CoordinationVisibility.CASES
              .of("/by", "/responsible", "/delegate")
              .reserving(
                  "/kind",
                  CaseKind.LABEL_REQUEST,
                  CoordinationVisibility.LABEL_REQUESTS
                      .of("/by", "/responsible", "/delegate")
                      .in("/fromRegion", "/region")));

  /** How often a case goes on to somebody else: more would be sent round in circles. */
  static final int FORWARDED_MOST = 5;

  /** The opening and each time that it goes on. */
  static final int ROUTE_MOST = 1 + FORWARDED_MOST;

  /** Where a case stands. */
  public enum State {
    /** It waits for who is responsible. */
    OPEN,
    /** It was answered. */
    ANSWERED,
    /** It was refused, with the ground. */
    REFUSED
  }

  /** For whom somebody opens a case. */
  public enum Behalf {
    /** A member of the public, of whom the ledger has nothing. */
    PUBLIC
  }

  /**
   * Until when it is to be answered.
   *
   * @param assumed whether the days are those of the program, since no criteria were published
   * @param days how many working days there are
   * @param from the day after the opening, from which they count
   */
  public record Due(boolean assumed, int days, LocalDate from) {

    /** The last day; unknown while a calendar that it needs is not published. */
    public Optional<LocalDate> lastDay(Records records) {
      return WorkingDays.lastDay(records, from, days);
    }
  }

  /**
   * Whom it went to.
   *
   * @param at transaction time
   * @param by who sent it there
   * @param delegate who may answer beside the one responsible
   * @param function the function asked for
   * @param id the instruction
   * @param mandate the region whose mandate it is: the one asked for, or one above it
   * @param region the region asked for
   * @param responsible who is to answer
   * @param text why it went on, as a document
   * @param vacancies the regions below the mandate's that have nobody
   */
  public record Step(
      Instant at,
      ParticipantId by,
      Optional<ParticipantId> delegate,
      MandateFunction function,
      InstructionId id,
      RegionCode mandate,
      RegionCode region,
      ParticipantId responsible,
      Optional<Sha256> text,
      @Most(3) List<RegionCode> vacancies) {
    public Step {
      vacancies = List.copyOf(vacancies);
    }

    /** The step of the instruction to who was found responsible. */
    static Step to(
        Act act,
        RegionCode region,
        MandateFunction function,
        Mandates.Found found,
        Optional<Sha256> text) {
      Mandate.Term term = found.term();
      return new Step(
          act.time(),
          act.actor().id(),
          term.holder().flatMap(holder -> term.delegate()),
          function,
          act.id(),
          found.region(),
          region,
          term.responsible().orElseThrow(),
          text,
          found.vacancies());
    }

    /** Whether somebody may answer under it. */
    public boolean isActedBy(ParticipantId participant) {
      return responsible.equals(participant) || delegate.filter(participant::equals).isPresent();
    }
  }

  /**
   * How it ended.
   *
   * @param at transaction time
   * @param by who answered
   * @param byAsker whether by who opened it, or by who may answer with that one: of feedback that
   *     somebody passed on about itself, whose answer shows nothing of how regions answer
   * @param document the answer, of an answered one
   * @param ground why, of a refused one
   * @param id the instruction
   * @param onTime whether it came by the last day; absent when that day is not known
   * @param text the ground in words, as a document
   */
  public record Answer(
      Instant at,
      ParticipantId by,
      boolean byAsker,
      Optional<Sha256> document,
      Optional<RefusalGround> ground,
      InstructionId id,
      Optional<Boolean> onTime,
      Optional<Sha256> text) {}

  public CoordinationCase {
    route = List.copyOf(route);
  }

  /** The key of a case. */
  public static Key<CoordinationCase> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /**
   * The case, for whom it is there.
   *
   * @throws RegistryException {@code UNKNOWN_CASE}, for whom it is none of its business as well
   */
  static CoordinationCase must(Act act, InstructionId id) {
    return act.find(key(id))
        .filter(found -> found.isKnownTo(act.actor()))
        .orElseThrow(
            () ->
                new RegistryException(
                    ErrorCode.UNKNOWN_CASE, zh("账本上没有 %s").en("%s is not on the ledger", key(id))));
  }

  private boolean isKnownTo(Actor actor) {
    return isForCircleOf(actor)
        || actor.is(Role.AUTHORITY)
        || actor.is(Role.AUDITOR)
        || by.equals(actor.id())
        || current().isActedBy(actor.id());
  }

  private boolean isForCircleOf(Actor actor) {
    return kind == CaseKind.LABEL_REQUEST
        ? actor.governs(fromRegion) || actor.governs(region)
        : actor.is(Role.OFFICE) || actor.is(Role.ASSESSOR);
  }

  void requireOpen(Act act) {
    act.require(
        state == State.OPEN, ErrorCode.WRONG_STATE, zh("案件状态为 %s").en("the case is %s", state));
  }

  /** Whether somebody asks for itself, and so does not answer as well. */
  boolean isAskedBy(ParticipantId participant) {
    return behalf.isEmpty() && by.equals(participant);
  }

  /** Who is to answer at present. */
  public Step current() {
    return route.get(route.size() - 1);
  }

  /** The case gone on to somebody else; its last day stays. */
  CoordinationCase forwarded(Step further) {
    List<Step> longer = new ArrayList<>(route);
    longer.add(further);
    return with(answer, reopenedBy, longer, state);
  }

  /**
   * The case at its end by the instruction: with a document it is answered, with a ground refused.
   * The keys of {@link WorkingDays#keys} from the first day of {@link #due} are needed.
   */
  CoordinationCase ended(
      Act act, Optional<Sha256> document, Optional<RefusalGround> ground, Optional<Sha256> why) {
    Optional<Boolean> onTime = due.lastDay(act).map(lastDay -> !act.today().isAfter(lastDay));
    ParticipantId answering = act.actor().id();
    boolean byAsker = by.equals(answering) || current().isActedBy(by);
    Answer given =
        new Answer(act.time(), answering, byAsker, document, ground, act.id(), onTime, why);
    State how = ground.isPresent() ? State.REFUSED : State.ANSWERED;
    return with(Optional.of(given), reopenedBy, route, how);
  }

  /** The case with a later one about the same. */
  CoordinationCase reopenedBy(InstructionId later) {
    return with(answer, Optional.of(later), route, state);
  }

  private CoordinationCase with(
      Optional<Answer> given, Optional<InstructionId> later, List<Step> way, State stands) {
    Step last = way.get(way.size() - 1);
    return new CoordinationCase(
        given,
        behalf,
        by,
        last.delegate(),
        due,
        fromRegion,
        function,
        id,
        kind,
        label,
        openedAt,
        region,
        later,
        reopens,
        last.responsible(),
        way,
        stands,
        text);
  }

  @Override
  public Key<CoordinationCase> key() {
    return key(id);
  }
}
