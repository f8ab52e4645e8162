// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Gives credits to another participant, free of payment (LEDGER section 5). The lowest serials go
 * first, so that every endorser moves the same ones and a person can foretell them; those that are
 * set apart for use abroad go last, since they serve fewer uses.
 *
 * @param batch whose credits
 * @param quantity how many, at least one
 * @param recipient who receives them
 */
public record TransferCredits(
    @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
    @Means(en = "Credits to transfer, in tonnes CO2e, at least 1", zh = "划转数量（吨二氧化碳当量，至少 1）")
        @Least(1)
        Tonnes quantity,
    @Means(en = "Receiving OWNER or TRADER", zh = "接收方（项目业主或交易主体）") ParticipantId recipient)
    implements Action {

  /** The action. */
  public static final ActionType<TransferCredits> TYPE =
      ActionType.of(
          "transferCredits",
          "划转减排量",
          "Transfers credits to another participant",
          new TransferCredits(
              new BatchId("CN-GCS-152502-20240001-2025-001"),
              Tonnes.of(100),
              new ParticipantId("91110000600037341L")),
          EnumSet.of(Role.OWNER, Role.TRADER),
          Visibility.ACCOUNT,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.RECIPIENT_NOT_ALLOWED,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.TOO_FRAGMENTED);

  public TransferCredits {
    Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(
        Batch.key(batch),
        ExportLabel.key(batch),
        Holding.key(batch, actor),
        Holding.key(batch, recipient),
        Participant.key(recipient));
  }

  @Override
  public void apply(Act act) {
    ParticipantId holder = act.actor().id();
    act.must(Batch.key(batch), ErrorCode.UNKNOWN_BATCH);
    Holding from = Holding.of(act, batch, holder);
    Sufficiency.requireOwned(act, from, quantity);
    Recipient.require(act, recipient, holder);
    Credits moved = Sufficiency.unlabelledFirst(act, from, quantity);
    requireRoom(act, moved);

    act.move(moved, new CreditPlace.HeldBy(holder), new CreditPlace.HeldBy(recipient));
    // What cannot be sold is not counted where it is judged what can be sold.
    Tonnes sellable = ExportLabel.sellable(act, moved);
    if (!sellable.isZero()) {
      act.write(Holding.of(act, batch, holder).withGivenOn(sellable));
      act.write(Holding.of(act, batch, recipient).withReceived(act.today(), sellable));
    }
    act.refer("batch", batch);
  }

  private void requireRoom(Act act, Credits moved) {
    SerialRanges after = Holding.of(act, batch, recipient).held().plus(moved.serials());
    act.require(
        after.ranges().size() <= Holding.RANGES_MOST,
        ErrorCode.TOO_FRAGMENTED,
        zh("%s 持有的批次 %s 将有过多的编号段")
            .en("%s would have too many blocks of serials of %s", recipient, batch));
  }
}
