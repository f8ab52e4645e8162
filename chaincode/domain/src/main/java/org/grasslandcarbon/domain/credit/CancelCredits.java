// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.json.OneOf;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Takes credits out of existence without a use (LEDGER section 5; CCER measures art. 43): by their
 * holder, or forced by the authority with its decision. The authority may take them from under a
 * freeze that it names, so that credits frozen while it looks into them cannot slip away between
 * release and cancellation.
 *
 * @param batch whose credits
 * @param document the decision or evidence; a forced cancellation needs one
 * @param freeze the freeze to take them from; absent for those at the holder's disposal
 * @param holder whose credits
 * @param quantity how many, at least one
 * @param reason the category that registries report
 * @param statement in words
 */
public record CancelCredits(
    @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
    @Means(
            en = "SHA-256 of the decision or evidence; a forced cancellation needs one",
            zh = "决定或证明文件的 SHA-256 摘要；强制注销时必填")
        Optional<Sha256> document,
    @Means(en = "Forced only: id of the freeze to take the credits from", zh = "仅限强制取消：从该冻结中取消")
        Optional<InstructionId> freeze,
    @Means(en = "Whose credits", zh = "持有方") ParticipantId holder,
    @Means(en = "Credits to cancel, in tonnes CO2e, at least 1", zh = "取消数量（吨二氧化碳当量，至少 1）")
        @Least(1)
        Tonnes quantity,
    @Means(en = "Category of the reason", zh = "取消原因类别")
        @OneOf({"OVER_ISSUANCE", "FALSE_REGISTRATION", "CONVERSION", "OTHER"})
        Cancellation.Reason reason,
    @Means(en = "What the public reads about it", zh = "公开说明") @Most(STATEMENT_MOST)
        String statement)
    implements Action {

  /** As long as a retirement's. */
  static final int STATEMENT_MOST = 500;

  /** The action. */
  public static final ActionType<CancelCredits> TYPE =
      ActionType.of(
          "cancelCredits",
          "取消减排量（持有方自行取消，或主管部门强制取消）",
          "Cancels credits without a use, by their holder or forced",
          new CancelCredits(
              new BatchId("CN-GCS-152502-20240001-2025-001"),
              Optional.of(Sha256.of("decision")),
              Optional.empty(),
              new ParticipantId("91110000600037341L"),
              Tonnes.of(10),
              Cancellation.Reason.OVER_ISSUANCE,
              "复核发现多签发。 Review found over-issuance."),
          EnumSet.of(Role.OWNER, Role.TRADER, Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.UNKNOWN_FREEZE,
          ErrorCode.WRONG_STATE,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN);

  public CancelCredits {
    Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
    Check.that(
        !reason.isOfReversal(),
        zh("逆转由 settleReversal 核定结案，由 compensateReversal 补足")
            .en("a reversal is settled with settleReversal and made good with compensateReversal"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(Batch.key(batch));
    named.add(ExportLabel.key(batch));
    named.add(Holding.key(batch, holder));
    freeze.ifPresent(id -> named.add(Freeze.key(id)));
    return named;
  }

  @Override
  public void apply(Act act) {
    boolean own = act.actor().id().equals(holder);
    act.require(
        own || act.actor().is(Role.AUTHORITY),
        ErrorCode.NOT_ALLOWED,
        zh("只有持有人或国家主管部门才能取消 %s 的减排量")
            .en("only the holder or the authority cancels credits of %s", holder));
    act.require(
        own ? freeze.isEmpty() : document.isPresent(),
        ErrorCode.NOT_ALLOWED,
        zh("强制取消须注明所依据的文件；只有强制取消才能动用已冻结的减排量")
            .en(
                "a forced cancellation names its document; only a forced one takes frozen credits"));
    act.must(Batch.key(batch), ErrorCode.UNKNOWN_BATCH);
    Credits gone =
        freeze.isPresent()
            ? frozen(act, freeze.get())
            : Sufficiency.lowest(act, Holding.of(act, batch, holder), quantity);
    CreditPlace source =
        freeze.isPresent()
            ? new CreditPlace.FrozenOf(holder, freeze.get())
            : new CreditPlace.HeldBy(holder);

    act.move(gone, source, new CreditPlace.Cancelled(act.id(), each -> cancellation(act, each)));
    act.write(Holding.of(act, batch, holder).withGivenOn(ExportLabel.sellable(act, gone)));
    act.refer("cancellation", act.id() + ":" + batch);
    act.refer("batch", batch);
  }

  private Cancellation cancellation(Act act, Credits gone) {
    return new Cancellation(
        act.time(),
        gone.batch(),
        act.actor().id(),
        document,
        Optional.of(holder),
        act.id(),
        Optional.empty(),
        reason,
        gone.serials(),
        statement);
  }

  private Credits frozen(Act act, InstructionId id) {
    act.require(
        act.find(Freeze.key(id)).filter(f -> f.isOf(batch, holder)).isPresent(),
        ErrorCode.UNKNOWN_FREEZE,
        zh("批次 %2$s、持有人 %3$s 没有冻结 %1$s").en("%s of %s and %s", id, batch, holder));
    return FrozenCredits.require(act, id, Optional.of(quantity)).taken();
  }
}
