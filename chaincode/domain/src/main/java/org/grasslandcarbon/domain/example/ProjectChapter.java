// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.plausibility.AnsweredFlag;
import org.grasslandcarbon.domain.project.CommentOnProject;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.Finding;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;

/** A project, from its design document to its number, and its end. */
public final class ProjectChapter {
  private final Stage stage;
  private final ProposeProject proposal;
  private InstructionId project;
  private List<ValidateProject.Answer> answers = List.of();
  private List<AnsweredFlag> flags = List.of();

  /**
   * @param proposal of a project whose owner and certifier are the story's
   */
  public ProjectChapter(Stage stage, ProposeProject proposal) {
    this.stage = stage;
    this.proposal = proposal;
  }

  /** What the design is flagged for, which the certifier answers and the office reads. */
  public ProjectChapter flagged(List<AnsweredFlag> raised) {
    flags = List.copyOf(raised);
    return this;
  }

  /**
   * From the proposal to the registration, without a comment.
   *
   * @return the project
   */
  public InstructionId play() {
    propose();
    validate();
    register();
    return project;
  }

  /**
   * The owner publishes the design document.
   *
   * @return the project
   */
  public InstructionId propose() {
    stage.refused(
        Part.TRADER, "交易主体不能申报项目", "A trader proposes no project", proposal, ErrorCode.NOT_ALLOWED);
    project = stage.does(Part.OWNER, "业主申报项目", "The owner proposes a project", proposal).id();
    return project;
  }

  /** A comment, where a publicity of no days leaves time for it; validation then answers it. */
  public void comment() {
    Optional<Stage.Played> taken =
        stage.tries(
            Part.TRADER,
            "交易主体提出意见（公示期为零天时已结束）",
            "The trader comments (a publicity of no days is over already)",
            new CommentOnProject(Optional.empty(), project, "冬牧场由三户共用。 Three families share it."),
            ErrorCode.PUBLICITY_OVER);
    if (taken.isPresent()) {
      answers = List.of(new ValidateProject.Answer("三户均为合作社成员。 All three are members.", 1));
    }
  }

  /** The chosen certifier validates. */
  public void validate() {
    stage.publicityEnds();
    if (!answers.isEmpty()) {
      stage.refused(
          Part.VALIDATOR,
          "意见未答复，不得审定",
          "No validation while a comment is unanswered",
          validation(List.of()),
          ErrorCode.COMMENTS_UNANSWERED);
    }
    stage.refused(
        Part.VERIFIER,
        "未被选定的机构不得审定",
        "A certifier that was not chosen does not validate",
        validation(answers),
        ErrorCode.NOT_THE_CHOSEN_CERTIFIER);
    stage.does(
        Part.VALIDATOR,
        "选定的机构审定" + (answers.isEmpty() ? "" : "并答复意见"),
        "The chosen certifier validates" + (answers.isEmpty() ? "" : " and answers"),
        validation(answers));
  }

  private ValidateProject validation(List<ValidateProject.Answer> answers) {
    return new ValidateProject(
        answers,
        flags.isEmpty()
            ? Optional.empty()
            : Optional.of(
                flags.stream()
                    .map(flag -> Finding.answering(flag, "已实地核对。 Seen in the field."))
                    .toList()),
        Opinion.POSITIVE,
        project,
        Setting.document("validation report"),
        Optional.empty());
  }

  /** The office gives the project its number. */
  public void register() {
    stage.refused(
        Part.OWNER,
        "业主不能自行登记",
        "The owner does not register its own project",
        new RegisterProject(project),
        ErrorCode.NOT_ALLOWED);
    stage.does(
        Part.OFFICE,
        "主管部门登记项目",
        "The office registers the project",
        new RegisterProject(flags.isEmpty() ? Optional.empty() : Optional.of(flags), project));
  }

  /** The project, once it has been proposed. */
  public InstructionId id() {
    return project;
  }

  /** The owner or the office ends the project, which frees its land. */
  public void end(Part by) {
    stage.does(
        by,
        by.zh() + "注销项目",
        "The " + by.en() + " ends the project",
        new DeregisterProject(project, "练习结束。 The practice has ended."));
  }
}
