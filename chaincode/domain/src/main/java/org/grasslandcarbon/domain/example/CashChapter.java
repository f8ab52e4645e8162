// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.judicial.EnforceCash;
import org.grasslandcarbon.domain.judicial.FreezeCash;
import org.grasslandcarbon.domain.judicial.ReleaseCash;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.settlement.AttestCash;
import org.grasslandcarbon.domain.settlement.BindBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.CorrectAttestation;
import org.grasslandcarbon.domain.settlement.DepositCash;
import org.grasslandcarbon.domain.settlement.RefuseWithdrawal;
import org.grasslandcarbon.domain.settlement.RequestWithdrawal;
import org.grasslandcarbon.domain.settlement.ReverseDeposit;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;

/** Money comes in at the settlement bank, is frozen by order, and is paid out again. */
public final class CashChapter {
  private static final String PRACTICE = "练习。 Practice.";

  private final Stage stage;
  private final Asset asset;
  private int references;

  public CashChapter(Stage stage, Asset asset) {
    this.stage = stage;
    this.asset = asset;
  }

  /** References of the bank begin with the story's own, so that stories share a bank. */
  private BankReference fresh(Part whose) {
    String story = stage.id(whose).value().substring(8);
    return new BankReference(story + "-" + ++references);
  }

  /**
   * The bank has received money of somebody.
   *
   * @return the bank's reference
   */
  public BankReference deposit(Part payer, long fen) {
    BankReference reference = fresh(payer);
    stage.does(
        Part.BANK,
        "结算银行为" + payer.zh() + "入金 " + fen + " 分",
        "The settlement bank deposits " + fen + " fen of the " + payer.en(),
        depositOf(payer, fen, reference));
    return reference;
  }

  private DepositCash depositOf(Part payer, long fen, BankReference reference) {
    return new DepositCash(Fen.of(fen), asset, stage.id(payer), reference);
  }

  /** The same entry of the bank's books a second time. */
  public void refuseSecondDeposit(Part payer, long fen, BankReference reference) {
    stage.refused(
        Part.BANK,
        "同一流水号不能入金两次",
        "One entry of the bank's books is not deposited twice",
        depositOf(payer, fen, reference),
        ErrorCode.BANK_REFERENCE_USED);
  }

  /** The bank takes some of a deposit back. */
  public void reverse(BankReference deposit, long fen) {
    stage.does(
        Part.BANK,
        "结算银行冲正 " + fen + " 分",
        "The settlement bank takes " + fen + " fen back",
        new ReverseDeposit(Optional.of(Fen.of(fen)), PRACTICE, deposit));
  }

  /** Somebody binds a bank account, and the bank confirms it. */
  public void bind(Part owner) {
    stage.does(
        owner,
        owner.zh() + "绑定银行账户",
        "The " + owner.en() + " binds a bank account",
        new BindBankAccount(stage.id(Part.BANK), Setting.document("bank account")));
    stage.does(
        Part.BANK,
        "结算银行确认账户属于" + owner.zh(),
        "The settlement bank confirms that the account is the " + owner.en() + "'s",
        new ConfirmBankAccount(Setting.document("bank account"), stage.id(owner)));
  }

  /**
   * Somebody asks for money.
   *
   * @return the withdrawal
   */
  public InstructionId request(Part owner, long fen) {
    return stage
        .does(
            owner,
            owner.zh() + "申请出金 " + fen + " 分",
            "The " + owner.en() + " asks for " + fen + " fen",
            requestOf(fen))
        .id();
  }

  private RequestWithdrawal requestOf(long fen) {
    return new RequestWithdrawal(Fen.of(fen), asset, stage.id(Part.BANK));
  }

  /** Somebody asks for more than is there. */
  public void refuseMoreThanThereIs(Part owner, long fen) {
    refuse(
        owner,
        "超出余额的出金被拒绝",
        "More than there is is not paid out",
        requestOf(fen),
        ErrorCode.INSUFFICIENT_CASH);
  }

  /** Somebody asks for what is frozen. */
  public void refuseFrozen(Part owner, long fen) {
    refuse(
        owner,
        "被冻结的资金不能提取",
        "What is frozen is not paid out",
        requestOf(fen),
        ErrorCode.CASH_FROZEN);
  }

  private void refuse(Part part, String zh, String en, Action action, ErrorCode code) {
    stage.refused(part, zh, en, action, code);
  }

  /** The bank has paid. */
  public void confirm(Part owner, InstructionId withdrawal) {
    stage.does(
        Part.BANK,
        "结算银行已付款给" + owner.zh(),
        "The settlement bank has paid the " + owner.en(),
        new ConfirmWithdrawal(fresh(owner), withdrawal));
  }

  /** The bank does not pay. */
  public void refuse(InstructionId withdrawal) {
    stage.does(
        Part.BANK,
        "结算银行退回出金，资金回到原账户",
        "The settlement bank does not pay; the money goes back",
        new RefuseWithdrawal(PRACTICE, withdrawal));
  }

  /**
   * By order, money cannot be moved for a while.
   *
   * @return the freeze
   */
  public InstructionId freeze(Part judge, Part holder, long fen) {
    return stage
        .does(
            judge,
            judge.zh() + "冻结" + holder.zh() + "的 " + fen + " 分",
            "The " + judge.en() + " freezes " + fen + " fen of the " + holder.en(),
            new FreezeCash(
                Optional.of(Fen.of(fen)),
                asset,
                stage.id(Part.BANK),
                Setting.document("order"),
                stage.id(holder),
                PRACTICE))
        .id();
  }

  /** Some of what was frozen is its owner's again. */
  public void release(Part judge, InstructionId freeze, long fen) {
    stage.does(
        judge,
        judge.zh() + "解冻 " + fen + " 分",
        "The " + judge.en() + " releases " + fen + " fen",
        new ReleaseCash(Optional.of(Fen.of(fen)), Setting.document("order"), freeze, PRACTICE));
  }

  /** The rest of what was frozen goes to somebody else. */
  public void enforce(Part judge, InstructionId freeze, Part to) {
    stage.does(
        judge,
        judge.zh() + "将其余冻结资金划给" + to.zh(),
        "The " + judge.en() + " moves the rest of what is frozen to the " + to.en(),
        new EnforceCash(
            Optional.empty(),
            Setting.document("order"),
            freeze,
            PRACTICE,
            Optional.of(stage.id(to))));
  }

  /** The bank says what it had at the end of a day. */
  public void attest(LocalDate day, long fen) {
    stage.does(
        Part.BANK,
        "结算银行报送 " + day + " 日终 " + fen + " 分",
        "The settlement bank attests " + fen + " fen at the end of " + day,
        new AttestCash(asset, day, Fen.ZERO, Fen.ZERO, Fen.of(fen)));
  }

  /** The bank was wrong about a day. */
  public void correct(LocalDate day, long fen) {
    stage.does(
        Part.BANK,
        "结算银行更正 " + day + " 日终为 " + fen + " 分",
        "The settlement bank corrects the end of " + day + " to " + fen + " fen",
        new CorrectAttestation(asset, day, Fen.ZERO, PRACTICE, Fen.ZERO, Fen.of(fen)));
  }

  /** A day that is not over. */
  public void refuseDayToCome(LocalDate day) {
    refuse(
        Part.BANK,
        "尚未结束的日期不能对账",
        "A day that is not over is not attested",
        new AttestCash(asset, day, Fen.ZERO, Fen.ZERO, Fen.ZERO),
        ErrorCode.DAY_NOT_OVER);
  }
}
