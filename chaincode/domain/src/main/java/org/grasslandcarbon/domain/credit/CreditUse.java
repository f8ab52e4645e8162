// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.ComplianceUse;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What credits are used up for (LEDGER section 5; CCER measures art. 28).
 *
 * @param beneficiary whose emissions they make good
 * @param compliance for which market and year, where they are surrendered
 * @param document the judgment or evidence; a judicial restoration needs one
 * @param purpose the use
 * @param reason the category that registries report
 * @param statement what the public reads
 */
public record CreditUse(
    @Means(en = "Whose emissions the credits make good", zh = "受益方") Beneficiary beneficiary,
    @Means(en = "Market and year; COMPLIANCE needs them", zh = "市场和履约年度；用于履约时必填")
        Optional<Compliance> compliance,
    @Means(
            en = "SHA-256 of the judgment or evidence; JUDICIAL_RESTORATION needs one",
            zh = "裁判文书或证明材料的 SHA-256 摘要；用于司法修复时必填")
        Optional<Sha256> document,
    @Means(en = "What the credits are used for", zh = "用途") Retirement.Purpose purpose,
    @Means(en = "Category of the reason", zh = "注销原因类别") Retirement.Reason reason,
    @Means(en = "What the public reads about the use", zh = "公开的用途说明") @Most(STATEMENT_MOST)
        String statement) {
  /** Blocks of serials in all batches: some 100 KB of postings, as much as a taking moves. */
  static final int RANGES_MOST = 5_000;

  /** A certificate of one page has room for it. */
  static final int STATEMENT_MOST = 500;

  public CreditUse {
    Check.that(
        purpose != Retirement.Purpose.JUDICIAL_RESTORATION || document.isPresent(),
        zh("司法修复须注明所依据的文书").en("a judicial restoration names its document"));
    Check.that(
        purpose == Retirement.Purpose.COMPLIANCE || compliance.isEmpty(),
        zh("只有用途 COMPLIANCE 填写市场和年度").en("only COMPLIANCE names a market and a year"));
  }

  /** A use for no market. */
  public CreditUse(
      Beneficiary beneficiary,
      Optional<Sha256> document,
      Retirement.Purpose purpose,
      Retirement.Reason reason,
      String statement) {
    this(beneficiary, Optional.empty(), document, purpose, reason, statement);
  }

  /** Keys that {@link #require} and {@link #retire} need. */
  public List<Key<?>> keys(ParticipantId actor) {
    List<Key<?>> keys = new ArrayList<>();
    doubtfulCode().ifPresent(code -> keys.add(Participant.key(code)));
    surrender().ifPresent(each -> keys.addAll(each.named(actor)));
    return keys;
  }

  /** The keys that {@link #retire} needs of a batch, beside the batch and the holding. */
  public static List<Key<?>> keys(BatchId batch) {
    return List.of(ExportLabel.key(batch));
  }

  /** The keys that those records name. */
  public List<Key<?>> following(Records records) {
    return surrender().map(each -> each.following(records)).orElse(List.of());
  }

  /** The keys that those name in turn. */
  public List<Key<?>> further(Records records) {
    return surrender().map(each -> each.further(records)).orElse(List.of());
  }

  private Optional<ComplianceUse> surrender() {
    return compliance.map(ComplianceUse::new);
  }

  /** The beneficiary's code, when it fails its check character. */
  private Optional<ParticipantId> doubtfulCode() {
    return beneficiary.code().filter(code -> !code.hasValidCheckCharacter());
  }

  /** A retirement is for ever: a slip of the pen in it is refused. Early codes may be on record. */
  void requireBeneficiaryCode(Act act) {
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

  /**
   * Refuses a surrender that no market could take. Its beneficiary is who retires: nobody uses up
   * another's caps.
   */
  void requireMarket(Act act) {
    act.require(
        purpose != Retirement.Purpose.COMPLIANCE || compliance.isPresent(),
        ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
        zh("用于履约须填写 compliance（市场和年度）")
            .en("a use for compliance names its market and year (compliance)"));
    act.require(
        compliance.isEmpty() || beneficiary.code().filter(act.actor().id()::equals).isPresent(),
        ErrorCode.BENEFICIARY_NOT_HOLDER,
        zh("beneficiary.code 须为 %s").en("beneficiary.code should be %s", act.actor().id()));
  }

  /**
   * Refuses uses that the ledger knows to be wrong, whatever the credits.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code BAD_CREDIT_CODE}, {@code
   *     NOT_ELIGIBLE_FOR_MARKET} or {@code BENEFICIARY_NOT_HOLDER}
   */
  public void require(Act act) {
    requireBeneficiaryCode(act);
    requireMarket(act);
  }

  /**
   * Uses up what the acting participant holds, for good, with one record a batch and one number for
   * all of them. Credits for practice and real ones do not stand under one number.
   *
   * @param credits of each batch once, at the holder's free disposal
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code TRAINING_CREDITS}, {@code
   *     TOO_LARGE}, and where they are surrendered {@code CREDITS_LABELLED}, {@code
   *     NOT_ELIGIBLE_FOR_MARKET}, {@code BASE_NOT_RECORDED} or {@code OFFSET_LIMIT_EXCEEDED}
   */
  public void retire(Act act, List<Credits> credits) {
    requireAlike(act, credits);
    credits.forEach(each -> requireUnlabelled(act, each));
    int ranges = credits.stream().mapToInt(each -> each.serials().ranges().size()).sum();
    act.require(
        ranges <= RANGES_MOST,
        ErrorCode.TOO_LARGE,
        zh("涉及 %s 个编号段，至多 %s 个")
            .en("%s blocks of serials are retired, at most %s are", ranges, RANGES_MOST));
    Optional<Retirement.Surrender> surrendered = surrender(act, credits);
    String number = Retirement.certificateNumber(credits.get(0).batch(), credits.get(0).serials());
    for (int i = 0; i < credits.size(); i++) {
      Optional<Integer> part = i == 0 ? Optional.empty() : Optional.of(i + 1);
      Batch issued = act.must(Batch.key(credits.get(i).batch()), ErrorCode.UNKNOWN_BATCH);
      act.move(
          credits.get(i),
          new CreditPlace.HeldBy(act.actor().id()),
          new CreditPlace.Used(
              act.id(), used -> retirement(act, issued, used, number, part, surrendered)));
    }
    act.refer("retirement", act.id());
  }

  /** What is set apart for use abroad would count twice if it served compliance at home as well. */
  private void requireUnlabelled(Act act, Credits credits) {
    if (purpose == Retirement.Purpose.COMPLIANCE) {
      Tonnes labelled =
          ExportLabel.of(act, credits.batch()).serials().common(credits.serials()).quantity();
      act.require(
          labelled.isZero(),
          ErrorCode.CREDITS_LABELLED,
          zh("批次 %2$s 中有 %1$s 吨").en("%s t of %s", labelled, credits.batch()));
    }
  }

  private static void requireAlike(Act act, List<Credits> credits) {
    long kinds =
        credits.stream()
            .map(each -> act.must(Batch.key(each.batch()), ErrorCode.UNKNOWN_BATCH).training())
            .distinct()
            .count();
    act.require(
        kinds == 1,
        ErrorCode.TRAINING_CREDITS,
        zh("练习用减排量与正式减排量不得一并注销").en("credits for practice and real ones are not retired together"));
  }

  /** Judges them by the market's rule all together, batch by batch, and counts them. */
  private Optional<Retirement.Surrender> surrender(Act act, List<Credits> credits) {
    return surrender()
        .map(
            market -> {
              List<OffsetLot> lots =
                  credits.stream()
                      .map(
                          each ->
                              act.must(Batch.key(each.batch()), ErrorCode.UNKNOWN_BATCH)
                                  .offered(each.serials().quantity()))
                      .toList();
              Compliance request = market.request();
              return new Retirement.Surrender(
                  request.market(), market.use(act, lots), request.year());
            });
  }

  private Retirement retirement(
      Act act,
      Batch issued,
      Credits used,
      String number,
      Optional<Integer> part,
      Optional<Retirement.Surrender> surrendered) {
    return new Retirement(
        act.time(),
        used.batch(),
        beneficiary,
        number,
        surrendered,
        document,
        act.actor().id(),
        act.id(),
        part,
        purpose,
        reason,
        used.serials(),
        statement,
        issued.training());
  }
}
