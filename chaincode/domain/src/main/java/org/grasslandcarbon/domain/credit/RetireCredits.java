// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
import org.grasslandcarbon.domain.offset.Compliance;
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
 * @param compliance for which market and year, where they are surrendered
 * @param document the judgment or evidence; a judicial restoration needs one
 * @param further what is used up of other batches for the same: all of it or nothing
 * @param purpose the use
 * @param quantity how many, at least one
 * @param reason the category that registries report
 * @param statement what the public reads
 */
public record RetireCredits(
    @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
    @Means(en = "Whose emissions the credits make good", zh = "受益方") Beneficiary beneficiary,
    @Means(en = "Market and year; COMPLIANCE needs them", zh = "市场和履约年度；用于履约时必填")
        Optional<Compliance> compliance,
    @Means(
            en = "SHA-256 of the judgment or evidence; JUDICIAL_RESTORATION needs one",
            zh = "裁判文书或证明材料的 SHA-256 摘要；用于司法修复时必填")
        Optional<Sha256> document,
    @Means(en = "Credits of other batches, retired with them", zh = "一并注销的其他批次") @Most(FURTHER_MOST)
        Optional<List<Part>> further,
    @Means(en = "What the credits are used for", zh = "用途") Retirement.Purpose purpose,
    @Means(en = "Credits to retire, in tonnes CO2e, at least 1", zh = "注销数量（吨二氧化碳当量，至少 1）")
        @Least(1)
        Tonnes quantity,
    @Means(en = "Category of the reason", zh = "注销原因类别") Retirement.Reason reason,
    @Means(en = "What the public reads about the use", zh = "公开的用途说明")
        @Most(CreditUse.STATEMENT_MOST)
        String statement)
    implements Action {

  /** A year's need is met from some batches; a certificate names them all. */
  static final int FURTHER_MOST = 49;

  /**
   * Credits of one batch.
   *
   * @param batch whose credits
   * @param quantity how many, at least one
   */
  public record Part(
      @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
      @Means(en = "Credits to retire, in tonnes CO2e, at least 1", zh = "注销数量（吨二氧化碳当量，至少 1）")
          @Least(1)
          Tonnes quantity) {
    public Part {
      Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
    }
  }

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
              Optional.empty(),
              Optional.of(
                  List.of(new Part(new BatchId("CN-GCS-152502-20240001-2024-001"), Tonnes.of(20)))),
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
          ErrorCode.CREDITS_LABELLED,
          ErrorCode.BENEFICIARY_NOT_HOLDER,
          ErrorCode.TRAINING_CREDITS,
          ErrorCode.TOO_LARGE,
          ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
          ErrorCode.BASE_NOT_RECORDED,
          ErrorCode.OFFSET_LIMIT_EXCEEDED);

  public RetireCredits {
    Check.that(!quantity.isZero(), zh("数量至少为 1 吨").en("quantity must be at least 1 tonne"));
    further = further.map(List::copyOf);
    requireDistinct(batch, further.orElse(List.of()));
    Check.that(
        purpose != Retirement.Purpose.JUDICIAL_RESTORATION || document.isPresent(),
        zh("司法修复须注明所依据的文书").en("a judicial restoration names its document"));
    Check.that(
        purpose == Retirement.Purpose.COMPLIANCE || compliance.isEmpty(),
        zh("只有用途 COMPLIANCE 填写市场和年度").en("only COMPLIANCE names a market and a year"));
  }

  /** A use for no market. */
  public RetireCredits(
      BatchId batch,
      Beneficiary beneficiary,
      Optional<Sha256> document,
      Optional<List<Part>> further,
      Retirement.Purpose purpose,
      Tonnes quantity,
      Retirement.Reason reason,
      String statement) {
    this(
        batch,
        beneficiary,
        Optional.empty(),
        document,
        further,
        purpose,
        quantity,
        reason,
        statement);
  }

  private static void requireDistinct(BatchId first, List<Part> others) {
    Set<BatchId> named = new HashSet<>(Set.of(first));
    for (Part part : others) {
      Check.that(
          named.add(part.batch), zh("批次 %s 列出了两次").en("batch %s is named twice", part.batch));
    }
  }

  private List<Part> parts() {
    return Stream.concat(Stream.of(new Part(batch, quantity)), further.orElse(List.of()).stream())
        .toList();
  }

  private CreditUse use() {
    return new CreditUse(beneficiary, compliance, document, purpose, reason, statement);
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>(use().keys(actor));
    for (Part part : parts()) {
      named.add(Batch.key(part.batch));
      named.add(Holding.key(part.batch, actor));
      named.addAll(CreditUse.keys(part.batch));
    }
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    return use().following(records);
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return use().further(records);
  }

  @Override
  public void apply(Act act) {
    CreditUse use = use();
    use.requireBeneficiaryCode(act);
    List<Credits> used = new ArrayList<>();
    for (Part part : parts()) {
      act.must(Batch.key(part.batch), ErrorCode.UNKNOWN_BATCH);
      Holding holding = Holding.of(act, part.batch, act.actor().id());
      used.add(
          purpose == Retirement.Purpose.COMPLIANCE
              ? Sufficiency.lowestUnlabelled(act, holding, part.quantity)
              : Sufficiency.lowest(act, holding, part.quantity));
    }
    use.requireMarket(act);
    use.retire(act, used);
    for (Credits gone : used) {
      Holding left = Holding.of(act, gone.batch(), act.actor().id());
      act.write(left.withGivenOn(ExportLabel.sellable(act, gone)));
    }
    parts().forEach(part -> act.refer("batch", part.batch));
  }
}
