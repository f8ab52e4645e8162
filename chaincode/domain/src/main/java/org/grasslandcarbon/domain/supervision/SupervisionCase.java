// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
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
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A matter that supervisors look into, from its opening to its closing. It changes nothing of whom
 * it is about: measures are instructions of their own.
 *
 * @param at transaction time of its opening
 * @param by who opened it
 * @param closing how it ended; absent while it is open
 * @param exchanges at whose venues what it is about is traded
 * @param id the instruction that opened it
 * @param notes the oldest first
 * @param reason why it was opened
 * @param regions of what it is about, in their order
 * @param signal the computed signal with which it began
 * @param state where it stands
 * @param subjects what it is about
 */
public record SupervisionCase(
    Instant at,
    ParticipantId by,
    Optional<Closing> closing,
    @Most(CaseSubjects.INSTRUMENTS_MOST + CaseSubjects.TRADES_MOST) List<ParticipantId> exchanges,
    InstructionId id,
    @Most(NOTES_MOST) List<Note> notes,
    @Most(TEXT_MOST) String reason,
    @Most(REGIONS_MOST) List<RegionCode> regions,
    Optional<CaseSignal> signal,
    State state,
    CaseSubjects subjects)
    implements LedgerRecord {

  /** The type of cases; nobody whom one is about is told of it, whatever else it may see. */
  public static final RecordType<SupervisionCase> TYPE =
      new RecordType<>(
          "SUPERVISION_CASE",
          SupervisionCase.class,
          SupervisionVisibility.SUPERVISORS.keptFrom("/subjects/participants"));

  /** An inquiry of a year with one a week; what needs more is a file beside the ledger. */
  static final int NOTES_MOST = 50;

  /** A page in any language; what is longer is a document. */
  static final int TEXT_MOST = 1_000;

  static final int DOCUMENTS_MOST = 10;

  /** Those of all that it can be about. */
  static final int REGIONS_MOST =
      CaseSubjects.INSTRUMENTS_MOST
          + CaseSubjects.PARTICIPANTS_MOST
          + CaseSubjects.PROJECTS_MOST
          + CaseSubjects.TRADES_MOST;

  /** Where a case stands. */
  public enum State {
    /** It is looked into. */
    OPEN,
    /** It is over, for good. */
    CLOSED
  }

  /** How a case ends. */
  public enum Result {
    /** What was found is in order (未发现违规). */
    NO_VIOLATION,
    /** A rule was broken (认定违规). */
    VIOLATION,
    /** Nothing can be shown either way (证据不足). */
    INCONCLUSIVE,
    /** Somebody else goes on with it (移送). */
    REFERRED
  }

  /** What was done to whom it is about; each is an instruction, or an act beside the ledger. */
  public enum Measure {
    /** A warning (警示). */
    WARNING,
    /** A talk (约谈). */
    INTERVIEW,
    /** A written explanation was asked for (要求书面说明). */
    EXPLANATION,
    /** Its trading was restricted (限制交易). */
    TRADING_RESTRICTED,
    /** A trade was cancelled (取消成交). */
    TRADE_CANCELLED,
    /** An instrument was halted (停牌). */
    HALT,
    /** Credits or cash were frozen (冻结). */
    FREEZE,
    /** It was suspended (暂停). */
    SUSPENSION,
    /** It was fined (罚款). */
    PENALTY
  }

  /**
   * What somebody added.
   *
   * @param at transaction time
   * @param by who
   * @param documents files that belong to it
   * @param id the instruction
   * @param text in words
   */
  public record Note(
      Instant at,
      ParticipantId by,
      @Most(DOCUMENTS_MOST) List<Sha256> documents,
      InstructionId id,
      @Most(TEXT_MOST) String text) {
    public Note {
      documents = List.copyOf(documents);
    }
  }

  /**
   * How it ended.
   *
   * @param at transaction time
   * @param by who
   * @param documents files that belong to it
   * @param id the instruction
   * @param measures what was done
   * @param result what came out
   * @param text in words
   */
  public record Closing(
      Instant at,
      ParticipantId by,
      @Most(DOCUMENTS_MOST) List<Sha256> documents,
      InstructionId id,
      @Most(MEASURES_MOST) List<Measure> measures,
      Result result,
      @Most(TEXT_MOST) String text) {

    /** As many as there are. */
    static final int MEASURES_MOST = 9;

    public Closing {
      documents = List.copyOf(documents);
      measures = List.copyOf(measures);
    }
  }

  public SupervisionCase {
    exchanges = List.copyOf(exchanges);
    notes = List.copyOf(notes);
    regions = List.copyOf(regions);
  }

  /** The key of a case. */
  public static Key<SupervisionCase> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /**
   * A case that the actor may know of. Whom it is about is answered as if there were none.
   *
   * @throws RegistryException {@code UNKNOWN_SUPERVISION_CASE}
   */
  static SupervisionCase must(Act act, InstructionId id) {
    SupervisionCase found = act.must(key(id), ErrorCode.UNKNOWN_SUPERVISION_CASE);
    if (found.subjects.participants().contains(act.actor().id())) {
      throw new RegistryException(
          ErrorCode.UNKNOWN_SUPERVISION_CASE,
          zh("账本上没有 %s").en("%s is not on the ledger", key(id)));
    }
    return found;
  }

  /** Refuses what a closed case does not take. */
  void requireOpen(Act act) {
    act.require(state == State.OPEN, ErrorCode.WRONG_STATE, zh("案件已办结").en("the case is closed"));
  }

  /** Whether somebody works on it: who opened it, and whose region or venue it concerns. */
  boolean concerns(Actor actor) {
    return by.equals(actor.id())
        || exchanges.contains(actor.id())
        || !actor.is(Role.EXCHANGE) && regions.stream().anyMatch(actor::governs)
        || actor.is(Role.AUTHORITY);
  }

  SupervisionCase with(Note further) {
    List<Note> more = new ArrayList<>(notes);
    more.add(further);
    return new SupervisionCase(
        at, by, closing, exchanges, id, more, reason, regions, signal, state, subjects);
  }

  SupervisionCase closed(Closing how) {
    return new SupervisionCase(
        at,
        by,
        Optional.of(how),
        exchanges,
        id,
        notes,
        reason,
        regions,
        signal,
        State.CLOSED,
        subjects);
  }

  @Override
  public Key<SupervisionCase> key() {
    return key(id);
  }
}
