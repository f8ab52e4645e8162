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
 * Gives the chosen certifier's opinion on a renewal after publicity, by the rules of {@link
 * ValidateProject}.
 *
 * @param answers how each comment on the renewal was handled
 * @param findings what was found, with an answer to every flag of the design
 * @param opinion the conclusion
 * @param renewal the renewal
 * @param report the validation report
 * @param riskPercent the rating of non-permanence risk; counts when above the methodology's least
 */
public record ValidateRenewal(
    @Means(en = "An answer to every comment on the renewal", zh = "对续期全部意见的答复")
        @Most(ValidateProject.ANSWERS_MOST)
        List<ValidateProject.Answer> answers,
    @Means(en = "Findings, and how they were closed", zh = "审定发现及关闭情况") @Most(Finding.FINDINGS_MOST)
        Optional<List<Finding>> findings,
    @Means(en = "Conclusion", zh = "审定结论") Opinion opinion,
    @Means(en = "Renewal", zh = "续期编号") InstructionId renewal,
    @Means(en = "SHA-256 of the validation report", zh = "审定报告摘要") Sha256 report,
    @Means(en = "Rating of non-permanence risk, percent", zh = "非持久性风险评级（%）")
        Optional<Decimal> riskPercent)
    implements Action {

  static final String RISK_PERCENT_PATTERN = Decimal.PERCENT_PATTERN;

  /** The action. */
  public static final ActionType<ValidateRenewal> TYPE =
      ActionType.of(
          "validateRenewal",
          "出具项目续期审定结论",
          "Gives the chosen certifier's opinion on a renewal",
          new ValidateRenewal(
              List.of(new ValidateProject.Answer("The herd of 2041 was counted anew.", 2)),
              Opinion.POSITIVE,
              ExampleProject.RENEWAL,
              Sha256.of("validation report of the renewal"),
              Optional.of(Decimal.of("15"))),
          EnumSet.of(Role.CERTIFIER),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_RENEWAL,
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

  public ValidateRenewal {
    answers = List.copyOf(answers);
    findings = findings.map(List::copyOf);
    Check.that(
        riskPercent.map(Terms::isPercentage).orElse(true),
        zh("评级须在百分之 0 至 100 之间").en("a rating is 0 to 100 percent"));
  }

  /** An opinion on a design without flags, with nothing found. */
  public ValidateRenewal(
      List<ValidateProject.Answer> answers,
      Opinion opinion,
      InstructionId renewal,
      Sha256 report,
      Optional<Decimal> riskPercent) {
    this(answers, Optional.empty(), opinion, renewal, report, riskPercent);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Renewal.key(renewal), Accreditation.key(actor));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    records
        .find(Renewal.key(renewal))
        .ifPresent(
            found -> {
              following.add(Project.key(found.project()));
              following.add(BaselineEvidence.key(found.project()));
              following.add(Methodology.key(found.design().methodology()));
              following.addAll(found.publicity().keys());
            });
    return following;
  }

  @Override
  public void apply(Act act) {
    Renewal found = act.must(Renewal.key(renewal), ErrorCode.UNKNOWN_RENEWAL);
    act.require(
        found.design().certifier().equals(act.actor().id()),
        ErrorCode.NOT_THE_CHOSEN_CERTIFIER,
        zh("续期选定的机构为 %s").en("the renewal chose %s", found.design().certifier()));
    Project project = act.must(Project.key(found.project()), ErrorCode.UNKNOWN_RENEWAL);
    act.require(
        found.state() == Renewal.State.PUBLICITY && project.state() == Project.State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("续期状态为 %s，项目状态为 %s")
            .en("the renewal is %s, the project is %s", found.state(), project.state()));
    ValidationRule.require(act, found.design().methodology(), opinion, found.publicity());
    Set<Integer> open =
        ValidationRule.unanswered(found.firstComment(), project.comments(), answers);
    act.require(
        open.isEmpty(), ErrorCode.COMMENTS_UNANSWERED, zh("意见序号 %s").en("comments %s", open));
    LookBack.require(act, opinion, found.project(), found.design());
    List<Flag> flags = found.flags().orElse(List.of());
    ValidationRule.requireFindings(act, opinion, flags, findings.orElse(List.of()));

    Decimal least = found.nonPermanencePercent();
    Decimal share = riskPercent.filter(risk -> risk.compareTo(least) > 0).orElse(least);
    Renewal.State state =
        opinion == Opinion.POSITIVE ? Renewal.State.VALIDATED : Renewal.State.REJECTED;
    Validation validation =
        new Validation(
            answers,
            act.time(),
            act.actor().id(),
            findings,
            opinion,
            found.project(),
            report,
            riskPercent,
            ValidationRule.severe(opinion, flags));
    act.write(found.withOpinion(state, validation, share));
    if (state == Renewal.State.REJECTED) {
      act.write(project.withRenewal(Optional.empty()));
    }
    act.refer("renewal", renewal);
    act.refer("project", found.project());
  }
}
