// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.judicial;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CreditPlace;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.FrozenCredits;
import org.grasslandcarbon.domain.credit.Holding;
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
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Gives frozen credits, or the lowest serials of them, back to their holder's disposal (LEDGER
 * section 5). Given by the court that froze, or by the authority on a legal document.
 *
 * @param document the legal document
 * @param freeze the instruction that froze
 * @param quantity how many; absent for all that are still frozen
 * @param reason in words
 */
public record ReleaseCredits(
    @Means(en = "SHA-256 of the legal document", zh = "法律文书的 SHA-256 摘要") Sha256 document,
    @Means(en = "Id of the freeze", zh = "冻结编号") InstructionId freeze,
    @Means(
            en = "Credits to release, in tonnes CO2e; absent: all that are still frozen",
            zh = "解冻数量（吨二氧化碳当量）；不填则全部解冻")
        @Least(1)
        Optional<Tonnes> quantity,
    @Means(en = "Why", zh = "理由") @Most(Freeze.REASON_MOST) String reason)
    implements Action {

  /** The action. */
  public static final ActionType<ReleaseCredits> TYPE =
      ActionType.of(
          "releaseCredits",
          "解除冻结",
          "Releases frozen credits to their holder",
          new ReleaseCredits(
              Sha256.of("ruling"),
              new InstructionId("3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"),
              Optional.empty(),
              "案件已结。 The case is closed."),
          EnumSet.of(Role.COURT, Role.AUTHORITY),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CREDITS);

  public ReleaseCredits {
    quantity.ifPresent(
        q -> Check.that(!q.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne")));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Freeze.key(freeze));
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return FrozenCredits.keys(records, freeze);
  }

  @Override
  public void apply(Act act) {
    Freeze found = FrozenCredits.mustEnd(act, freeze);
    boolean endsWaiting = quantity.isEmpty() && isAwaiting(act, found);
    if (endsWaiting) {
      act.write(holding(act, found).awaiting(Optional.empty()));
    }
    if (!endsWaiting || !holding(act, found).frozenUnder(freeze).isEmpty()) {
      FrozenCredits frozen = FrozenCredits.require(act, freeze, quantity);
      act.move(frozen.taken(), frozen.place(), new CreditPlace.HeldBy(found.holder()));
    }
    act.refer("freeze", freeze);
    act.refer("batch", found.batch());
  }

  private static Holding holding(Act act, Freeze of) {
    return Holding.of(act, of.batch(), of.holder());
  }

  /** Who releases all releases what was still to come as well. */
  private boolean isAwaiting(Act act, Freeze of) {
    return holding(act, of).awaited().filter(each -> each.freeze().equals(freeze)).isPresent();
  }
}
