// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Opens a case (exchange's rules art. 36-46; 立案核查). The authority about anybody but itself; an
 * office where something of it is of its region, about nobody whom only the authority governs; an
 * exchange about what is traded at its venues and those who trade there.
 *
 * @param reason why
 * @param signal the computed signal with which it begins, if it does
 * @param subjects what it is about
 */
public record OpenSupervisionCase(
    @Means(en = "Why it is opened", zh = "立案理由") @Most(SupervisionCase.TEXT_MOST) String reason,
    @Means(en = "The computed signal, if it begins with one", zh = "监测信号（如由信号引起）")
        Optional<CaseSignal> signal,
    @Means(en = "What it is about", zh = "案件对象") CaseSubjects subjects)
    implements Action {

  /** Whoever has one of these is told of every case, so that none can be about it. */
  private static final Set<Role> TOLD_OF_ALL = EnumSet.of(Role.AUTHORITY, Role.COURT, Role.AUDITOR);

  /** The action. */
  public static final ActionType<OpenSupervisionCase> TYPE =
      ActionType.of(
          "openSupervisionCase",
          "立案核查",
          "Opens a case of supervision",
          new OpenSupervisionCase(
              "关联账户之间频繁交易。 Related accounts trade with each other again and again.",
              Optional.of(
                  new CaseSignal(
                      "MUTUAL_TRADES",
                      List.of("GCS-152502-2024-0001-2025:1"),
                      List.of(new CaseSignal.Parameter("trades", 3)))),
              new CaseSubjects(
                  List.of(new InstrumentId("GCS-152502-2024-0001-2025")),
                  List.of(new ParticipantId("91110000600037341L")),
                  List.of(new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
                  List.of(new CaseTrade(new InstrumentId("GCS-152502-2024-0001-2025"), 1)))),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE, Role.EXCHANGE),
          SupervisionVisibility.SIGNED,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.UNKNOWN_INSTRUMENT,
          ErrorCode.UNKNOWN_TRADE,
          ErrorCode.NOT_ALLOWED);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    subjects.participants().forEach(each -> named.add(Participant.key(each)));
    subjects.projects().forEach(each -> named.add(Project.key(each)));
    subjects.traded().forEach(each -> named.add(InstrumentBook.key(each)));
    subjects.trades().forEach(each -> named.add(each.key()));
    return named;
  }

  @Override
  public void apply(Act act) {
    Set<RegionCode> regions = new TreeSet<>();
    List<Participant> participants = new ArrayList<>();
    for (ParticipantId id : subjects.participants()) {
      Participant found = act.must(Participant.key(id), ErrorCode.UNKNOWN_PARTICIPANT);
      participants.add(found);
      regions.add(found.region());
    }
    for (InstructionId id : subjects.projects()) {
      regions.add(act.must(Project.key(id), ErrorCode.UNKNOWN_PROJECT).design().region());
    }
    Set<ParticipantId> exchanges = new TreeSet<>();
    for (InstrumentId id : subjects.traded()) {
      exchanges.add(
          act.must(InstrumentBook.key(id), ErrorCode.UNKNOWN_INSTRUMENT).venue().exchange());
      regions.add(id.project().region());
    }
    subjects.trades().forEach(each -> act.must(each.key(), ErrorCode.UNKNOWN_TRADE));
    participants.forEach(each -> requireCanBeAbout(act, each));
    Actor actor = act.actor();
    act.require(
        actor.is(Role.EXCHANGE)
            ? exchanges.equals(Set.of(actor.id()))
            : regions.stream().anyMatch(actor::governs),
        ErrorCode.NOT_ALLOWED,
        actor.is(Role.EXCHANGE)
            ? zh("交易机构的案件须涉及其自身的交易标的，且只涉及这些标的")
                .en("an exchange's case is about what is traded at its own venues, and only that")
            : zh("案件对象均不在 %s").en("nothing of it is of %s", actor.region()));

    act.write(
        new SupervisionCase(
            act.time(),
            actor.id(),
            Optional.empty(),
            List.copyOf(exchanges),
            act.id(),
            List.of(),
            reason,
            List.copyOf(regions),
            signal,
            SupervisionCase.State.OPEN,
            subjects));
    act.refer("supervision-case", act.id());
  }

  /** Nobody judges itself, and nobody is told of a case about it. */
  private static void requireCanBeAbout(Act act, Participant subject) {
    act.require(
        !subject.id().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("任何主体不得对自身立案").en("nobody opens a case about itself"));
    act.require(
        subject.roles().stream().noneMatch(TOLD_OF_ALL::contains),
        ErrorCode.NOT_ALLOWED,
        zh("%s 有权查看全部案件，不能作为案件对象").en("%s is told of every case, none is about it", subject.id()));
    act.require(
        act.actor().is(Role.AUTHORITY)
            || (act.actor().is(Role.EXCHANGE) ? subject.mayHold() : !isOfState(subject)),
        ErrorCode.NOT_ALLOWED,
        zh("对 %s 的案件由国家主管部门立案").en("a case about %s is for the authority to open", subject.id()));
  }

  /** Whether only the authority governs it. */
  private static boolean isOfState(Participant subject) {
    return !subject.mayHold() && !subject.has(Role.CERTIFIER);
  }
}
