// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Submits a part of the values of a sampling ahead of the instruction that records it: a survey of
 * hundreds of points is larger than one instruction may be. What they say is checked when the
 * sampling is recorded.
 *
 * @param project the project
 * @param values the values
 */
public record SubmitSampleValues(
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "Values of samples", zh = "样品测定值") @Least(1) @Most(VALUES_MOST)
        List<SampleValue> values)
    implements Action {

  /** What an instruction of 64 KiB holds. */
  public static final int VALUES_MOST = 1_000;

  /** The action. */
  public static final ActionType<SubmitSampleValues> TYPE =
      ActionType.of(
          "submitSampleValues",
          "分批提交采样测定值，供登记采样时引用",
          "Submits a part of the values of a sampling, for its record to name",
          new SubmitSampleValues(
              ExampleProject.ID,
              List.of(
                  new SampleValue(Optional.of("P01-L1"), "OC", "g/kg", Decimal.of("24.29")),
                  new SampleValue(Optional.of("P01-L1"), "SOIL_MASS", "g", Decimal.of("270")))),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE);

  public SubmitSampleValues {
    values = List.copyOf(values);
    Check.that(!values.isEmpty(), zh("每部分须至少有一个测定值").en("a part has a value"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project));
  }

  @Override
  public void apply(Act act) {
    Project.registeredOfActor(act, project);
    act.write(new SampleValues(act.id(), project, values));
    act.refer("values", act.id());
    act.refer("project", project);
  }
}
