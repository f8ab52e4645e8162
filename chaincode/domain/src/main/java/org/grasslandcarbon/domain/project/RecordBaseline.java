// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Records what was done on a project's land in the years before it: herds, fuel, fertiliser and the
 * like, with invoices and statistics that prove it. While publicity lasts it may be recorded again;
 * then it stands for all crediting periods.
 *
 * @param activities a row for each activity of a stratum
 * @param documents what proves it
 * @param firstYear the year of each row's first value
 * @param project the project
 */
public record RecordBaseline(
    @Means(en = "A row for each activity of a stratum", zh = "各分层各项活动的历年数据")
        @Least(1)
        @Most(ACTIVITIES_MOST)
        @Distinct
        List<BaselineYears> activities,
    @Means(en = "SHA-256 of what proves it", zh = "证明材料摘要")
        @Least(1)
        @Most(DOCUMENTS_MOST)
        @Distinct
        List<Sha256> documents,
    @Means(en = "Year of each row's first value", zh = "首个数值的年份") @Least(1900) @Most(2200)
        int firstYear,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** Ten activities of each stratum. */
  static final int ACTIVITIES_MOST = 10 * ProjectDesign.STRATA_MOST;

  static final int DOCUMENTS_MOST = 100;

  /** The action. */
  public static final ActionType<RecordBaseline> TYPE =
      ActionType.of(
          "recordBaseline",
          "登记基准线活动数据证明",
          "Records evidence of a project's baseline",
          new RecordBaseline(
              List.of(
                  new BaselineYears(
                      "S1",
                      "HEAD.SHEEP",
                      "head",
                      List.of(Decimal.of("6100"), Decimal.of("5900"), Decimal.of("6000")))),
              List.of(Sha256.of("livestock statistics of the banner")),
              2018,
              ExampleProject.ID),
          EnumSet.of(Role.OWNER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.NO_CALENDAR,
          ErrorCode.STRATA_MISMATCH);

  public RecordBaseline {
    activities = List.copyOf(activities);
    documents = List.copyOf(documents);
    Check.that(
        !activities.isEmpty() && !documents.isEmpty(),
        zh("须有活动数据和证明材料").en("evidence has an activity and a document"));
    Check.that(
        activities.stream().map(each -> each.stratum() + " " + each.symbol()).distinct().count()
            == activities.size(),
        zh("同一分层的同一活动给出了两次").en("an activity of a stratum is given twice"));
    Check.that(
        documents.stream().distinct().count() == documents.size(),
        zh("每份材料只能列一次").en("a document is named once"));
    Check.that(
        firstYear >= 1900 && firstYear <= 2200,
        zh("年份须在 1900 至 2200 之间").en("years are 1900 to 2200"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Project.key(project), BaselineEvidence.key(project));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(found -> following.addAll(found.publicity().keys()));
    return following;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.owner().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目属于其他业主").en("the project is another's"));
    requireTime(act, found);
    for (int i = 0; i < activities.size(); i++) {
      BaselineYears each = activities.get(i);
      act.require(
          found.design().strata().stream()
              .anyMatch(
                  stratum ->
                      stratum.baseline().stream()
                          .anyMatch(level -> each.isOf(stratum.name(), level))),
          ErrorCode.STRATA_MISMATCH,
          zh("activities[%s]：设计文件中分层 %s 的基准线没有 %s（%s）")
              .en(
                  "activities[%s]: the baseline of %s has no %s in %s",
                  i, each.stratum(), each.symbol(), each.unit()));
    }
    act.write(
        new BaselineEvidence(
            activities, documents, firstYear, project, act.time(), act.actor().id()));
    act.refer("project", project);
  }

  /**
   * While everybody can still comment on it; a publicity of no days gives until the opinion. A
   * registered project that has none brings it for its renewal.
   */
  private void requireTime(Act act, Project found) {
    boolean isOpen =
        found.state() == Project.State.PUBLICITY
            && (found.publicityWorkingDays() == 0 || !found.publicity().isOver(act));
    boolean isFirst =
        found.state() == Project.State.REGISTERED
            && act.find(BaselineEvidence.key(project)).isEmpty();
    act.require(
        isOpen || isFirst,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s，公示期内方可登记或更正；登记后的项目仅在尚无证明时登记一次")
            .en(
                "the project is %s: evidence is recorded while publicity lasts, or once by a"
                    + " registered project that has none",
                found.state()));
  }
}
