// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** How regions set goals together, tell each other what they know, and are judged alike. */
public final class CoordinationManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "criteria",
                  "统一考核标准",
                  "Criteria of assessments",
                  () -> List.of(Verb.of("publish", PublishCriteria.TYPE))),
              Noun.of(
                  "goal",
                  "协同目标",
                  "Goals of regions",
                  () ->
                      List.of(
                          Verb.of("propose", ProposeGoal.TYPE),
                          Verb.of("comment", CommentOnGoal.TYPE).on("goal"),
                          Verb.of("vote", VoteOnGoal.TYPE).on("goal"),
                          Verb.of("decide", DecideGoal.TYPE).on("goal"))),
              Noun.of(
                  "indicator-report",
                  "指标填报",
                  "Reports of indicators",
                  () -> List.of(Verb.of("send", ReportIndicators.TYPE).on("region"))),
              Noun.of(
                  "assessment",
                  "差距评估",
                  "Assessments of regions",
                  () -> List.of(Verb.of("make", AssessGap.TYPE).on("region"))),
              Noun.of(
                  "compensation",
                  "生态补偿",
                  "Compensation of herders",
                  () -> List.of(Verb.of("record", RecordCompensation.TYPE))),
              Noun.of(
                  "mandate",
                  "地区职能",
                  "Who is responsible in regions",
                  () -> List.of(Verb.of("assign", AssignMandate.TYPE))),
              Noun.of(
                  "notice",
                  "协同通知",
                  "Notices of regions",
                  () -> List.of(Verb.of("publish", PublishNotice.TYPE))),
              Noun.of(
                  "information-case",
                  "协同案件",
                  "Cases between regions",
                  () ->
                      List.of(
                          Verb.of("open", OpenCase.TYPE),
                          Verb.of("answer", AnswerCase.TYPE).on("coordinationCase")))),
          () ->
              List.of(
                  CriteriaVersions.TYPE,
                  Criteria.TYPE,
                  IndicatorMeaning.TYPE,
                  IndicatorReport.TYPE,
                  Goal.TYPE,
                  OpenGoals.TYPE,
                  GoalTask.TYPE,
                  GoalVote.TYPE,
                  GoalComment.TYPE,
                  GoalCommentCount.TYPE,
                  RegionTargets.TYPE,
                  Assessment.TYPE,
                  RegionAssessments.TYPE,
                  Compensation.TYPE,
                  Mandate.TYPE,
                  Notice.TYPE,
                  OpenNotices.TYPE,
                  CoordinationCase.TYPE,
                  OpenCases.TYPE));

  private CoordinationManifest() {}
}
