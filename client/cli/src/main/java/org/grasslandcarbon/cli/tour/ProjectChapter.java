// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.project.CommentOnProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.ProjectViews;

/** A project, from its design document to its number. */
final class ProjectChapter {
  private final Story story;
  private final Stage stage;
  private final PracticeLand land;

  ProjectChapter(Story story, PracticeLand land) {
    this.story = story;
    this.stage = story.stage;
    this.land = land;
  }

  void play() {
    stage.chapter("项目：申报、公示、审定、登记", "A project: proposal, publicity, validation, registration");
    stage.refused(
        story.trader,
        "交易主体不能申报项目",
        "A trader proposes no project",
        land.proposal(),
        ErrorCode.NOT_ALLOWED);
    Outcome proposed =
        stage.does(story.owner, "业主申报项目", "The owner proposes a project", land.proposal());
    story.project = new InstructionId(proposed.id());
    List<ValidateProject.Answer> answers = comment();
    stage.refused(
        story.verifier,
        "未被选定的机构不得审定",
        "A certifier that was not chosen does not validate",
        validation(answers),
        ErrorCode.NOT_THE_CHOSEN_CERTIFIER);
    stage.does(
        story.validator,
        "选定的机构审定" + (answers.isEmpty() ? "" : "并答复意见"),
        "The chosen certifier validates" + (answers.isEmpty() ? "" : " and answers"),
        validation(answers));
    stage.refused(
        story.owner,
        "业主不能自行登记",
        "The owner does not register its own project",
        new RegisterProject(story.project),
        ErrorCode.NOT_ALLOWED);
    stage.does(
        story.office,
        "主管部门登记项目",
        "The office registers the project",
        new RegisterProject(story.project));
    stage.equal(
        "公开登记簿显示该项目为练习项目、已登记",
        "The public registry shows it as registered and for practice",
        "REGISTERED training=true",
        () -> {
          var project =
              stage.client().publicReads().show(ProjectViews.PROJECTS, story.project.value());
          return project.path("state").asString() + " training=" + project.path("training");
        });
  }

  /**
   * Comments, where a publicity of no days leaves time for it.
   *
   * @return the answers that validation then needs
   */
  private List<ValidateProject.Answer> comment() {
    CommentOnProject comment =
        new CommentOnProject(Optional.empty(), story.project, "冬牧场由三户共用。 Three families share it.");
    boolean taken =
        stage
            .tries(
                story.trader,
                "交易主体提出意见（练习方法学的公示期为零天）",
                "The trader comments (publicity of the training methodology has no days)",
                comment,
                ErrorCode.PUBLICITY_OVER)
            .isPresent();
    if (!taken) {
      return List.of();
    }
    stage.refused(
        story.validator,
        "意见未答复，不得审定",
        "No validation while a comment is unanswered",
        validation(List.of()),
        ErrorCode.COMMENTS_UNANSWERED);
    return List.of(new ValidateProject.Answer("三户均为合作社成员。 All three are members.", 1));
  }

  private ValidateProject validation(List<ValidateProject.Answer> answers) {
    return new ValidateProject(
        answers,
        Opinion.POSITIVE,
        story.project,
        Sha256.of("tour: validation report"),
        Optional.empty());
  }
}
