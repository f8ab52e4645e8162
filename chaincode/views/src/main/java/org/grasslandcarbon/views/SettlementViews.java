// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.judicial.CashFreeze;
import org.grasslandcarbon.domain.settlement.Attestation;
import org.grasslandcarbon.domain.settlement.BankBinding;
import org.grasslandcarbon.domain.settlement.BankBook;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.Deposit;
import org.grasslandcarbon.domain.settlement.Withdrawal;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/**
 * Money at settlement banks. A list is of one participant or of one bank: a bank sees what is with
 * itself, and nobody sees what is between two others but who supervises, judges or audits.
 */
public final class SettlementViews {
  private static final String BANK_ZH = "结算银行：与该行有关的全部记录";
  private static final String BANK_EN = "Settlement bank: all that is with it";

  /** Who has how much money at which bank. */
  public static final View CASH =
      View.of(CashAccount.TYPE, "cash", "资金", "Cash at settlement banks")
          .at("cash")
          .namedBy("owner", "bank", "asset")
          .text("owner", ParticipantId.class, "/owner")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .number("free", "/available")
          .amounts("frozenAmount", "/frozen")
          .amounts("withdrawingAmount", "/withdrawing")
          .elements("freezes", InstructionId.class, "/frozen")
          .index("owner")
          .index("bank")
          .ofParticipant("owner", "owner")
          .orOf("bank", "bank", BANK_ZH, BANK_EN)
          .withoutEmpty("free", "frozenAmount", "withdrawingAmount")
          .with("frozenAmount")
          .with("withdrawingAmount")
          .filter("asset", "asset", "资金种类", "Asset")
          .brief("所有方", "Account Holder", "/owner")
          .brief("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("可用（分）", "Available (fen)", "/available")
          .brief("冻结（分）", "Frozen (fen)", "/frozenAmount")
          .brief("出金在途（分）", "On Its Way Out (fen)", "/withdrawingAmount")
          .done();

  /** What was paid in; one is named by the bank and its own reference. */
  public static final View DEPOSITS =
      View.of(Deposit.TYPE, "deposit", "入金", "Deposits")
          .at("deposits")
          .namedBy("bank", "reference")
          .newestFirst()
          .time("at", "/at")
          .text("participant", ParticipantId.class, "/participant")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .text("reference", BankReference.class, "/reference")
          .present("reversed", "/reversal")
          .index("participant")
          .index("bank")
          .ofParticipant("owner", "participant")
          .orOf("bank", "bank", BANK_ZH, BANK_EN)
          .filter("asset", "asset", "资金种类", "Asset")
          .filter("reversed", "reversed", "是否已冲正", "Whether it was taken back")
          .days("at")
          .brief("入金时间", "Date Deposited", "/at")
          .brief("入金方", "Account Holder", "/participant")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("银行流水号", "Bank Reference", "/reference")
          .brief("资金种类", "Asset", "/asset")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .brief("冲正（分）", "Taken Back (fen)", "/reversal/amount")
          .shown("冲正时间", "Date Taken Back", "/reversal/at")
          .shown("冲正理由", "Reason", "/reversal/reason")
          .shown("指令编号", "Transaction ID", "/id")
          .done();

  /** What was asked to be paid out, and what the bank answered. */
  public static final View WITHDRAWALS =
      View.of(Withdrawal.TYPE, "withdrawal", "出金", "Withdrawals")
          .at("withdrawals")
          .newestFirst()
          .time("at", "/at")
          .text("owner", ParticipantId.class, "/owner")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .text("state", Withdrawal.State.class, "/state")
          .index("owner")
          .index("bank")
          .ofParticipant("owner", "owner")
          .orOf("bank", "bank", BANK_ZH, BANK_EN)
          .filter("asset", "asset", "资金种类", "Asset")
          .filter("state", "state", "状态", "State")
          .days("at")
          .brief("申请时间", "Date Requested", "/at")
          .brief("出金编号", "Withdrawal ID", "/id")
          .brief("所有方", "Account Holder", "/owner")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .brief("状态", "Status", "/state")
          .shown("答复时间", "Date Answered", "/answer/at")
          .shown("付款流水号", "Bank Reference", "/answer/reference")
          .shown("退回理由", "Reason", "/answer/reason")
          .shown("所依冻结", "By Order, From Freeze", "/freeze")
          .done();

  /** To which bank accounts participants are paid out, as digests. */
  public static final View BINDINGS =
      View.of(BankBinding.TYPE, "bank-binding", "银行账户绑定", "Bank accounts bound")
          .at("bank-bindings")
          .namedBy("owner", "bank")
          .text("owner", ParticipantId.class, "/owner")
          .text("bank", ParticipantId.class, "/bank")
          .present("confirmed", "/confirmedAt")
          .index("owner")
          .index("bank")
          .ofParticipant("owner", "owner")
          .orOf("bank", "bank", BANK_ZH, BANK_EN)
          .filter("confirmed", "confirmed", "银行是否已确认", "Whether the bank has confirmed it")
          .brief("绑定时间", "Date Bound", "/at")
          .brief("绑定方", "Account Holder", "/owner")
          .brief("结算银行", "Settlement Bank", "/bank")
          .brief("确认时间", "Date Confirmed", "/confirmedAt")
          .shown("账户摘要", "Digest of the Account", "/digest")
          .done();

  /** What banks say that they had at the end of a day, beside the ledger's own total. */
  public static final View ATTESTATIONS =
      View.of(Attestation.TYPE, "attestation", "日终对账", "Attestations of banks")
          .at("attestations")
          .namedBy("bank", "asset", "day")
          .newestFirst()
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .text("day", LocalDate.class, "/day")
          .index("bank")
          .ofParticipant("bank", "bank")
          .filter("asset", "asset", "资金种类", "Asset")
          .filter("day", "day", "日期", "Day")
          .brief("日期", "Day", "/day")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("银行总额（分）", "Total at the Bank (fen)", "/figures/total")
          .brief("已收未入账（分）", "Received, Not Deposited (fen)", "/figures/receivedNotDeposited")
          .brief("已付未确认（分）", "Paid, Not Confirmed (fen)", "/figures/paidNotConfirmed")
          .brief("账本总额（分）", "Total on the Ledger (fen)", "/ledgerTotal")
          .brief("差额（分）", "Difference (fen)", "/difference")
          .shown("报送时间", "Date Attested", "/at")
          .done();

  /** What each bank has on the ledger, as it stood at the end of the last days. */
  public static final View BOOKS =
      View.of(BankBook.TYPE, "bank-book", "银行总账", "Banks' totals on the ledger")
          .at("bank-books")
          .namedBy("bank", "asset")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .index("bank")
          .ofParticipant("bank", "bank")
          .withComputed("total", SettlementViews::total)
          .brief("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("现有总额（分）", "Total (fen)", "/total")
          .done();

  /** What is or was frozen of somebody's money. */
  public static final View FREEZES =
      View.of(CashFreeze.TYPE, "cash-freeze", "资金冻结", "Freezes of cash")
          .at("cash-freezes")
          .newestFirst()
          .text("holder", ParticipantId.class, "/holder")
          .text("bank", ParticipantId.class, "/bank")
          .text("asset", Asset.class, "/asset")
          .index("holder")
          .index("bank")
          .refers("from", CASH, "holder", "bank", "asset")
          .ofParticipant("owner", "holder")
          .orOf("bank", "bank", BANK_ZH, BANK_EN)
          .withListed("stillFrozen", "from.freezes")
          .filter("asset", "asset", "资金种类", "Asset")
          .brief("冻结时间", "Date Frozen", "/at")
          .brief("冻结编号", "Freeze ID", "/id")
          .shown("所有方", "Account Holder", "/holder")
          .shown("结算银行", "Settlement Bank", "/bank")
          .brief("资金种类", "Asset", "/asset")
          .brief("金额（分）", "Amount (fen)", "/amount")
          .shown("冻结机关", "Frozen By", "/by")
          .shown("理由", "Reason", "/reason")
          .shown("法律文书", "Document", "/document")
          .brief("仍在冻结", "Still Frozen", "/stillFrozen")
          .done();

  static final List<View> ALL =
      List.of(CASH, DEPOSITS, WITHDRAWALS, BINDINGS, ATTESTATIONS, BOOKS, FREEZES);

  private SettlementViews() {}

  /** The total of the newest day of a book. */
  private static JsonNode total(JsonNode book) {
    JsonNode days = book.path("days");
    return days.path(days.size() - 1).path("total");
  }
}
