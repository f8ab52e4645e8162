// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Ends a project for ever (LEDGER section 3; CCER measures art. 16). A project that is not
 * registered yet ends the same way: that is how a proposal is taken back.
 *
 * @param project the project
 * @param reason in words
 */
public record DeregisterProject(
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "Reason", zh = "理由") @Most(REASON_MOST) String reason)
    implements Action {

  static final int REASON_MOST = 500;

  private static final Set<Project.State> LIVE =
      EnumSet.of(Project.State.PUBLICITY, Project.State.VALIDATED, Project.State.REGISTERED);

  /** The action. */
  public static final ActionType<DeregisterProject> TYPE =
      ActionType.of(
          "deregisterProject",
          "注销项目",
          "Ends a project for ever",
          new DeregisterProject(ExampleProject.ID, "The land contract has ended."),
          EnumSet.of(Role.OWNER, Role.OFFICE, Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project), ProjectBoundary.key(project), CreditingHistory.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>(LandClaims.keys(project, records));
    records
        .find(Project.key(project))
        .filter(found -> found.state() == Project.State.REGISTERED)
        .ifPresent(found -> keys.addAll(found.count().keys()));
    return keys;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.owner().equals(act.actor().id()) || act.actor().governs(found.design().region()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目既不属于您，也不在您的管辖地区").en("the project is neither yours nor of your region"));
    act.require(
        LIVE.contains(found.state()),
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state()));

    if (found.state() == Project.State.REGISTERED) {
      found.count().deregistered(act, found.countedLand());
    }
    act.write(
        found.withDeregistration(new Project.Deregistration(act.time(), act.actor().id(), reason)));
    boolean isCredited =
        act.find(CreditingHistory.key(project)).filter(CreditingHistory::isCredited).isPresent();
    if (isCredited && !found.training()) {
      LandClaims.end(act, project);
    } else {
      LandClaims.leave(act, project);
    }
    act.refer("project", project);
  }
}
