// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.FrozenCredits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Recipient;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Moves frozen credits to a recipient by an effective legal document (LEDGER section 5; 司法扣划).
 * Credits are frozen first, so that what is enforced is what was preserved.
 *
 * @param document the legal document
 * @param freeze the instruction that froze
 * @param quantity how many; absent for all that are still frozen
 * @param reason in words
 * @param recipient who receives them
 */
public record EnforceTransfer(
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Id of the freeze", zh = "冻结编号") InstructionId freeze,
    @Means(
            en = "Credits to move, in tonnes CO2e; absent: all that are still frozen",
            zh = "扣划数量（吨二氧化碳当量）；不填则全部扣划")
        @Least(1)
        Optional<Tonnes> quantity,
    @Means(en = "Why", zh = "理由") @Most(Freeze.REASON_MOST) String reason,
    @Means(en = "Receiving OWNER or TRADER", zh = "接收方（项目业主或交易主体）") ParticipantId recipient)
    implements Action {

  /** The action. */
  public static final ActionType<EnforceTransfer> TYPE =
      ActionType.of(
          "enforceTransfer",
          "司法扣划减排量",
          "Moves frozen credits to a recipient by a legal document",
          new EnforceTransfer(
              Sha256.of("judgment"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Optional.of(Tonnes.of(50)),
              "执行生效判决。 Enforcement of an effective judgment.",
              new ParticipantId("91110000600037341L")),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.RECIPIENT_NOT_ALLOWED);

  public EnforceTransfer {
    quantity.ifPresent(
        q -> Check.that(!q.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Freeze.key(freeze), Participant.key(recipient));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>(FrozenCredits.keys(records, freeze));
    records
        .find(Freeze.key(freeze))
        .ifPresent(
            found -> {
              following.add(ExportLabel.key(found.batch()));
              following.add(Holding.key(found.batch(), recipient));
            });
    return following;
  }

  @Override
  public void apply(Act act) {
    FrozenCredits frozen = FrozenCredits.require(act, freeze, quantity);
    Recipient.require(act, recipient, frozen.freeze().holder());

    act.move(frozen.taken(), frozen.place(), new CreditPlace.HeldBy(recipient));
    Holding left = Holding.of(act, frozen.freeze().batch(), frozen.freeze().holder());
    act.write(left.withGivenOn(ExportLabel.sellable(act, frozen.taken())));
    act.refer("freeze", freeze);
    act.refer("batch", frozen.freeze().batch());
  }
}
