// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.time.LocalDate;
import java.util.List;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/**
 * What a participant had when a period began, what moved in it, and what it had at the end: one
 * statement for a day as for a year.
 *
 * @param cash by asset
 * @param credits by batch
 * @param from the first day, in Beijing
 * @param participant whose
 * @param to the last day
 * @param trades its trades of these days, the oldest first, those that were cancelled among them
 */
public record PeriodStatement(
    List<Cash> cash,
    List<Credits> credits,
    LocalDate from,
    ParticipantId participant,
    LocalDate to,
    List<ContractNote> trades) {

  /**
   * What it has, and how much of it is at its disposal.
   *
   * @param available at its disposal
   * @param balance all of it
   */
  public record Balance(long available, long balance) {}

  /**
   * Money of an asset, fen. What it had at first and all that came less all that went is what it
   * had in the end: {@code other} is what none of the others tells, as shares in what others sold.
   * A trade that was cancelled counts in none of them; its lines stand twice, the second time the
   * other way round.
   *
   * @param asset the asset
   * @param bought gross of purchases
   * @param closing at the end
   * @param fees trading fees of both sides
   * @param lines movements, the oldest first
   * @param opening at first
   * @param other what else came, below zero what went
   * @param paidIn deposits less what banks took back of them
   * @param paidOut withdrawals that were paid
   * @param settlementFees settlement fees of both sides
   * @param sharesPaid what beneficiaries got of its sales
   * @param sold gross of sales
   */
  public record Cash(
      String asset,
      long bought,
      Balance closing,
      long fees,
      List<JsonNode> lines,
      Balance opening,
      long other,
      long paidIn,
      long paidOut,
      long settlementFees,
      long sharesPaid,
      long sold) {}

  /**
   * Credits of a batch, tonnes.
   *
   * @param batch the batch
   * @param closing at the end
   * @param instrument what they are traded as
   * @param lines movements, the oldest first
   * @param opening at first
   */
  public record Credits(
      String batch, Balance closing, String instrument, List<JsonNode> lines, Balance opening) {}

  public PeriodStatement {
    cash = List.copyOf(cash);
    credits = List.copyOf(credits);
    trades = List.copyOf(trades);
  }
}
