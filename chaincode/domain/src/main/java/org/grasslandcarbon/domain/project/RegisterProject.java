// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
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
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * Registers a validated project under a public number (LEDGER section 3; CCER measures art. 15).
 *
 * @param flagsRead the severe flags that the office has read; all of the design's
 * @param project the project
 */
public record RegisterProject(
    @Means(en = "The severe flags that the office has read", zh = "主管部门已阅的严重提示")
        @Most(Flag.FLAGS_MOST)
        Optional<List<AnsweredFlag>> flagsRead,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** The action. */
  public static final ActionType<RegisterProject> TYPE =
      ActionType.of(
          "registerProject",
          "登记项目",
          "Registers a validated project",
          new RegisterProject(ExampleProject.ID),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.FLAG_NOT_READ,
          ErrorCode.NUMBERS_EXHAUSTED);

  public RegisterProject {
    flagsRead = flagsRead.map(List::copyOf);
  }

  /** Of a project without severe flags. */
  public RegisterProject(InstructionId project) {
    this(Optional.empty(), project);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project), Validation.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Project.key(project))
        .<List<Key<?>>>map(
            found -> {
              List<Key<?>> keys = new ArrayList<>(found.count().keys());
              keys.add(NumberSequence.key(found.design().region(), found.training()));
              return keys;
            })
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    RegionCode region = found.design().region();
    act.require(
        act.actor().governs(region),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", region));
    act.require(
        found.state() == Project.State.VALIDATED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state()));
    FlagAnswers.requireRead(
        act, act.find(Validation.key(project)).flatMap(Validation::severe), flagsRead);
    NumberSequence sequence =
        act.find(NumberSequence.key(region, found.training()))
            .orElse(NumberSequence.begin(region, found.training()));
    int year = act.today().getYear();
    int next = sequence.last(year) + 1;
    act.require(
        next <= NumberSequence.MOST,
        ErrorCode.NUMBERS_EXHAUSTED,
        zh("地区 %s，%s 年").en("%s in %s", region, year));

    ProjectNumber number = ProjectNumber.of(region, year, next, found.training());
    act.write(sequence.with(year, next));
    Project registered = found.withRegistration(number, act.time());
    act.write(registered);
    registered.count().registered(act, registered.countedLand());
    act.refer("project", project);
    act.refer("projectNumber", number);
  }
}
