// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Gives what is left of a project's buffer to its owner at the end of the monitoring obligation
 * (LEDGER section 4): the crediting period is over, and so are the years of monitoring after it
 * that the methodology version asks for.
 *
 * @param document the decision
 * @param project the project
 */
public record ReleaseBuffer(
    @Means(en = "SHA-256 of the decision", zh = "决定文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /**
   * The parameter of a methodology version that says for how many years after crediting a project
   * is monitored; a version without it asks for none.
   */
  public static final String OBLIGATION_YEARS = "MONITORING_OBLIGATION_YEARS";

  /** No obligation is longer; keeps a date of a mistaken parameter a date. */
  private static final int YEARS_MOST = 1_000;

  /** The action. */
  public static final ActionType<ReleaseBuffer> TYPE =
      ActionType.of(
          "releaseBuffer",
          "监测义务期满后返还缓冲量",
          "Gives a project's buffer to its owner when its obligation is over",
          new ReleaseBuffer(Sha256.of("decision"), ExampleProject.ID),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.UNKNOWN_METHODOLOGY,
          ErrorCode.OBLIGATION_NOT_OVER,
          ErrorCode.WRONG_STATE,
          ErrorCode.REVERSAL_SHORTFALL,
          ErrorCode.INSUFFICIENT_CREDITS);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project), CreditingHistory.key(project), Reversals.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>(ProjectBuffer.keys(records, project));
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              following.add(Methodology.key(found.design().methodology()));
              for (BatchId batch : ProjectBuffer.batches(records, project)) {
                following.add(Holding.key(batch, found.owner()));
              }
            });
    return following;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    Methodology methodology =
        act.must(Methodology.key(found.design().methodology()), ErrorCode.UNKNOWN_METHODOLOGY);
    LocalDate last = lastDay(found, methodology);
    act.require(
        act.today().isAfter(last),
        ErrorCode.OBLIGATION_NOT_OVER,
        zh("最后一日为 %s").en("its last day is %s", last));
    act.require(
        found.renewal().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("续期正在办理").en("a renewal is under way"));
    Reversals reversals = Reversals.of(act, project);
    act.require(
        reversals.open().isEmpty(),
        ErrorCode.WRONG_STATE,
        zh("尚有 %s 起逆转事件未结案").en("%s reversals are not settled", reversals.open().size()));
    act.require(
        reversals.shortfall().isZero(),
        ErrorCode.REVERSAL_SHORTFALL,
        zh("尚缺 %s 吨二氧化碳当量").en("%s t CO2e are missing", reversals.shortfall()));
    // Of more batches than fit into one instruction the others follow with the next.
    List<Credits> released =
        ProjectBuffer.oldest(
            ProjectBuffer.of(act, project), Tonnes.of(Tonnes.MAXIMUM), ProjectBuffer.BATCHES_MOST);
    act.require(
        !released.isEmpty(),
        ErrorCode.INSUFFICIENT_CREDITS,
        zh("项目缓冲量为零").en("the project's buffer is empty"));

    for (Credits part : released) {
      act.move(part, new CreditPlace.InBuffer(), new CreditPlace.HeldBy(found.owner()));
    }
    act.refer("project", project);
  }

  /** The last day of the obligation; a part of a year counts as a year. */
  private static LocalDate lastDay(Project project, Methodology methodology) {
    int years =
        methodology
            .science()
            .byName()
            .find(OBLIGATION_YEARS)
            .map(each -> each.value().value().setScale(0, RoundingMode.CEILING))
            .map(each -> each.max(BigDecimal.ZERO).min(BigDecimal.valueOf(YEARS_MOST)))
            .map(BigDecimal::intValueExact)
            .orElse(0);
    return project.design().creditingPeriod().to().plusYears(years);
  }
}
