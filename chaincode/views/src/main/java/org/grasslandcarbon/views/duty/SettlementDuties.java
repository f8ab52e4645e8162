// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.settlement.AttestCash;
import org.grasslandcarbon.domain.settlement.ConfirmBankAccount;
import org.grasslandcarbon.domain.settlement.ConfirmWithdrawal;
import org.grasslandcarbon.domain.settlement.CorrectAttestation;
import org.grasslandcarbon.domain.settlement.LatestAttestation;
import org.grasslandcarbon.domain.settlement.Withdrawal;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.SettlementViews;
import tools.jackson.databind.JsonNode;

/** What waits for settlement banks. */
final class SettlementDuties {
  static final List<Duty> ALL =
      List.of(
          Duty.of(
                  ConfirmWithdrawal.TYPE,
                  SettlementViews.WITHDRAWALS,
                  "出金申请待付款确认或拒绝",
                  "A withdrawal to pay and confirm, or to refuse")
              .where("state", Withdrawal.State.REQUESTED)
              .ofCaller("bank")
              .since("/at"),
          Duty.of(
                  ConfirmBankAccount.TYPE,
                  SettlementViews.BINDINGS,
                  "绑定的银行账户待确认",
                  "A bank account to confirm")
              .where("confirmed", false)
              .ofCaller("bank")
              .since("/at"),
          Duty.of(
                  AttestCash.TYPE,
                  SettlementViews.BOOKS,
                  "昨日余额待日终对账",
                  "The end of yesterday to attest")
              .ofCaller("bank")
              .when(
                  (item, facts) ->
                      latest(item, facts)
                          .filter(last -> !last.day().isBefore(facts.today().minusDays(1)))
                          .isEmpty())
              .since(
                  (item, facts) ->
                      latest(item, facts)
                          .map(last -> last.day().plusDays(1))
                          .or(() -> firstDay(item))
                          .map(LocalDate::toString)),
          Duty.of(
                  CorrectAttestation.TYPE,
                  SettlementViews.BOOKS,
                  "日终对账有差异，待查明更正",
                  "A difference of the last attestation to explain")
              .ofCaller("bank")
              .when(
                  (item, facts) ->
                      latest(item, facts).filter(last -> last.difference() != 0).isPresent())
              .since((item, facts) -> latest(item, facts).map(last -> last.day().toString())));

  private SettlementDuties() {}

  private static Optional<LatestAttestation> latest(JsonNode book, Facts facts) {
    return facts.find(
        LatestAttestation.key(
            new ParticipantId(book.path("bank").asString()),
            new Asset(book.path("asset").asString())));
  }

  private static Optional<LocalDate> firstDay(JsonNode book) {
    return Duty.text(book, "/days/0/day").map(LocalDate::parse);
  }
}
