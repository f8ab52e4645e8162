// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
}
