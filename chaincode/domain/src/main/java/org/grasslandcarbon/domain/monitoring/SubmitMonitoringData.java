// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Submits a part of a project's monitoring data ahead of the report that names it: a survey of
 * hundreds of sampling points is larger than one instruction may be. Each row is checked for
 * itself; whether the data are complete is seen when the report puts the parts together.
 *
 * @param data the rows
 * @param project the project
 */
public record SubmitMonitoringData(
    @Means(en = "Data, one row a stratum, datum and calendar year", zh = "分层、分年度的监测数据")
        @Least(1)
        @Most(SubmitMonitoringReport.ROWS_MOST)
        List<Datum> data,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** The action. */
  public static final ActionType<SubmitMonitoringData> TYPE =
      ActionType.of(
          "submitMonitoringData",
          "分批提交监测数据，供监测报告引用",
          "Submits a part of the monitoring data, for a report to name",
          new SubmitMonitoringData(
              List.of(
                  ExampleReport.row("S1", "HEAD.SHEEP", "head", "6000", 2023),
                  ExampleReport.row("S1", "HEAD.SHEEP", "head", "6100", 2024)),
              ExampleProject.ID),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.UNKNOWN_DATUM,
          ErrorCode.DATA_OUT_OF_RANGE,
          ErrorCode.STRATA_MISMATCH);

  public SubmitMonitoringData {
    data = List.copyOf(data);
    Check.that(!data.isEmpty(), zh("每部分数据须至少有一行").en("a part of the data has a row"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Project.key(project))
        .<List<Key<?>>>map(found -> List.of(Methodology.key(design(found).methodology())))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Project found = Project.registeredOfActor(act, project);
    Methodology methodology =
        act.must(Methodology.key(design(found).methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    QuantificationRule.requireReadable(methodology, design(found).strata(), Rows.of("data", data));

    act.write(new MonitoringData(data, act.id(), project, act.time()));
    act.refer("data", act.id());
    act.refer("project", project);
  }

  /** The design of the crediting period in which the last of the data lie. */
  private ProjectDesign design(Project found) {
    return data.stream()
        .map(Datum::year)
        .max(Integer::compareTo)
        .flatMap(year -> found.termOf(year))
        .map(Project.Term::design)
        .orElse(found.design());
  }
}
