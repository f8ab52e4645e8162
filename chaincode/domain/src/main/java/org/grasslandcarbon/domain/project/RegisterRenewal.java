// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Registers a validated renewal: from the first day of its crediting period on the project is
 * monitored under the new design. Number, credits, buffer and history stay the project's.
 *
 * @param flagsRead the severe flags that the office has read; all of the design's
 * @param renewal the renewal
 */
public record RegisterRenewal(
    @Means(en = "The severe flags that the office has read", zh = "主管部门已阅的严重提示")
        @Most(Flag.FLAGS_MOST)
        Optional<List<AnsweredFlag>> flagsRead,
    @Means(en = "Renewal", zh = "续期编号") InstructionId renewal)
    implements Action {

  /** The action. */
  public static final ActionType<RegisterRenewal> TYPE =
      ActionType.of(
          "registerRenewal",
          "登记项目续期",
          "Registers a validated renewal",
          new RegisterRenewal(ExampleProject.RENEWAL),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_RENEWAL,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.FLAG_NOT_READ);

  public RegisterRenewal {
    flagsRead = flagsRead.map(List::copyOf);
  }

  /** Of a renewal without severe flags. */
  public RegisterRenewal(InstructionId renewal) {
    this(Optional.empty(), renewal);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Renewal.key(renewal));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Renewal.key(renewal))
        .<List<Key<?>>>map(found -> List.of(Project.key(found.project())))
        .orElse(List.of());
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(Renewal.key(renewal))
        .flatMap(found -> records.find(Project.key(found.project())))
        .map(project -> project.count().keys())
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Renewal found = act.must(Renewal.key(renewal), ErrorCode.UNKNOWN_RENEWAL);
    RegionCode region = found.design().region();
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    Project project = act.must(Project.key(found.project()), ErrorCode.UNKNOWN_RENEWAL);
    act.require(
        found.state() == Renewal.State.VALIDATED && project.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("续期状态为 %s，项目状态为 %s")
            .en("the renewal is %s, the project is %s", found.state(), project.state()));

    FlagAnswers.requireRead(act, found.validation().flatMap(Validation::severe), flagsRead);

    Renewal registered = found.registered(act.time());
    act.write(registered);
    Project renewed = project.renewed(registered);
    act.write(renewed);
    renewed.count().renewed(act, project.countedLand(), renewed.countedLand());
    act.refer("renewal", renewal);
    act.refer("project", found.project());
  }
}
