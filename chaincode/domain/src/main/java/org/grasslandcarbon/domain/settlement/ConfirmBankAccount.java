// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Says that the bank has found a participant's bank account to be its own, of the same name (LEDGER
 * section 6). It names the digest that it has checked: another one may have come meanwhile.
 *
 * @param digest SHA-256 that the bank has computed from the account and its salt
 * @param participant whose account
 */
public record ConfirmBankAccount(
    @Means(en = "SHA-256 that the bank computed from account and salt", zh = "银行由账户信息和随机数算得的摘要")
        Sha256 digest,
    @Means(en = "Whose bank account", zh = "绑定方") ParticipantId participant)
    implements Action {

  /** The action. */
  public static final ActionType<ConfirmBankAccount> TYPE =
      ActionType.of(
          "confirmBankAccount",
          "确认银行账户",
          "Confirms that a bank account is the participant's own",
          new ConfirmBankAccount(Sha256.of("account"), new ParticipantId("91110000600037341L")),
          EnumSet.of(Role.BANK),
          Visibility.ACCOUNT,
          ErrorCode.BANK_ACCOUNT_NOT_BOUND,
          ErrorCode.BANK_ACCOUNT_MISMATCH,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(BankBinding.key(participant, actor));
  }

  @Override
  public void apply(Act act) {
    BankBinding binding =
        act.must(BankBinding.key(participant, act.actor().id()), ErrorCode.BANK_ACCOUNT_NOT_BOUND);
    act.require(
        binding.digest().equals(digest),
        ErrorCode.BANK_ACCOUNT_MISMATCH,
        zh("%s 所报摘要为 %s").en("%s gave %s", participant, binding.digest()));
    act.require(
        !binding.isConfirmed(),
        ErrorCode.WRONG_STATE,
        zh("该账户已确认").en("the account is confirmed already"));

    act.write(binding.confirmed(act.time()));
    act.refer("bankBinding", participant + ":" + act.actor().id());
  }
}
