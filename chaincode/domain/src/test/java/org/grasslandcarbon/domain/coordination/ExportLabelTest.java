// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.OneHoldersCredits;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** Credits for use abroad: marked once, and of no use for compliance at home. */
class ExportLabelTest extends OneHoldersCredits {
  private static final int YEAR = 2025;
  private static final MarketId MARKET = new MarketId("CN-15");

  private final ParticipantId mongolia = ledger.the(Role.OFFICE);

  private PublishNotice label(BatchId of, ParticipantId holder, long start, long end) {
    return new PublishNotice(
        Sha256.of("contract"),
        NoticeFields.of(new NoticeFields.ExportLabelled(of, new SerialRange(start, end))),
        Optional.of(holder),
        NoticeKind.EXPORT_LABEL,
        TestLedger.INNER_MONGOLIA,
        Optional.empty(),
        "For use abroad",
        BeijingTime.day(ledger.time()),
        Optional.empty());
  }

  private PublishNotice label(long start, long end) {
    return label(batch, owner, start, end);
  }

  private void market() {
    ledger.apply(
        authority,
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"" + MARKET + "\""),
            "/status",
            "\"IN_FORCE\""));
    ledger.apply(
        authority,
        new RecordObligation(
            new OffsetBases(Optional.of(Tonnes.of(100_000)), Optional.empty(), Optional.empty()),
            Sha256.of("decision"),
            owner,
            MARKET,
            YEAR));
  }

  private RetireCredits surrender(long quantity) {
    return Edited.with(
        Edited.with(
            retire(batch, quantity, Retirement.Purpose.COMPLIANCE),
            "/beneficiary/code",
            "\"" + owner + "\""),
        "/compliance",
        "{\"market\":\"%s\",\"year\":%s}".formatted(MARKET, YEAR));
  }

  private ExportLabel labels() {
    return ledger.find(ExportLabel.key(batch)).orElseThrow();
  }

  @Test
  void credits_are_labelled_with_the_notice_that_says_so() {
    InstructionId id = ledger.apply(mongolia, label(101, 200));
    assertThat(labels().labels()).hasSize(1);
    assertThat(labels().labels().get(0).id()).isEqualTo(id);
    assertThat(labels().serials()).isEqualTo(SerialRanges.of(101, 200));
    assertThat(ledger.find(Notice.key(id)).orElseThrow().toString()).doesNotContain(owner.value());
    ledger.apply(mongolia, label(301, 400));
    assertThat(labels().serials().quantity()).isEqualTo(Tonnes.of(200));
  }

  @Test
  void no_credit_is_labelled_twice() {
    ledger.apply(mongolia, label(101, 200));
    Verdict again = ledger.submit(mongolia, label(200, 250));
    assertThat(again.code()).isEqualTo("ALREADY_LABELLED");
    assertThat(again.detail().orElseThrow()).contains("1 t");
    assertThat(ledger.submit(authority, label(101, 200)).code()).isEqualTo("ALREADY_LABELLED");
    assertThat(ledger.submit(mongolia, label(201, 250)).code()).isEqualTo("APPLIED");
  }

  @Test
  void only_what_the_holder_has_is_labelled() {
    // Serials up to 100 are in the buffer; above 1000 there are none.
    assertThat(ledger.submit(mongolia, label(100, 200)).code()).isEqualTo("LABEL_NOT_HELD");
    assertThat(ledger.submit(mongolia, label(1_000, 1_001)).code()).isEqualTo("LABEL_NOT_HELD");
    assertThat(ledger.submit(mongolia, label(batch, buyer, 101, 200)).code())
        .isEqualTo("LABEL_NOT_HELD");
    assertThat(ledger.submit(mongolia, label(noBatch, owner, 101, 200)).code())
        .isEqualTo("UNKNOWN_BATCH");
    ledger.apply(owner, retire(batch, 10, Retirement.Purpose.VOLUNTARY));
    assertThat(ledger.submit(mongolia, label(110, 120)).code()).isEqualTo("LABEL_NOT_HELD");
    frozen(20);
    assertThat(ledger.submit(mongolia, label(111, 140)).code()).isEqualTo("APPLIED");
  }

  @Test
  void it_is_for_the_office_of_the_land_to_label() {
    ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(ledger.submit(beijing, label(101, 200)).code()).isEqualTo("NOT_ALLOWED");
    PublishNotice elsewhere =
        Edited.with(label(101, 200), "/region", "\"" + TestLedger.BEIJING + "\"");
    assertThat(ledger.submit(beijing, elsewhere).code()).isEqualTo("NOT_ALLOWED");
    assertThatThrownBy(() -> Edited.without(label(101, 200), "/holder"))
        .hasMessageContaining("EXPORT_LABEL names the holder");
    assertThatThrownBy(() -> Edited.with(label(101, 200), "/validTo", "\"2030-01-01\""))
        .hasMessageContaining("EXPORT_LABEL is for good");
  }

  @Test
  void compliance_takes_the_lowest_credits_that_are_not_labelled() {
    market();
    ledger.apply(mongolia, label(101, 200));
    InstructionId id = ledger.apply(owner, surrender(20));
    assertThat(ledger.find(Retirement.key(id)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(201, 220));
    Verdict refused = ledger.submit(owner, surrender(781));
    assertThat(refused.code()).isEqualTo("CREDITS_LABELLED");
    assertThat(refused.detail().orElseThrow()).contains("880 t").contains("100 t");
    assertThat(ledger.submit(owner, surrender(881)).code()).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(ledger.submit(owner, surrender(780)).code()).isEqualTo("APPLIED");
  }

  @Test
  void a_label_stays_with_the_credits_whoever_gets_them_and_they_serve_any_other_use() {
    market();
    ledger.apply(mongolia, label(101, 1_000));
    assertThat(ledger.submit(owner, surrender(1)).code()).isEqualTo("CREDITS_LABELLED");
    ledger.apply(owner, transfer(batch, 50, buyer));
    RetireCredits bought = Edited.with(surrender(1), "/beneficiary/code", "\"" + buyer + "\"");
    assertThat(ledger.submit(buyer, bought).code()).isEqualTo("CREDITS_LABELLED");
    InstructionId id = ledger.apply(buyer, retire(batch, 50, Retirement.Purpose.VOLUNTARY));
    assertThat(ledger.find(Retirement.key(id)).orElseThrow().serials())
        .isEqualTo(SerialRanges.of(101, 150));
  }
}
