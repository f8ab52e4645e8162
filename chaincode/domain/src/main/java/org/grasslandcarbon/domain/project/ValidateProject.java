// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.Terms;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Opinion;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Gives the chosen certifier's opinion on a project after publicity (LEDGER section 3; CCER
 * measures art. 13: the report says how comments were handled and is published).
 *
 * @param answers how each comment was handled
 * @param findings what was found, with an answer to every flag of the design
 * @param opinion the conclusion
 * @param project the project
 * @param report the validation report
 * @param riskPercent the rating of non-permanence risk; counts when above the methodology's least
 */
public record ValidateProject(
    @Means(en = "An answer to every comment", zh = "对全部意见的答复") @Most(ANSWERS_MOST)
        List<Answer> answers,
    @Means(en = "Findings, and how they were closed", zh = "审定发现及关闭情况") @Most(Finding.FINDINGS_MOST)
        Optional<List<Finding>> findings,
    @Means(en = "Conclusion", zh = "审定结论") Opinion opinion,
    @Means(en = "Project", zh = "项目编号") InstructionId project,
    @Means(en = "SHA-256 of the validation report", zh = "审定报告摘要") Sha256 report,
    @Means(en = "Rating of non-permanence risk, percent", zh = "非持久性风险评级（%）")
        Optional<Decimal> riskPercent)
    implements Action {

  static final int ANSWERS_MOST = CommentOnProject.COMMENTS_MOST;

  static final String RISK_PERCENT_PATTERN = Decimal.PERCENT_PATTERN;

  /** The action. */
  public static final ActionType<ValidateProject> TYPE =
      ActionType.of(
          "validateProject",
          "出具项目审定结论",
          "Gives the chosen certifier's opinion on a project",
          new ValidateProject(
              List.of(new Answer("The three families are members.", 1)),
              Opinion.POSITIVE,
              ExampleProject.ID,
              Sha256.of("validation report"),
              Optional.of(Decimal.of("15"))),
          EnumSet.of(Role.CERTIFIER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_THE_CHOSEN_CERTIFIER,
          ErrorCode.WRONG_STATE,
          ErrorCode.CERTIFIER_NOT_ACCREDITED,
          ErrorCode.METHODOLOGY_CLOSED,
          ErrorCode.NO_CALENDAR,
          ErrorCode.PUBLICITY_NOT_OVER,
          ErrorCode.COMMENTS_UNANSWERED,
          ErrorCode.BASELINE_NOT_EVIDENCED,
          ErrorCode.FINDINGS_OPEN,
          ErrorCode.FLAG_NOT_ADDRESSED);

  public ValidateProject {
    answers = List.copyOf(answers);
    findings = findings.map(List::copyOf);
    Check.that(
        riskPercent.map(Terms::isPercentage).orElse(true),
        zh("评级须在百分之 0 至 100 之间").en("a rating is 0 to 100 percent"));
  }

  /** An opinion on a design without flags, with nothing found. */
  public ValidateProject(
      List<Answer> answers,
      Opinion opinion,
      InstructionId project,
      Sha256 report,
      Optional<Decimal> riskPercent) {
    this(answers, Optional.empty(), opinion, project, report, riskPercent);
  }

  /**
   * How a comment was handled.
   *
   * @param answer in words
   * @param comment the comment's number
   */
  public record Answer(
      @Means(en = "Answer", zh = "答复") @Most(2_000) String answer,
      @Means(en = "Number of the comment", zh = "所答复意见的序号") int comment) {}

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project),
        ProjectBoundary.key(project),
        BaselineEvidence.key(project),
        Accreditation.key(actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Project.key(project))
        .ifPresent(
            found -> {
              following.add(Methodology.key(found.design().methodology()));
              following.addAll(found.publicity().keys());
            });
    if (opinion == Opinion.NEGATIVE) {
      following.addAll(LandClaims.keys(project, records));
    }
    return following;
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.design().certifier().equals(act.actor().id()),
        ErrorCode.NOT_THE_CHOSEN_CERTIFIER,
        zh("项目选定的机构为 %s").en("the project chose %s", found.design().certifier()));
    act.require(
        found.state() == Project.State.PUBLICITY,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state()));
    ValidationRule.require(act, found.design().methodology(), opinion, found.publicity());
    Set<Integer> open = ValidationRule.unanswered(1, found.comments(), answers);
    act.require(
        open.isEmpty(), ErrorCode.COMMENTS_UNANSWERED, zh("意见序号 %s").en("comments %s", open));
    LookBack.require(act, opinion, project, found.design());
    List<Flag> flags = found.flags().orElse(List.of());
    ValidationRule.requireFindings(act, opinion, flags, findings.orElse(List.of()));

    Project.State state =
        opinion == Opinion.POSITIVE ? Project.State.VALIDATED : Project.State.REJECTED;
    Decimal least = found.nonPermanencePercent();
    Decimal share = riskPercent.filter(risk -> risk.compareTo(least) > 0).orElse(least);
    act.write(found.withOpinion(state, act.actor().id(), share));
    if (state == Project.State.REJECTED) {
      LandClaims.leave(act, project);
    }
    act.write(
        new Validation(
            answers,
            act.time(),
            act.actor().id(),
            findings,
            opinion,
            project,
            report,
            riskPercent,
            ValidationRule.severe(opinion, flags)));
    act.refer("project", project);
  }
}
