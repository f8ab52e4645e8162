// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

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
import org.grasslandcarbon.domain.project.FlagAnswers;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Lets the credits of a verified report be issued (LEDGER section 4; CCER measures art. 22).
 *
 * @param flagsRead the severe flags that the office has read; all of the report's
 * @param monitoringReport the report
 */
public record ApproveIssuance(
    @Means(en = "The severe flags that the office has read", zh = "主管部门已阅的严重提示")
        @Most(Flag.FLAGS_MOST)
        Optional<List<AnsweredFlag>> flagsRead,
    @Means(en = "Monitoring report", zh = "监测报告编号") InstructionId monitoringReport)
    implements Action {

  /** The action. */
  public static final ActionType<ApproveIssuance> TYPE =
      ActionType.of(
          "approveIssuance",
          "批准签发减排量",
          "Lets the credits of a verified report be issued",
          new ApproveIssuance(ExampleReport.ID),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REPORT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.FLAG_NOT_READ);

  /** Of a report without severe flags. */
  public ApproveIssuance(InstructionId monitoringReport) {
    this(Optional.empty(), monitoringReport);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(MonitoringReport.key(monitoringReport));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(MonitoringReport.key(monitoringReport))
        .<List<Key<?>>>map(found -> List.of(Project.key(found.project())))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    MonitoringReport found =
        act.must(MonitoringReport.key(monitoringReport), ErrorCode.UNKNOWN_REPORT);
    act.require(
        act.actor().governs(found.region()),
        ErrorCode.NOT_ALLOWED,
        zh("地区 %s 由其他主管部门管辖").en("region %s is another's", found.region()));
    act.require(
        found.state() == MonitoringReport.State.VERIFIED,
        ErrorCode.WRONG_STATE,
        zh("报告状态为 %s").en("the report is %s", found.state()));
    Project project = act.must(Project.key(found.project()), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        project.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", project.state()));

    FlagAnswers.requireRead(
        act, found.verification().flatMap(MonitoringReport.Verification::severe), flagsRead);

    act.write(found.withApproval(new MonitoringReport.Approval(act.time(), act.actor().id())));
    act.refer("report", monitoringReport);
  }
}
