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
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * An appeal against an assessment: one, in time, by the office of the assessed region; and those
 * vote on it who agreed on the targets, without the appellant's province and the assessor's, since
 * nobody judges its own case.
 *
 * @param against the assessment
 */
record Appeal(Assessment against) {

  /** The assessed region's targets and the assessor. */
  static List<Key<?>> following(Records records, InstructionId assessment) {
    return records
        .find(Assessment.key(assessment))
        .map(
            each ->
                List.<Key<?>>of(
                    RegionTargets.key(each.region(), each.year()),
                    Participant.key(each.assessor())))
        .orElse(List.of());
  }

  /** The goals that set those targets. */
  static List<Key<?>> further(Records records, InstructionId assessment) {
    return records
        .find(Assessment.key(assessment))
        .map(each -> new Appeal(each).goals(records).<Key<?>>map(id -> Goal.key(id)).toList())
        .orElse(List.of());
  }

  private Stream<InstructionId> goals(Records records) {
    return records.find(RegionTargets.key(against.region(), against.year())).stream()
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
    act.require(
        against.canBeAppealed(act.today()),
        ErrorCode.APPEAL_OVER,
        zh("末日为北京时间 %s").en("the last day was %s, Beijing time", against.appealUntil()));
    act.require(
        against.appeal().isEmpty(),
        ErrorCode.ALREADY_APPEALED,
        zh("申诉 %s").en("appeal %s", against.appeal().map(Object::toString).orElse("")));
  }

  /** The provinces that vote on it. */
  TreeSet<RegionCode> voters(Records records) {
    TreeSet<RegionCode> voters = new TreeSet<>();
    goals(records)
        .flatMap(id -> records.find(Goal.key(id)).stream())
        .forEach(goal -> voters.addAll(goal.voters()));
    voters.remove(against.region().province());
    Optional<RegionCode> assessors =
        records.find(Participant.key(against.assessor())).map(each -> each.region().province());
    assessors.ifPresent(voters::remove);
    return voters;
  }
}
