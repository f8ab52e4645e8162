// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Says to which bank account of its own a participant is paid out (LEDGER section 6; CCER trading
 * manual: one account of the same name, changed only with nothing there). One that the bank has
 * confirmed is changed only while the participant has no money at that bank, so that whoever steals
 * a key cannot have somebody's money paid to an account of his own.
 *
 * @param bank the settlement bank that pays
 * @param digest SHA-256 of the account with its salt, as {@code docs/reference/cash.md} says
 */
public record BindBankAccount(
    @Means(en = "The settlement BANK that pays", zh = "结算银行") ParticipantId bank,
    @Means(
            en = "SHA-256 of the salted account, as docs/reference/cash.md says",
            zh = "加随机数的银行账户信息的 SHA-256 摘要（见 docs/reference/cash.md）")
        Sha256 digest)
    implements Action {

  /** The action. */
  public static final ActionType<BindBankAccount> TYPE =
      ActionType.of(
          "bindBankAccount",
          "绑定银行账户",
          "Says to which bank account a participant is paid out",
          new BindBankAccount(new ParticipantId("91110000600037341L"), Sha256.of("account")),
          EnumSet.of(Role.OWNER, Role.TRADER, Role.EXCHANGE),
          Visibility.ACCOUNT,
          ErrorCode.NOT_A_BANK,
          ErrorCode.CASH_NOT_ZERO);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Participant.key(bank),
        BankBinding.key(actor, bank),
        CashAccount.key(actor, bank, Asset.CNY));
  }

  @Override
  public void apply(Act act) {
    ParticipantId owner = act.actor().id();
    Participant found = act.must(Participant.key(bank), ErrorCode.NOT_A_BANK);
    act.require(
        found.has(Role.BANK),
        ErrorCode.NOT_A_BANK,
        zh("%s 的角色为 %s").en("%s is %s", bank, found.roles()));
    boolean wasConfirmed =
        act.find(BankBinding.key(owner, bank)).filter(BankBinding::isConfirmed).isPresent();
    act.require(
        !wasConfirmed || CashAccount.of(act, owner, bank, Asset.CNY).isEmpty(),
        ErrorCode.CASH_NOT_ZERO,
        zh("%s 在 %s 尚有资金、冻结或在途款项").en("%s has money at %s, frozen or on its way", owner, bank));

    act.write(new BankBinding(act.time(), bank, Optional.empty(), digest, owner));
    act.refer("bankBinding", owner + ":" + bank);
  }
}
