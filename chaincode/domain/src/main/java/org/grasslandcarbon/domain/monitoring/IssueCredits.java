// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.ForwardSales;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Issues the credits of an approved report: a batch a vintage year, the non-permanence share to the
 * buffer and the rest to the owner (LEDGER section 4). The amount is the ledger's own; nobody types
 * it.
 *
 * @param monitoringReport the report
 */
public record IssueCredits(
    @Means(en = "Monitoring report", zh = "监测报告编号") InstructionId monitoringReport)
    implements Action {

  /** The action. */
  public static final ActionType<IssueCredits> TYPE =
      ActionType.of(
          "issueCredits",
          "签发减排量",
          "Issues the credits of an approved report",
          new IssueCredits(ExampleReport.ID),
          EnumSet.of(Role.CERTIFIER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_REPORT,
          ErrorCode.WRONG_STATE,
          ErrorCode.NOT_THE_VERIFIER,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.REVERSAL_SHORTFALL,
          ErrorCode.TOO_LARGE,
          ErrorCode.NOTHING_TO_ISSUE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(MonitoringReport.key(monitoringReport), Accreditation.key(actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> keys = new ArrayList<>();
    records
        .find(MonitoringReport.key(monitoringReport))
        .ifPresent(
            found -> {
              keys.add(Project.key(found.project()));
              keys.add(CreditingHistory.key(found.project()));
              keys.add(Reversals.key(found.project()));
              for (Quantification.Vintage vintage : found.vintages()) {
                keys.add(ForwardSales.key(InstrumentId.of(found.projectNumber(), vintage.year())));
              }
            });
    return keys;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return records
        .find(MonitoringReport.key(monitoringReport))
        .flatMap(found -> records.find(Project.key(found.project())))
        .map(IssueCredits::owedAndCounted)
        .orElse(List.of());
  }

  /** What the land's earlier projects still owe, and what is counted in the region. */
  private static List<Key<?>> owedAndCounted(Project project) {
    List<Key<?>> keys = new ArrayList<>(project.count().keys());
    project
        .predecessors()
        .orElse(List.of())
        .forEach(each -> keys.add(Reversals.key(each.project())));
    return keys;
  }

  @Override
  public void apply(Act act) {
    MonitoringReport found =
        act.must(MonitoringReport.key(monitoringReport), ErrorCode.UNKNOWN_REPORT);
    act.require(
        found.state() == MonitoringReport.State.APPROVED,
        ErrorCode.WRONG_STATE,
        zh("报告状态为 %s").en("the report is %s", found.state()));
    Project project = act.must(Project.key(found.project()), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        project.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", project.state()));
    MonitoringReport.Verification verification = found.verification().orElseThrow();
    act.require(
        verification.by().equals(act.actor().id()),
        ErrorCode.NOT_THE_VERIFIER,
        zh("该报告由 %s 核查").en("%s verified the report", verification.by()));
    Accreditation.require(act, act.actor().id(), found.methodology().id());
    Tonnes shortfall = Reversals.of(act, found.project()).shortfall();
    act.require(
        shortfall.isZero(),
        ErrorCode.REVERSAL_SHORTFALL,
        zh("尚缺 %s 吨二氧化碳当量").en("%s t CO2e are missing", shortfall));
    for (Project.Predecessor each : project.predecessors().orElse(List.of())) {
      Tonnes left = Reversals.of(act, each.project()).shortfall();
      act.require(
          left.isZero(),
          ErrorCode.REVERSAL_SHORTFALL,
          zh("该地块此前的项目 %2$s 尚缺 %1$s 吨二氧化碳当量")
              .en("%s t CO2e are missing of %s, which had the land before", left, each.project()));
    }
    requireRoom(act, found, verification);
    Allocation allocation = Allocation.of(found.vintages(), verification.broughtForward());
    act.require(
        !allocation.shares().isEmpty(),
        ErrorCode.NOTHING_TO_ISSUE,
        zh("%s 吨二氧化碳当量，结转 %s 吨")
            .en("%s t CO2e, %s brought forward", found.tonnes(), verification.broughtForward()));

    issue(act, found, project, allocation);
  }

  /** What a project may have at all; no batch and no share of one is then more than tonnes are. */
  private static void requireRoom(
      Act act, MonitoringReport found, MonitoringReport.Verification verification) {
    BigDecimal most =
        found.vintages().stream()
            .map(vintage -> vintage.tonnes().value().max(BigDecimal.ZERO))
            .reduce(verification.broughtForward().value(), BigDecimal::add);
    Tonnes issued =
        act.find(CreditingHistory.key(found.project()))
            .map(CreditingHistory::issued)
            .orElse(Tonnes.ZERO);
    act.require(
        most.compareTo(BigDecimal.valueOf(Tonnes.MAXIMUM - issued.value())) <= 0,
        ErrorCode.TOO_LARGE,
        zh("除已签发的 %2$s 吨外，再签发 %1$s 吨二氧化碳当量将超过一个项目的上限")
            .en("%s t CO2e besides %s issued are more than a project can have", most, issued));
  }

  private void issue(Act act, MonitoringReport found, Project project, Allocation allocation) {
    CreditingHistory history =
        act.must(CreditingHistory.key(found.project()), ErrorCode.UNKNOWN_REPORT);
    List<BatchId> batches = new ArrayList<>();
    Tonnes buffered = Tonnes.ZERO;
    BufferShare buffer =
        BufferShare.of(
            found.vintages(),
            allocation,
            project.termOf(found.period()).orElseThrow().nonPermanencePercent());
    for (Allocation.Share share : allocation.shares()) {
      history = history.withBatch(share.year(), share.tonnes());
      BatchId id = BatchId.of(found.projectNumber(), share.year(), history.batches(share.year()));
      Tonnes withheld = buffer.withheld(share.year());
      act.write(batch(act, found, share, id, withheld));
      distribute(act, found.owner(), id, share.tonnes(), withheld);
      batches.add(id);
      buffered = buffered.plus(withheld);
      project.count().issuedOf(act, share.year(), share.tonnes());
      act.refer("batch", id);
    }
    act.write(history);
    project.count().issued(act, allocation.total(), buffered);
    act.write(
        found.withIssuance(
            new MonitoringReport.Issuance(
                act.time(), batches, buffered, allocation.total(), allocation.carriedForward())));
    act.refer("report", monitoringReport);
  }

  /** The buffer's share of a batch. */
  static Tonnes withheld(Tonnes issued, Decimal percent) {
    return BufferShare.roundedUp(BigDecimal.valueOf(issued.value()), percent);
  }

  private static Batch batch(
      Act act, MonitoringReport found, Allocation.Share share, BatchId id, Tonnes withheld) {
    return new Batch(
        withheld,
        id,
        share.tonnes(),
        act.time(),
        act.actor().id(),
        found.methodology(),
        found.owner(),
        share.days().to(),
        share.days().from(),
        found.project(),
        found.projectNumber(),
        found.region(),
        found.id(),
        found.training(),
        share.year());
  }

  /** The lowest serials go to the buffer, the next to those who bought them forward. */
  private static void distribute(
      Act act, ParticipantId owner, BatchId id, Tonnes issued, Tonnes withheld) {
    SerialRanges.Split split = SerialRanges.of(1, issued.value()).takeLowest(withheld);
    distribute(act, new Credits(id, split.taken()), Optional.empty());
    SerialRanges left = ForwardSales.setAside(act, new Credits(id, split.rest()));
    distribute(act, new Credits(id, left), Optional.of(owner));
  }

  private static void distribute(Act act, Credits some, Optional<ParticipantId> holder) {
    if (!some.serials().isEmpty()) {
      act.move(some, new CreditPlace.Unissued(), new CreditPlace.First(holder));
    }
  }
}
