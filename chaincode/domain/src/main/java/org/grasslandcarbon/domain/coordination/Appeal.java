// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * An appeal against an assessment: one on which enough vote, in time, by the office of the assessed
 * region, or one above it where the region has none; and those vote on it who agreed on the
 * targets, without the appellant's province and the assessor's, since nobody judges its own case.
 *
 * @param against the assessment
 */
record Appeal(Assessment against) {

  /** The assessed region's targets, the assessor, and who manages the region. */
  static List<Key<?>> following(Records records, InstructionId assessment) {
    return records
        .find(Assessment.key(assessment))
        .map(
            each ->
                List.<Key<?>>of(
                    RegionTargets.key(each.region(), each.year(), each.practice()),
                    Participant.key(each.assessor()),
                    manages(each.region())))
        .orElse(List.of());
  }

  private static Key<Mandate> manages(RegionCode region) {
    return Mandate.key(region, MandateFunction.CARBON_MANAGEMENT);
  }

  /** The goals that set those targets, and whoever manages or has managed the region. */
  static List<Key<?>> further(Records records, InstructionId assessment) {
    return records
        .find(Assessment.key(assessment))
        .map(each -> new Appeal(each).further(records))
        .orElse(List.of());
  }

  private List<Key<?>> further(Records records) {
    Stream<Key<?>> holders =
        records.find(manages(against.region())).stream()
            .flatMap(mandate -> mandate.terms().stream())
            .flatMap(term -> term.holder().stream())
            .distinct()
            .map(Participant::key);
    return Stream.concat(goals(records).map(Goal::key), holders).toList();
  }

  private Stream<InstructionId> goals(Records records) {
    return records
        .find(RegionTargets.key(against.region(), against.year(), against.practice()))
        .stream()
        .flatMap(found -> found.targets().stream())
        .flatMap(target -> target.goal().stream())
        .distinct();
  }

  /** Refuses who may not appeal, and an appeal that comes too late or a second time. */
  void requireAllowed(Act act) {
    act.require(
        act.actor().is(Role.OFFICE) && act.actor().region().contains(against.region()),
        ErrorCode.NOT_ALLOWED,
        zh("评估对象为 %s，由其主管部门申诉")
            .en("the assessment is of %s, whose office appeals", against.region()));
    Optional<ParticipantId> own = ownOffice(act);
    act.require(
        act.actor().region().equals(against.region()) || own.isEmpty(),
        ErrorCode.NOT_ALLOWED,
        zh("%s 有自己的主管部门 %s，由其申诉")
            .en(
                "%s has an office of its own, %s, which appeals",
                against.region(), own.map(Object::toString).orElse("")));
    act.require(
        against.canBeAppealed(act.today()),
        ErrorCode.APPEAL_OVER,
        zh("末日为北京时间 %s").en("the last day was %s, Beijing time", against.appealUntil()));
    act.require(
        against.appeal().isEmpty(),
        ErrorCode.ALREADY_APPEALED,
        zh("申诉 %s").en("appeal %s", against.appeal().map(Object::toString).orElse("")));
  }

  /**
   * The region's own office: an office registered there to which its carbon sinks are assigned
   * today.
   */
  private Optional<ParticipantId> ownOffice(Act act) {
    return act.find(manages(against.region()))
        .flatMap(mandate -> mandate.termOn(act.today()))
        .flatMap(Mandate.Term::holder)
        .flatMap(holder -> act.find(Participant.key(holder)))
        .filter(each -> each.has(Role.OFFICE) && each.region().equals(against.region()))
        .map(Participant::id);
  }

  /** The provinces of those whose case it is. */
  TreeSet<RegionCode> parties(Records records) {
    TreeSet<RegionCode> parties = new TreeSet<>();
    parties.add(against.region().province());
    records
        .find(Participant.key(against.assessor()))
        .ifPresent(each -> parties.add(each.region().province()));
    return parties;
  }

  /** The provinces that vote on it. */
  TreeSet<RegionCode> voters(Records records) {
    TreeSet<RegionCode> voters = new TreeSet<>();
    goals(records)
        .flatMap(id -> records.find(Goal.key(id)).stream())
        .forEach(goal -> voters.addAll(goal.voters()));
    voters.removeAll(parties(records));
    voters.remove(RegionCode.NATION);
    return voters;
  }
}
