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
                  () -> List.of(Verb.of("make", AssessGap.TYPE).on("region")))),
          () ->
              List.of(
                  CriteriaVersions.TYPE,
                  Criteria.TYPE,
                  IndicatorReport.TYPE,
                  Goal.TYPE,
                  GoalTask.TYPE,
                  GoalVote.TYPE,
                  GoalComment.TYPE,
                  GoalCommentCount.TYPE,
                  RegionTargets.TYPE,
                  Assessment.TYPE,
                  RegionAssessments.TYPE));

  private CoordinationManifest() {}
}
