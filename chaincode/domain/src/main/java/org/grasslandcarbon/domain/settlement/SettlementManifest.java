// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Money at settlement banks. */
public final class SettlementManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "cash",
                  "资金",
                  "Cash at settlement banks",
                  () ->
                      List.of(
                          Verb.of("deposit", DepositCash.TYPE).on("participant"),
                          Verb.of("reverse", ReverseDeposit.TYPE).on("reference"),
                          Verb.of("bind", BindBankAccount.TYPE).on("bank"),
                          Verb.of("confirm-account", ConfirmBankAccount.TYPE).on("participant"),
                          Verb.of("withdraw", RequestWithdrawal.TYPE).on("bank"),
                          Verb.of("confirm", ConfirmWithdrawal.TYPE).on("withdrawal"),
                          Verb.of("refuse", RefuseWithdrawal.TYPE).on("withdrawal"),
                          Verb.of("attest", AttestCash.TYPE).on("day"),
                          Verb.of("correct", CorrectAttestation.TYPE).on("day")))),
          () ->
              List.of(
                  CashAccount.TYPE,
                  BankBook.TYPE,
                  Deposit.TYPE,
                  BankBinding.TYPE,
                  Withdrawal.TYPE,
                  Payment.TYPE,
                  Attestation.TYPE,
                  LatestAttestation.TYPE,
                  WithdrawalStops.TYPE));

  private SettlementManifest() {}
}
