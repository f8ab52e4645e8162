// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;

/**
 * Ends a key for ever (LEDGER section 1): given by its participant, or by whoever governs it.
 *
 * <p>A participant may be left without a key, since a stolen key must end at once and its office
 * can register another. An authority or office may not: nobody might be left to do that.
 *
 * @param kid the key's thumbprint
 * @param participant whose key
 * @param reason in words
 */
public record RevokeKey(
    @Means(en = "RFC 7638 thumbprint of the key", zh = "密钥指纹（RFC 7638）") KeyId kid,
    @Means(en = "Whose key", zh = "密钥所属主体") ParticipantId participant,
    @Means(en = "Why", zh = "理由") @Most(Participant.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<RevokeKey> TYPE =
      ActionType.of(
          "revokeKey",
          "撤销公钥",
          "Revokes a public key for ever",
          new RevokeKey(
              new KeyId("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"),
              new ParticipantId("91110000600037341L"),
              "设备遗失。 The device was lost."),
          ActionType.anyRole(),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_KEY,
          ErrorCode.LAST_KEY,
          ErrorCode.WRONG_STATE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Participant.key(participant), RegisteredKey.key(kid));
  }

  @Override
  public void apply(Act act) {
    Participant owner = act.must(Participant.key(participant), ErrorCode.UNKNOWN_PARTICIPANT);
    act.require(
        act.actor().id().equals(participant) || owner.isGovernedBy(act.actor()),
        ErrorCode.NOT_ALLOWED,
        zh("%s 的密钥由其他主体管理").en("keys of %s are another's affair", participant));
    RegisteredKey key = act.must(RegisteredKey.key(kid), ErrorCode.UNKNOWN_KEY);
    act.require(
        key.participant().equals(participant),
        ErrorCode.UNKNOWN_KEY,
        zh("密钥 %s 属于其他主体").en("%s is another's key", kid));
    boolean mayBeWithout = !owner.has(Role.AUTHORITY) && !owner.has(Role.OFFICE);
    act.require(
        mayBeWithout || !owner.keys().equals(List.of(kid)),
        ErrorCode.LAST_KEY,
        zh("%s 没有其他密钥").en("%s has no other key", participant));
    act.require(
        !key.isRevoked(), ErrorCode.WRONG_STATE, zh("密钥 %s 已撤销").en("key %s is revoked", kid));

    act.write(
        key.withRevocation(new RegisteredKey.Revocation(act.time(), act.actor().id(), reason)));
    act.write(owner.withoutKey(kid));
    act.refer("key", kid);
  }
}
