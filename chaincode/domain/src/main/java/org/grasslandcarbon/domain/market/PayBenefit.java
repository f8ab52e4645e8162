// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Names who is paid what a line of a project's plan of benefits is owed, and pays all of it (LEDGER
 * section 6). A line that names a participant is for that one: the office chooses only where the
 * plan does not, and never the project's owner, against whom the line stands.
 *
 * @param asset the money
 * @param bank where it is
 * @param document that says who the beneficiary is
 * @param line the line of the plan, from 1
 * @param payee who is paid
 * @param project the project
 */
public record PayBenefit(
    @Means(en = "Asset: CNY, or CNY-TRAINING for practice", zh = "资金种类：CNY，练习用为 CNY-TRAINING")
        Asset asset,
    @Means(en = "The settlement BANK where the money is", zh = "资金所在的结算银行") ParticipantId bank,
    @Means(
            en = "SHA-256 of the document that says who the beneficiary is",
            zh = "证明受益方身份的文件的 SHA-256 摘要")
        Sha256 document,
    @Means(en = "Line of the plan of benefits, from 1", zh = "收益分成方案的项次（自 1 起）")
        @Least(1)
        @Most(BenefitPlan.LINES_MOST)
        int line,
    @Means(en = "Who is paid: an OWNER or TRADER", zh = "收款方（OWNER 或 TRADER）") ParticipantId payee,
    @Means(en = "Project", zh = "项目编号") InstructionId project)
    implements Action {

  /** The action. */
  public static final ActionType<PayBenefit> TYPE =
      ActionType.of(
          "payBenefit",
          "指定收款方并支付应付的收益分成",
          "Pays what a line of a plan of benefits is owed",
          new PayBenefit(
              Asset.CNY,
              new ParticipantId("91110000600037341L"),
              Sha256.of("resolution of the cooperative"),
              1,
              new ParticipantId("91110000600037341L"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")),
          EnumSet.of(Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.NOTHING_OWED,
          ErrorCode.PAYEE_NOT_ALLOWED);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Project.key(project), Participant.key(payee), CashAccount.key(payee, bank, asset));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return records
        .find(Project.key(project))
        .flatMap(Project::number)
        .<List<Key<?>>>map(number -> List.of(BenefitAccount.key(number, line, bank, asset)))
        .orElse(List.of());
  }

  @Override
  public void apply(Act act) {
    Project found = act.must(Project.key(project), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        act.actor().governs(found.design().region()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目位于 %s").en("the project is in %s", found.design().region()));
    Fen owed =
        found
            .number()
            .map(number -> BenefitAccount.of(act, number, line, bank, asset).owed())
            .orElse(Fen.ZERO);
    act.require(
        !owed.isZero(),
        ErrorCode.NOTHING_OWED,
        zh("第 %s 项在该行没有应付款").en("line %s is owed nothing there", line));
    requirePayee(act, found);

    ProjectNumber number = found.number().orElseThrow();
    act.pay(
        new Money(asset, owed),
        new BenefitAccount.Of(number, line, bank),
        new CashPlace.Available(payee, bank));
    act.write(
        new BenefitPayment(
            owed,
            asset,
            act.time(),
            bank,
            act.actor().id(),
            document,
            act.id(),
            line,
            payee,
            number));
    act.refer("benefitPayment", act.id());
  }

  private void requirePayee(Act act, Project found) {
    List<ParticipantId> named =
        found.designs().stream()
            .filter(design -> design.benefitShares().size() >= line)
            .map(design -> design.benefitShares().get(line - 1))
            .flatMap(share -> share.participant().stream())
            .distinct()
            .toList();
    act.require(
        named.isEmpty() || named.contains(payee),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("分成方案指定的受益方为 %s").en("the plan names %s", named));
    act.require(
        !named.isEmpty() || !payee.equals(found.owner()),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("项目业主不得收取受益方的分成").en("the project's owner is not its beneficiary"));
    Participant recipient = act.must(Participant.key(payee), ErrorCode.PAYEE_NOT_ALLOWED);
    act.require(
        recipient.mayHold() && !recipient.isSuspended(),
        ErrorCode.PAYEE_NOT_ALLOWED,
        zh("%s 的角色为 %s%s")
            .en(
                "%s is %s%s",
                payee, recipient.roles(), recipient.isSuspended() ? " (SUSPENDED)" : ""));
  }
}
