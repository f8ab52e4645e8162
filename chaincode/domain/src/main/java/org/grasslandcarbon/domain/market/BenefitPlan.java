// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.BenefitShare;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Who shares in what a project's credits of a vintage year are sold for: the plan of the crediting
 * period of that year, the later one where two have days of it.
 *
 * @param shares the lines
 */
record BenefitPlan(List<BenefitShare> shares) {
  /** As many as a project's design has. */
  static final int LINES_MOST = 50;

  static BenefitPlan of(Records records, InstrumentBook book) {
    return new BenefitPlan(
        records
            .find(Project.key(book.project()))
            .flatMap(project -> project.termOf(book.instrument().vintage()))
            .map(term -> term.design().benefitShares())
            .orElse(List.of()));
  }

  /** The keys of those who are paid, and of what the others are owed. */
  static List<Key<?>> keys(Records records, InstrumentBook book) {
    List<Key<?>> keys = new ArrayList<>();
    List<BenefitShare> lines = of(records, book).shares;
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).participant().ifPresent(payee -> keys.addAll(keys(payee, book)));
      keys.add(BenefitAccount.key(book.instrument().project(), i + 1, book.bank(), book.asset()));
    }
    return keys;
  }

  private static List<Key<?>> keys(ParticipantId payee, InstrumentBook book) {
    return List.of(Participant.key(payee), CashAccount.key(payee, book.bank(), book.asset()));
  }

  /** Who is paid for a line; nobody while its beneficiary is not on the ledger. */
  Optional<ParticipantId> payee(Act act, int line) {
    return shares
        .get(line - 1)
        .participant()
        .filter(payee -> act.find(Participant.key(payee)).isPresent());
  }

  /**
   * An amount in parts: a line each, without the rest, which is the seller's. Each gets the whole
   * fen of its share; the fen that are left go one each to those with the largest remainder, the
   * seller among them as the last of the lines, of equal ones to the earlier line.
   */
  List<Fen> divide(Fen amount) {
    int seller = shares.size();
    BigInteger whole = BigInteger.valueOf(BenefitShare.WHOLE);
    long[] parts = new long[seller + 1];
    long[] remainders = new long[seller + 1];
    long left = amount.value();
    int rest = BenefitShare.WHOLE;
    for (int i = 0; i <= seller; i++) {
      int points = i < seller ? shares.get(i).basisPoints() : rest;
      rest -= points;
      BigInteger[] share =
          BigInteger.valueOf(amount.value())
              .multiply(BigInteger.valueOf(points))
              .divideAndRemainder(whole);
      parts[i] = share[0].longValueExact();
      remainders[i] = share[1].longValueExact();
      left -= parts[i];
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i <= seller; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> -remainders[i]).thenComparing(i -> i));
    for (int i = 0; i < left; i++) {
      parts[order.get(i)]++;
    }
    List<Fen> divided = new ArrayList<>();
    for (int i = 0; i < seller; i++) {
      divided.add(Fen.of(parts[i]));
    }
    return divided;
  }
}
