// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishNoticeTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
  private final LocalDate today = BeijingTime.day(ledger.time());

  private PublishNotice offer(RegionCode region) {
    return new PublishNotice(
        Sha256.of("offer"),
        NoticeFields.of(
            new NoticeFields.Supply(
                NoticeFields.Factor.FORAGE, Optional.empty(), Decimal.of("2000"), "t")),
        NoticeKind.OFFER,
        region,
        Optional.empty(),
        Optional.empty(),
        "Silage",
        today,
        Optional.of(today.plusDays(60)));
  }

  private PublishNotice barrier(RegionCode region) {
    return new PublishNotice(
        Sha256.of("barrier"),
        NoticeFields.of(new NoticeFields.Barrier(BarrierKind.DATA, 3)),
        NoticeKind.BARRIER,
        region,
        Optional.empty(),
        Optional.empty(),
        "No data",
        today,
        Optional.empty());
  }

  /** Fields of a kind as somebody writes them. */
  private static String fields(NoticeKind kind) {
    return switch (kind) {
      case POLICY -> "{\"policy\":{\"number\":\"2025-1\",\"topic\":\"MARKET\"}}";
      case STANDARD -> "{\"standard\":{\"code\":\"X 1\",\"mandatory\":true,\"version\":\"2025\"}}";
      case COMPENSATION_RATE ->
          "{\"compensationRate\":{\"fenPerMu\":750,\"level\":\"COUNTY\",\"scheme\":\"GRAZING_BAN\"}}";
      case PLAN -> "{\"plan\":{\"explicitness\":\"EXPLICIT\",\"from\":2026,\"to\":2030}}";
      case TRAINING ->
          "{\"training\":{\"from\":\"2025-05-05\",\"hours\":8,\"places\":40,"
              + "\"to\":\"2025-05-06\",\"topic\":\"MONITORING\"}}";
      case BARRIER -> "{\"barrier\":{\"kind\":\"TAX\",\"severity\":5}}";
      case OFFER, NEED ->
          "{\"supply\":{\"factor\":\"TECHNIQUE\",\"quantity\":\"3\",\"unit\":\"1\"}}";
      case EXPORT_LABEL ->
          "{\"exportLabel\":{\"batch\":\"CN-GCS-152502-20240001-2024-001\",\"serials\":\"1-2\"}}";
    };
  }

  private Verdict sent(ParticipantId by, PublishNotice notice) {
    return ledger.submit(by, notice);
  }

  @ParameterizedTest
  @EnumSource(value = NoticeKind.class, mode = EnumSource.Mode.EXCLUDE, names = "EXPORT_LABEL")
  void each_kind_has_fields_of_its_own(NoticeKind kind) {
    PublishNotice notice = notice(kind, fields(kind));
    InstructionId id = ledger.apply(mongolia, notice);
    Notice found = ledger.find(Notice.key(id)).orElseThrow();
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.fields()).isEqualTo(notice.fields());
    assertThat(found.isInForceOn(today)).isTrue();
    assertThat(found.isInForceOn(today.minusDays(1))).isFalse();
    assertThat(found.isInForceOn(today.plusDays(61))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void fields_of_another_kind_or_none_are_not_well_formed(NoticeKind kind) {
    NoticeKind another = kind == NoticeKind.PLAN ? NoticeKind.POLICY : NoticeKind.PLAN;
    assertThatThrownBy(() -> notice(kind, fields(another)))
        .hasMessageContaining("a notice of " + kind + " has fields.");
    assertThatThrownBy(() -> notice(kind, "{}"))
        .hasMessageContaining("a notice of " + kind + " has fields.");
  }

  private PublishNotice notice(NoticeKind kind, String fields) {
    String json =
        ("{\"document\":\"%s\",\"fields\":%s,\"kind\":\"%s\",\"region\":\"%s\",\"title\":\"T\","
                + "\"validFrom\":\"%s\",\"validTo\":\"%s\"}")
            .formatted(
                Sha256.of("d"), fields, kind, TestLedger.INNER_MONGOLIA, today, today.plusDays(60));
    return Codec.read(json.getBytes(StandardCharsets.UTF_8), PublishNotice.class);
  }

  @Test
  void fields_are_held_to_their_limits() {
    assertThat(
            sent(
                    authority,
                    Edited.with(barrier(RegionCode.NATION), "/fields/barrier/severity", "6"))
                .code())
        .isEqualTo("MALFORMED");
    assertThatThrownBy(
            () -> Edited.with(offer(RegionCode.NATION), "/fields/supply/quantity", "\"0\""))
        .hasMessageContaining("quantity must be above 0");
    assertThatThrownBy(() -> Edited.without(offer(RegionCode.NATION), "/validTo"))
        .hasMessageContaining("has a last day");
    assertThatThrownBy(
            () ->
                Edited.with(offer(RegionCode.NATION), "/validTo", "\"" + today.minusDays(1) + "\""))
        .hasMessageContaining("does not end before it begins");
    assertThatThrownBy(
            () ->
                Edited.with(
                    offer(RegionCode.NATION),
                    "/request",
                    "\"" + TestLedger.newInstruction() + "\""))
        .hasMessageContaining("EXPORT_LABEL names the holder's request");
  }

  @Test
  void an_office_speaks_for_its_own_region_but_of_a_barrier_anywhere() {
    assertThat(sent(beijing, offer(TestLedger.XILINHOT)).code()).isEqualTo("NOT_ALLOWED");
    assertThat(sent(mongolia, offer(RegionCode.NATION)).code()).isEqualTo("NOT_ALLOWED");
    assertThat(sent(authority, offer(RegionCode.NATION)).code()).isEqualTo("APPLIED");
    assertThat(sent(beijing, barrier(TestLedger.XILINHOT)).code()).isEqualTo("APPLIED");
    assertThat(sent(beijing, barrier(new RegionCode("540000"))).code()).isEqualTo("UNKNOWN_REGION");
  }

  @Test
  void what_is_over_is_not_announced() {
    PublishNotice late =
        Edited.with(
            Edited.with(offer(TestLedger.XILINHOT), "/validFrom", "\"" + today.minusDays(9) + "\""),
            "/validTo",
            "\"" + today.minusDays(1) + "\"");
    assertThat(sent(mongolia, late).code()).isEqualTo("NOTICE_OVER");
    assertThat(sent(mongolia, Edited.with(late, "/validTo", "\"" + today + "\"")).code())
        .isEqualTo("APPLIED");
  }

  @Test
  void a_notice_takes_the_place_of_an_earlier_one_once() {
    InstructionId first = ledger.apply(mongolia, offer(TestLedger.XILINHOT));
    PublishNotice second =
        Edited.with(offer(TestLedger.XILINHOT), "/replaces", "\"" + first + "\"");
    assertThat(
            sent(mongolia, Edited.with(second, "/region", "\"" + TestLedger.INNER_MONGOLIA + "\""))
                .code())
        .isEqualTo("NOTICE_NOT_REPLACEABLE");
    assertThat(sent(mongolia, Edited.with(second, "/kind", "\"NEED\"")).code())
        .isEqualTo("NOTICE_NOT_REPLACEABLE");
    assertThat(sent(ledger.admit(TestLedger.XILINHOT, Role.OFFICE), second).code())
        .isEqualTo("NOTICE_NOT_REPLACEABLE");
    InstructionId id = ledger.apply(mongolia, second);
    Notice earlier = ledger.find(Notice.key(first)).orElseThrow();
    assertThat(earlier.replacedBy()).contains(id);
    assertThat(earlier.isInForceOn(today)).isFalse();
    assertThat(sent(mongolia, second).code()).isEqualTo("NOTICE_NOT_REPLACEABLE");
    assertThat(
            sent(
                    mongolia,
                    Edited.with(second, "/replaces", "\"" + TestLedger.newInstruction() + "\""))
                .code())
        .isEqualTo("UNKNOWN_NOTICE");
    // The authority may put one in the place of an office's.
    assertThat(sent(authority, Edited.with(second, "/replaces", "\"" + id + "\"")).code())
        .isEqualTo("APPLIED");
  }

  private OpenNotices open(ParticipantId by) {
    return ledger.find(OpenNotices.key(by)).orElseThrow();
  }

  @Test
  void an_office_tells_of_a_kind_of_barrier_in_a_region_once_at_a_time() {
    InstructionId first = ledger.apply(beijing, barrier(TestLedger.XILINHOT));
    PublishNotice worse =
        Edited.with(barrier(TestLedger.XILINHOT), "/fields/barrier/severity", "5");
    Verdict again = sent(beijing, worse);
    assertThat(again.code()).isEqualTo("BARRIER_ALREADY_TOLD");
    assertThat(again.detail().orElseThrow()).contains(first.value());
    assertThat(ledger.records(Notice.TYPE)).hasSize(1);
    // Another kind, another region and another office are others.
    PublishNotice tax =
        Edited.with(barrier(TestLedger.XILINHOT), "/fields/barrier/kind", "\"TAX\"");
    assertThat(sent(beijing, tax).code()).isEqualTo("APPLIED");
    assertThat(sent(beijing, barrier(TestLedger.INNER_MONGOLIA)).code()).isEqualTo("APPLIED");
    assertThat(sent(mongolia, barrier(TestLedger.XILINHOT)).code()).isEqualTo("APPLIED");
    PublishNotice instead = Edited.with(worse, "/replaces", "\"" + first + "\"");
    InstructionId second = ledger.apply(beijing, instead);
    assertThat(open(beijing).barrier(TestLedger.XILINHOT, BarrierKind.DATA)).contains(second);
    // One of another kind in its place leaves room for it, and none for a second of its own.
    PublishNotice other = Edited.with(tax, "/replaces", "\"" + second + "\"");
    assertThat(sent(beijing, other).code()).isEqualTo("BARRIER_ALREADY_TOLD");
    assertThat(ledger.find(Notice.key(second)).orElseThrow().replacedBy()).isEmpty();
    assertThat(sent(authority, Edited.with(instead, "/replaces", "\"" + second + "\"")).code())
        .isEqualTo("APPLIED");
    assertThat(open(beijing).barrier(TestLedger.XILINHOT, BarrierKind.DATA)).isEmpty();
    assertThat(sent(beijing, worse).code()).isEqualTo("APPLIED");
  }

  @Test
  void a_barrier_that_has_ended_can_be_told_again() {
    PublishNotice brief =
        Edited.with(barrier(TestLedger.XILINHOT), "/validTo", "\"" + today.plusDays(1) + "\"");
    ledger.apply(beijing, brief);
    ledger.advance(Duration.ofDays(1));
    assertThat(sent(beijing, barrier(TestLedger.XILINHOT)).code())
        .isEqualTo("BARRIER_ALREADY_TOLD");
    ledger.advance(Duration.ofDays(1));
    assertThat(sent(beijing, barrier(TestLedger.XILINHOT)).code()).isEqualTo("APPLIED");
    assertThat(open(beijing).notices()).hasSize(1);
  }

  @Test
  void a_publisher_has_so_many_open_notices_and_what_has_ended_makes_room() {
    InstructionId first = ledger.apply(mongolia, offer(TestLedger.XILINHOT));
    for (int i = 1; i < OpenNotices.OPEN_MOST; i++) {
      ledger.apply(mongolia, offer(TestLedger.XILINHOT));
    }
    Verdict full = sent(mongolia, offer(TestLedger.XILINHOT));
    assertThat(full.code()).isEqualTo("TOO_MANY_NOTICES");
    assertThat(full.detail().orElseThrow()).contains("300");
    ParticipantId bureau = ledger.admit(TestLedger.XILINHOT, Role.OFFICE);
    assertThat(sent(bureau, offer(TestLedger.XILINHOT)).code()).isEqualTo("APPLIED");
    PublishNotice instead =
        Edited.with(offer(TestLedger.XILINHOT), "/replaces", "\"" + first + "\"");
    assertThat(sent(mongolia, instead).code()).isEqualTo("APPLIED");
    assertThat(open(mongolia).notices()).hasSize(OpenNotices.OPEN_MOST);
    ledger.advance(Duration.ofDays(61));
    PublishNotice later =
        Edited.with(offer(TestLedger.XILINHOT), "/validTo", "\"" + today.plusDays(99) + "\"");
    assertThat(sent(mongolia, later).code()).isEqualTo("APPLIED");
    assertThat(open(mongolia).notices()).hasSize(1);
  }
}
