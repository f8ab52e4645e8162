// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;

/**
 * What a line of a project's plan of benefits is owed because nobody can be paid for it yet.
 *
 * @param asset the money
 * @param bank where it is
 * @param line the line of the plan, from 1
 * @param owed fen
 * @param project the project
 */
public record BenefitAccount(
    Asset asset, ParticipantId bank, int line, Fen owed, ProjectNumber project)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<BenefitAccount> TYPE =
      new RecordType<>("BENEFIT", BenefitAccount.class, Visibility.PUBLIC);

  private static final int LINE_DIGITS = 3;

  /** The key of what a line is owed at a bank. */
  public static Key<BenefitAccount> key(
      ProjectNumber project, int line, ParticipantId bank, Asset asset) {
    return TYPE.key(project.value(), Keys.padded(line, LINE_DIGITS), bank.value(), asset.value());
  }

  static BenefitAccount of(
      Records records, ProjectNumber project, int line, ParticipantId bank, Asset asset) {
    return records
        .find(key(project, line, bank, asset))
        .orElseGet(() -> new BenefitAccount(asset, bank, line, Fen.ZERO, project));
  }

  private BenefitAccount withOwed(Fen changed) {
    return new BenefitAccount(asset, bank, line, changed, project);
  }

  /**
   * The account as a place of money.
   *
   * @param project the project
   * @param line the line of its plan
   * @param bank where the money is
   */
  record Of(ProjectNumber project, int line, ParticipantId bank) implements Place<Money> {
    @Override
    public Account account() {
      return Account.benefit(project, line);
    }

    @Override
    public void release(Act act, Money leaving) {
      BenefitAccount owed = BenefitAccount.of(act, project, line, bank, leaving.asset());
      act.write(owed.withOwed(owed.owed.minus(leaving.amount())));
    }

    @Override
    public void receive(Act act, Money arriving) {
      BenefitAccount owed = BenefitAccount.of(act, project, line, bank, arriving.asset());
      act.write(owed.withOwed(owed.owed.plus(arriving.amount())));
    }
  }

  @Override
  public Key<BenefitAccount> key() {
    return key(project, line, bank, asset);
  }
}
