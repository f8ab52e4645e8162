// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.Place;
import org.grasslandcarbon.domain.settlement.CashAccount;
import org.grasslandcarbon.domain.settlement.CashPlace;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;

/** What is set aside, held by the record for which it is. */
final class EscrowPlace {
  private EscrowPlace() {}

  private static Escrow record(Act act, Key<? extends Escrow> key) {
    return act.must(key, ErrorCode.INTERNAL);
  }

  /**
   * Credits that are set aside.
   *
   * @param of the record that holds them
   */
  record OfCredits(Escrow of) implements Place<Credits> {
    @Override
    public Account account() {
      return Account.escrow(of.participant(), of.id());
    }

    @Override
    public void release(Act act, Credits leaving) {
      Escrow now = record(act, key(of));
      act.write(now.withEscrow(now.cash(), now.serials().minus(leaving.serials())));
    }

    @Override
    public void receive(Act act, Credits arriving) {
      Escrow now = record(act, key(of));
      act.write(now.withEscrow(now.cash(), now.serials().plus(arriving.serials())));
    }
  }

  /**
   * Money that is set aside.
   *
   * @param of the record that holds it
   */
  record OfMoney(Escrow of) implements Place<Money> {
    @Override
    public Account account() {
      return Account.escrow(of.participant(), of.id());
    }

    @Override
    public void release(Act act, Money leaving) {
      Escrow now = record(act, key(of));
      act.write(now.withEscrow(now.cash().minus(leaving.amount()), now.serials()));
    }

    @Override
    public void receive(Act act, Money arriving) {
      Escrow now = record(act, key(of));
      act.write(now.withEscrow(now.cash().plus(arriving.amount()), now.serials()));
    }
  }

  /** The key under which a record that holds something stands. */
  @SuppressWarnings("unchecked") // a record's key is of its own class
  private static Key<? extends Escrow> key(Escrow of) {
    return (Key<? extends Escrow>) of.key();
  }

  /**
   * Sets aside what is its participant's, which must be at free disposal.
   *
   * @param money fen; none where nothing but credits stands behind it
   */
  static void setAside(
      Act act, Escrow of, Optional<Credits> credits, Fen money, ParticipantId bank, Asset asset) {
    if (!money.isZero()) {
      act.pay(
          new Money(asset, money),
          new CashPlace.Available(of.participant(), bank),
          new OfMoney(of));
    }
    credits.ifPresent(
        each -> act.move(each, new CreditPlace.HeldBy(of.participant()), new OfCredits(of)));
  }

  /** Gives back all that is set aside to whose it is, whatever that participant's standing. */
  static void giveBack(
      Act act, Escrow of, Optional<BatchId> batch, ParticipantId bank, Asset asset) {
    Escrow now = record(act, key(of));
    if (!now.serials().isEmpty()) {
      act.move(
          new Credits(batch.orElseThrow(), now.serials()),
          new OfCredits(now),
          new CreditPlace.HeldBy(now.participant()));
    }
    if (!now.cash().isZero()) {
      act.pay(
          new Money(asset, now.cash()),
          new OfMoney(now),
          new CashPlace.Available(now.participant(), bank));
    }
  }

  /**
   * Pays out of what is set aside: what a freeze of the payee's account awaits is frozen at once.
   */
  static void payOut(
      Act act, Money money, Place<Money> from, ParticipantId payee, ParticipantId bank) {
    if (money.amount().isZero()) {
      return;
    }
    Fen rest = money.amount();
    Optional<CashAccount.Awaited> awaited =
        CashAccount.of(act, payee, bank, money.asset()).awaited();
    if (awaited.isPresent()) {
      Fen frozen = rest.isAtLeast(awaited.get().amount()) ? awaited.get().amount() : rest;
      rest = rest.minus(frozen);
      act.pay(
          new Money(money.asset(), frozen),
          from,
          new CashPlace.FrozenOf(payee, bank, awaited.get().freeze()));
      act.write(
          CashAccount.of(act, payee, bank, money.asset()).awaiting(awaited.get().after(frozen)));
    }
    if (!rest.isZero()) {
      act.pay(new Money(money.asset(), rest), from, new CashPlace.Available(payee, bank));
    }
  }
}
