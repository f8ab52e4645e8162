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
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Uses credits up for ever, for a stated purpose and beneficiary (LEDGER section 5; CCER measures
 * art. 28). There is no way back: a mistaken statement is answered with {@code correctRecord}.
 *
 * @param batch whose credits
 * @param beneficiary whose emissions they make good
 * @param document the judgment or evidence; a judicial restoration needs one
 * @param purpose the use
 * @param quantity how many, at least one
 * @param reason the category that registries report
 * @param statement what the public reads
 */
public record RetireCredits(
    @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
    @Means(en = "Whose emissions the credits make good", zh = "受益方") Beneficiary beneficiary,
    @Means(
            en = "SHA-256 of the judgment or evidence; JUDICIAL_RESTORATION needs one",
            zh = "裁判文书或证明材料的 SHA-256 摘要；用于司法修复时必填")
        Optional<Sha256> document,
    @Means(en = "What the credits are used for", zh = "用途") Retirement.Purpose purpose,
    @Means(en = "Credits to retire, in tonnes CO2e, at least 1", zh = "注销数量（吨二氧化碳当量，至少 1）")
        @Least(1)
        Tonnes quantity,
    @Means(en = "Category of the reason", zh = "注销原因类别") Retirement.Reason reason,
    @Means(en = "What the public reads about the use", zh = "公开的用途说明") @Most(STATEMENT_MOST)
        String statement)
    implements Action {

  /** A certificate of one page has room for it. */
  static final int STATEMENT_MOST = 500;

  /** The action. */
  public static final ActionType<RetireCredits> TYPE =
      ActionType.of(
          "retireCredits",
          "注销减排量（自愿抵销等用途，不可撤回）",
          "Retires credits for good, for a stated use",
          new RetireCredits(
              new BatchId("CN-GCS-152502-20240001-2025-001"),
              new Beneficiary(
                  Optional.of(new ParticipantId("91110000600037341L")),
                  Name.of("示例企业", "Example enterprise")),
              Optional.empty(),
              Retirement.Purpose.VOLUNTARY,
              Tonnes.of(100),
              Retirement.Reason.CORPORATE_INVENTORY,
              "2025 年度自愿碳中和。 Voluntary carbon neutrality for 2025."),
          EnumSet.of(Role.OWNER, Role.TRADER),
          Visibility.PUBLIC,
          ErrorCode.BAD_CREDIT_CODE,
          ErrorCode.UNKNOWN_BATCH,
          ErrorCode.INSUFFICIENT_CREDITS,
          ErrorCode.CREDITS_FROZEN,
          ErrorCode.NOT_ELIGIBLE_FOR_MARKET);

  public RetireCredits {
    Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
    Check.that(
        purpose != Retirement.Purpose.JUDICIAL_RESTORATION || document.isPresent(),
        zh("司法修复须注明所依据的文书").en("a judicial restoration names its document"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>(List.of(Batch.key(batch), Holding.key(batch, actor)));
    doubtfulCode().ifPresent(code -> named.add(Participant.key(code)));
    return named;
  }

  /** The beneficiary's code, when it fails its check character. */
  private Optional<ParticipantId> doubtfulCode() {
    return beneficiary.code().filter(code -> !code.hasValidCheckCharacter());
  }

  /** A retirement is for ever: a slip of the pen in it is refused. Early codes may be on record. */
  private void requireBeneficiaryCode(Act act) {
    doubtfulCode()
        .ifPresent(
            code ->
                act.require(
                    act.find(Participant.key(code)).isPresent(),
                    ErrorCode.BAD_CREDIT_CODE,
                    zh("beneficiary.code 的最后一位应为 %s")
                        .en(
                            "the last character of beneficiary.code should be %s",
                            ParticipantId.checkCharacter(code.value()))));
  }

  @Override
  public void apply(Act act) {
    requireBeneficiaryCode(act);
    ParticipantId holder = act.actor().id();
    Batch issued = act.must(Batch.key(batch), ErrorCode.UNKNOWN_BATCH);
    Holding holding = Holding.of(act, batch, holder);
    Sufficiency.requireOwned(act, holding, quantity);
    Credits used = Sufficiency.lowestFree(act, holding, quantity);
    act.require(
        purpose != Retirement.Purpose.COMPLIANCE,
        ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
        zh("尚无市场公布抵销规则").en("no market has published an offset rule"));

    act.move(
        used,
        new CreditPlace.HeldBy(holder),
        new CreditPlace.Used(act.id(), credits -> retirement(act, issued, credits)));
    act.refer("retirement", act.id());
    act.refer("batch", batch);
  }

  private Retirement retirement(Act act, Batch issued, Credits used) {
    return new Retirement(
        act.time(),
        used.batch(),
        beneficiary,
        Retirement.certificateNumber(used.batch(), used.serials()),
        document,
        act.actor().id(),
        act.id(),
        purpose,
        reason,
        used.serials(),
        statement,
        issued.training());
  }
}
