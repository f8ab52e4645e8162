// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Ends trust in a certification authority. Keys registered under it stay: each was its
 * participant's at the time and is revoked one by one where that is in doubt.
 *
 * @param reason in words
 * @param trustAnchor SHA-256 of its certificate
 */
public record WithdrawTrustAnchor(
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason,
    @Means(en = "SHA-256 of the anchor's certificate (DER)", zh = "信任锚证书（DER）的 SHA-256 摘要")
        Sha256 trustAnchor)
    implements Action {

  /** The action. */
  public static final ActionType<WithdrawTrustAnchor> TYPE =
      ActionType.of(
          "withdrawTrustAnchor",
          "撤回信任锚",
          "Withdraws a trust anchor",
          new WithdrawTrustAnchor("许可已注销。 The licence has ended.", Sha256.of("certificate")),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_TRUST_ANCHOR,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(TrustAnchor.key(trustAnchor));
  }

  @Override
  public void apply(Act act) {
    TrustAnchor anchor = act.must(TrustAnchor.key(trustAnchor), ErrorCode.UNKNOWN_TRUST_ANCHOR);
    act.require(
        anchor.isTrusted(),
        ErrorCode.WRONG_STATE,
        zh("信任锚 %s 已撤回").en("trust anchor %s is withdrawn", trustAnchor));

    act.write(
        anchor.withWithdrawal(new TrustAnchor.Withdrawal(act.time(), act.actor().id(), reason)));
    act.refer("trustAnchor", trustAnchor);
  }
}
