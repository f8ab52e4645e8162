// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Money;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BankReference;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Money that its owner or a court wants paid out, with what the bank answered.
 *
 * @param amount fen
 * @param answer the bank's; absent while it is on its way
 * @param asset the asset
 * @param at transaction time of the request
 * @param bank that is to pay
 * @param freeze from under which it is taken, when a court has it paid out
 * @param id the instruction that asked for it
 * @param owner whose money
 * @param state how far it is
 */
public record Withdrawal(
    Fen amount,
    Optional<Answer> answer,
    Asset asset,
    Instant at,
    ParticipantId bank,
    Optional<InstructionId> freeze,
    InstructionId id,
    ParticipantId owner,
    State state)
    implements LedgerRecord {

  /** The type of withdrawals. */
  public static final RecordType<Withdrawal> TYPE =
      new RecordType<>("WITHDRAWAL", Withdrawal.class, Visibility.ACCOUNT.of("/owner", "/bank"));

  /** A reason is a paragraph; the bank's file says the rest. */
  static final int REASON_MOST = 500;

  /** How far it is. */
  public enum State {
    /** The bank has not answered. */
    REQUESTED,
    /** The bank has paid. */
    PAID,
    /** The bank does not pay; the money is where it was before. */
    REFUSED
  }

  /**
   * What the bank answered.
   *
   * @param at transaction time
   * @param id the instruction that answered
   * @param reason why it does not pay
   * @param reference its own of the payment
   */
  public record Answer(
      Instant at,
      InstructionId id,
      @Most(REASON_MOST) Optional<String> reason,
      Optional<BankReference> reference) {}

  /** The key of a withdrawal. */
  public static Key<Withdrawal> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /** The keys that a withdrawal's answer touches. */
  static List<Key<?>> keys(Records records, InstructionId id) {
    return records
        .find(key(id))
        .<List<Key<?>>>map(
            found ->
                List.of(
                    CashAccount.key(found.owner(), found.bank(), found.asset()),
                    BankBook.key(found.bank(), found.asset())))
        .orElse(List.of());
  }

  /** The withdrawal that the acting bank answers: one of its own that it has not answered. */
  static Withdrawal mustWait(Act act, InstructionId id) {
    Withdrawal found = act.must(key(id), ErrorCode.UNKNOWN_WITHDRAWAL);
    act.require(
        found.bank().equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该笔出金由其他银行办理").en("the withdrawal is for another bank to answer"));
    act.require(
        found.state() == State.REQUESTED,
        ErrorCode.WRONG_STATE,
        zh("该笔出金的状态为 %s").en("the withdrawal is %s", found.state()));
    return found;
  }

  /** A withdrawal that waits for the bank's answer. */
  public static Withdrawal requested(
      Act act,
      ParticipantId owner,
      ParticipantId bank,
      Money money,
      Optional<InstructionId> freeze) {
    return new Withdrawal(
        money.amount(),
        Optional.empty(),
        money.asset(),
        act.time(),
        bank,
        freeze,
        act.id(),
        owner,
        State.REQUESTED);
  }

  /** The money. */
  public Money money() {
    return new Money(asset, amount);
  }

  /** Where it was before: at its owner's disposal, or under a freeze. */
  public CashPlace origin() {
    return freeze
        .<CashPlace>map(each -> new CashPlace.FrozenOf(owner, bank, each))
        .orElseGet(() -> new CashPlace.Available(owner, bank));
  }

  /** Where it is until the bank answers. */
  public CashPlace place() {
    return new CashPlace.OnItsWay(owner, bank, id);
  }

  /** The withdrawal as the bank has paid it. */
  Withdrawal paid(Act act, BankReference reference) {
    return answered(
        State.PAID, new Answer(act.time(), act.id(), Optional.empty(), Optional.of(reference)));
  }

  /** The withdrawal as the bank does not pay it. */
  Withdrawal refused(Act act, String reason) {
    return answered(
        State.REFUSED, new Answer(act.time(), act.id(), Optional.of(reason), Optional.empty()));
  }

  private Withdrawal answered(State ended, Answer given) {
    return new Withdrawal(amount, Optional.of(given), asset, at, bank, freeze, id, owner, ended);
  }

  @Override
  public Key<Withdrawal> key() {
    return key(id);
  }
}
