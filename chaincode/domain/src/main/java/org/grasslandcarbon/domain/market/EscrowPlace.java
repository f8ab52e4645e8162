// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
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
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

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

  /**
   * Gives back all that is set aside to whose it is, whatever that participant's standing: what a
   * freeze awaits of it is frozen at once.
   */
  static void giveBack(
      Act act, Escrow of, Optional<BatchId> batch, ParticipantId bank, Asset asset) {
    Escrow now = record(act, key(of));
    if (!now.serials().isEmpty()) {
      giveBack(
          act,
          new Credits(batch.orElseThrow(), now.serials()),
          new OfCredits(now),
          now.participant(),
          now.contract());
    }
    payOut(
        act,
        new Money(asset, now.cash()),
        new OfMoney(now),
        now.participant(),
        bank,
        now.contract());
  }

  /**
   * Gives credits back to whose they are: what a freeze awaits of them is frozen at once.
   *
   * @param contract the forward or auction that gives them back
   */
  static void giveBack(
      Act act, Credits credits, Place<Credits> from, ParticipantId holder, InstructionId contract) {
    SerialRanges rest = credits.serials();
    Optional<Holding.Awaited> awaited =
        Holding.of(act, credits.batch(), holder).awaitedFrom(contract);
    if (awaited.isPresent()) {
      Tonnes all = rest.quantity();
      Tonnes most = awaited.get().tonnes();
      SerialRanges.Split split = rest.takeLowest(all.isAtLeast(most) ? most : all);
      rest = split.rest();
      act.move(
          new Credits(credits.batch(), split.taken()),
          from,
          new CreditPlace.FrozenOf(holder, awaited.get().freeze()));
      act.write(
          Holding.of(act, credits.batch(), holder)
              .awaiting(awaited.get().after(split.taken().quantity())));
    }
    if (!rest.isEmpty()) {
      act.move(new Credits(credits.batch(), rest), from, new CreditPlace.HeldBy(holder));
    }
  }

  /**
   * Pays out of what is set aside: what a freeze of the payee's account awaits is frozen at once.
   *
   * @param contract the forward or auction that pays
   */
  static void payOut(
      Act act,
      Money money,
      Place<Money> from,
      ParticipantId payee,
      ParticipantId bank,
      InstructionId contract) {
    if (money.amount().isZero()) {
      return;
    }
    Fen rest = money.amount();
    Optional<CashAccount.Awaited> awaited =
        CashAccount.of(act, payee, bank, money.asset()).awaitedFrom(contract);
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

  /** Of a contract that has ended no freeze of money awaits anything any more. */
  static void endWaiting(
      Act act, ParticipantId party, ParticipantId bank, Asset asset, InstructionId contract) {
    CashAccount account = CashAccount.of(act, party, bank, asset);
    if (account.awaitedFrom(contract).isPresent()) {
      act.write(account.withoutWaitingFor(contract));
    }
  }

  /** Of a contract that has ended no freeze of a batch's credits awaits anything any more. */
  static void endWaiting(Act act, BatchId batch, ParticipantId holder, InstructionId contract) {
    Holding holding = Holding.of(act, batch, holder);
    if (holding.awaitedFrom(contract).isPresent()) {
      act.write(holding.withoutWaitingFor(contract));
    }
  }
}
