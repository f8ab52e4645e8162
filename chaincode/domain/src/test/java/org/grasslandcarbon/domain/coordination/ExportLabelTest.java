// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.OneHoldersCredits;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.judicial.FreezeCredits;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.participant.Participant;
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

/** Credits for use abroad: marked once, as their holder asks, and of no use for compliance. */
class ExportLabelTest extends OneHoldersCredits {
  private static final int YEAR = 2025;
  private static final MarketId MARKET = new MarketId("CN-15");

  private final ParticipantId mongolia = ledger.the(Role.OFFICE);

  ExportLabelTest() {
    ledger.apply(
        authority,
        new AssignMandate(
            Optional.empty(),
            Sha256.of("decision"),
            BeijingTime.day(ledger.time()),
            MandateFunction.MARKET,
            Optional.of(mongolia),
            3,
            TestLedger.INNER_MONGOLIA,
            Optional.empty()));
  }

  private static NoticeFields.ExportLabelled credits(BatchId of, long start, long end) {
    return new NoticeFields.ExportLabelled(of, new SerialRange(start, end));
  }

  private static OpenCase asking(BatchId of, long start, long end) {
    return new OpenCase(
        Optional.empty(),
        MandateFunction.MARKET,
        CaseKind.LABEL_REQUEST,
        Optional.of(credits(of, start, end)),
        TestLedger.XILINHOT,
        Optional.empty(),
        Sha256.of("use"));
  }

  private OpenCase asking(long start, long end) {
    return asking(batch, start, end);
  }

  private PublishNotice notice(InstructionId request, long start, long end) {
    return new PublishNotice(
        Sha256.of("contract"),
        NoticeFields.of(credits(batch, start, end)),
        NoticeKind.EXPORT_LABEL,
        TestLedger.INNER_MONGOLIA,
        Optional.empty(),
        Optional.of(request),
        "For use abroad",
        BeijingTime.day(ledger.time()),
        Optional.empty());
  }

  /** The notice of what the owner has just asked for. */
  private PublishNotice label(long start, long end) {
    return notice(ledger.apply(owner, asking(start, end)), start, end);
  }

  private CoordinationCase found(InstructionId request) {
    return ledger.find(CoordinationCase.key(request)).orElseThrow();
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
  void a_notice_answers_the_request_that_it_names_and_no_other() {
    InstructionId request = ledger.apply(owner, asking(101, 200));
    assertThat(ledger.submit(mongolia, notice(request, 101, 201)).code())
        .isEqualTo("LABEL_NOT_ASKED");
    assertThat(ledger.submit(mongolia, notice(request, 101, 199)).code())
        .isEqualTo("LABEL_NOT_ASKED");
    assertThat(ledger.submit(mongolia, notice(TestLedger.newInstruction(), 101, 200)).code())
        .isEqualTo("UNKNOWN_CASE");
    OpenCase feedback =
        new OpenCase(
            Optional.empty(),
            MandateFunction.MARKET,
            CaseKind.FEEDBACK,
            Optional.empty(),
            TestLedger.XILINHOT,
            Optional.empty(),
            Sha256.of("use"));
    InstructionId another = ledger.apply(owner, feedback);
    assertThat(ledger.submit(mongolia, notice(another, 101, 200)).code())
        .isEqualTo("LABEL_NOT_ASKED");
    assertThat(ledger.find(ExportLabel.key(batch))).isEmpty();
    InstructionId id = ledger.apply(mongolia, notice(request, 101, 200));
    assertThat(found(request).state()).isEqualTo(CoordinationCase.State.ANSWERED);
    assertThat(found(request).answer().orElseThrow().id()).isEqualTo(id);
    assertThat(ledger.find(Notice.key(id)).orElseThrow().toString())
        .doesNotContain(request.value());
    assertThat(ledger.submit(mongolia, notice(request, 101, 200)).code()).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_request_that_was_refused_gives_no_label_and_none_is_answered_without_one() {
    InstructionId request = ledger.apply(owner, asking(101, 200));
    AnswerCase answered =
        new AnswerCase(
            AnswerCase.Kind.ANSWERED,
            request,
            Optional.of(Sha256.of("answer")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(ledger.submit(mongolia, answered).code()).isEqualTo("NOT_ALLOWED");
    AnswerCase elsewhere =
        new AnswerCase(
            AnswerCase.Kind.FORWARDED,
            request,
            Optional.empty(),
            Optional.of(MandateFunction.MARKET),
            Optional.empty(),
            Optional.of(TestLedger.BEIJING),
            Optional.empty());
    assertThat(ledger.submit(mongolia, elsewhere).code()).isEqualTo("NOT_ALLOWED");
    AnswerCase refused =
        new AnswerCase(
            AnswerCase.Kind.REFUSED,
            request,
            Optional.empty(),
            Optional.empty(),
            Optional.of(RefusalGround.LOCAL_RULE),
            Optional.empty(),
            Optional.empty());
    ledger.apply(mongolia, refused);
    assertThat(ledger.submit(mongolia, notice(request, 101, 200)).code()).isEqualTo("WRONG_STATE");
    assertThat(ledger.find(ExportLabel.key(batch))).isEmpty();
  }

  @Test
  void it_is_for_the_holder_to_ask_and_for_its_parties_and_offices_to_know() {
    assertThat(ledger.submit(mongolia, asking(101, 200)).code()).isEqualTo("NOT_ALLOWED");
    assertThat(ledger.submit(buyer, asking(101, 200)).code()).isEqualTo("LABEL_NOT_HELD");
    assertThat(
            ledger
                .submit(
                    owner,
                    Edited.with(
                        asking(101, 200), "/region", "\"" + TestLedger.INNER_MONGOLIA + "\""))
                .code())
        .isEqualTo("NOT_ALLOWED");
    assertThat(ledger.submit(owner, asking(noBatch, 101, 200)).code()).isEqualTo("UNKNOWN_BATCH");
    assertThatThrownBy(() -> Edited.without(asking(101, 200), "/label"))
        .hasMessageContaining("LABEL_REQUEST names the credits");
    assertThatThrownBy(() -> Edited.with(asking(101, 200), "/kind", "\"FEEDBACK\""))
        .hasMessageContaining("LABEL_REQUEST names the credits");

    Visibility label =
        CoordinationCase.TYPE
            .visibility()
            .ofRecord(member -> member.equals("/kind") ? "LABEL_REQUEST" : "");
    List<Visibility.Party> concerned =
        List.of(
            new Visibility.Party(owner, TestLedger.XILINHOT),
            new Visibility.Party(mongolia, TestLedger.INNER_MONGOLIA));
    ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    assertThat(label.permits(Optional.of(actor(owner)), concerned)).isTrue();
    assertThat(label.permits(Optional.of(actor(mongolia)), concerned)).isTrue();
    assertThat(label.permits(Optional.of(actor(beijing)), concerned)).isFalse();
    assertThat(label.permits(Optional.of(actor(buyer)), concerned)).isFalse();
    Visibility others =
        CoordinationCase.TYPE.visibility().ofRecord(member -> CaseKind.INFORMATION.name());
    assertThat(others.permits(Optional.of(actor(beijing)), concerned)).isTrue();
  }

  @Test
  void a_request_for_a_label_is_unknown_to_offices_of_elsewhere() {
    InstructionId request = ledger.apply(owner, asking(101, 200));
    AnswerCase refusing =
        new AnswerCase(
            AnswerCase.Kind.REFUSED,
            request,
            Optional.empty(),
            Optional.empty(),
            Optional.of(RefusalGround.LOCAL_RULE),
            Optional.empty(),
            Optional.empty());
    ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    ParticipantId assessor = ledger.admit(TestLedger.BEIJING, Role.ASSESSOR);
    assertThat(ledger.submit(beijing, refusing).code()).isEqualTo("UNKNOWN_CASE");
    assertThat(ledger.submit(assessor, refusing).code()).isEqualTo("UNKNOWN_CASE");
    assertThat(ledger.submit(buyer, refusing).code()).isEqualTo("UNKNOWN_CASE");
    assertThat(ledger.submit(mongolia, refusing).code()).isEqualTo("APPLIED");
  }

  private Actor actor(ParticipantId id) {
    Participant found = ledger.find(Participant.key(id)).orElseThrow();
    return new Actor(found.id(), found.region(), Set.copyOf(found.roles()));
  }

  @Test
  void no_credit_is_labelled_twice() {
    PublishNotice overlapping = label(200, 250);
    ledger.apply(mongolia, label(101, 200));
    Verdict again = ledger.submit(mongolia, overlapping);
    assertThat(again.code()).isEqualTo("ALREADY_LABELLED");
    assertThat(again.detail().orElseThrow()).contains("1 t");
    assertThat(ledger.submit(owner, asking(101, 200)).code()).isEqualTo("ALREADY_LABELLED");
    assertThat(ledger.submit(authority, label(201, 250)).code()).isEqualTo("APPLIED");
  }

  @Test
  void only_what_is_at_the_holders_free_disposal_is_labelled() {
    // Serials up to 100 are in the buffer; above 1000 there are none.
    assertThat(ledger.submit(owner, asking(100, 200)).code()).isEqualTo("LABEL_NOT_HELD");
    assertThat(ledger.submit(owner, asking(1_000, 1_001)).code()).isEqualTo("LABEL_NOT_HELD");
    PublishNotice first = label(110, 120);
    PublishNotice second = label(111, 140);
    PublishNotice third = label(131, 140);
    ledger.apply(owner, retire(batch, 10, Retirement.Purpose.VOLUNTARY));
    assertThat(ledger.submit(mongolia, first).code()).isEqualTo("LABEL_NOT_HELD");
    frozen(20);
    Verdict refused = ledger.submit(mongolia, second);
    assertThat(refused.code()).isEqualTo("LABEL_NOT_HELD");
    assertThat(refused.detail().orElseThrow())
        .as("how much somebody holds is told to nobody")
        .isEqualTo("batch " + batch + ", serials 111-140");
    assertThat(ledger.submit(mongolia, third).code()).isEqualTo("APPLIED");
  }

  @Test
  void it_is_for_the_office_of_the_land_to_label() {
    ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
    PublishNotice asked = label(101, 200);
    assertThat(ledger.submit(beijing, asked).code()).isEqualTo("NOT_ALLOWED");
    PublishNotice elsewhere = Edited.with(asked, "/region", "\"" + TestLedger.BEIJING + "\"");
    assertThat(ledger.submit(beijing, elsewhere).code()).isEqualTo("UNKNOWN_CASE");
    assertThatThrownBy(() -> Edited.without(asked, "/request"))
        .hasMessageContaining("EXPORT_LABEL names the holder's request");
    assertThatThrownBy(() -> Edited.with(asked, "/validTo", "\"2030-01-01\""))
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
  void a_transfer_takes_labelled_credits_after_all_others() {
    ledger.apply(mongolia, label(101, 200));
    ledger.apply(owner, transfer(batch, 30, buyer));
    assertThat(holding(buyer).held()).isEqualTo(SerialRanges.of(201, 230));
    assertThat(holding(buyer).receipts())
        .extracting(Holding.Receipt::tonnes)
        .containsExactly(Tonnes.of(30));
    ledger.apply(owner, transfer(batch, 780, buyer));
    assertThat(holding(buyer).held())
        .isEqualTo(SerialRanges.of(101, 110).plus(SerialRanges.of(201, 1_000)));
    // What cannot be sold does not count as received where it is judged what can be sold.
    assertThat(holding(buyer).receipts())
        .extracting(Holding.Receipt::tonnes)
        .containsExactly(Tonnes.of(800));
    ledger.apply(owner, transfer(batch, 90, buyer));
    assertThat(holding(buyer).receipts())
        .extracting(Holding.Receipt::tonnes)
        .containsExactly(Tonnes.of(800));
  }

  /** Of the owner's 1 to 1,000 those from 101 on are at its disposal; 101 to 200 are labelled. */
  @Test
  void labelled_credits_that_are_used_up_shorten_nobodys_wait() {
    ledger.apply(mongolia, label(101, 200));
    ledger.apply(owner, transfer(batch, 900, buyer));
    assertThat(received()).isEqualTo(800);
    ledger.apply(buyer, retire(batch, 60, Retirement.Purpose.VOLUNTARY));
    assertThat(received()).isEqualTo(800);
    ledger.apply(
        buyer,
        Edited.with(
            cancel(batch, 30, Optional.empty(), Optional.empty()),
            "/holder",
            "\"" + buyer.value() + "\""));
    assertThat(received()).isEqualTo(800);
    // Ten of these forty are labelled.
    ledger.apply(buyer, retire(batch, 40, Retirement.Purpose.VOLUNTARY));
    assertThat(received()).isEqualTo(770);
  }

  @Test
  void labelled_credits_that_a_court_moves_shorten_nobodys_wait() {
    ledger.apply(mongolia, label(101, 200));
    ledger.apply(owner, transfer(batch, 900, buyer));
    FreezeCredits freeze =
        new FreezeCredits(batch, DOCUMENT, buyer, Optional.of(Tonnes.of(130)), "preservation");
    InstructionId frozen = ledger.apply(court, freeze);
    ledger.apply(court, enforce(frozen, Optional.of(100L), owner));
    assertThat(received()).isEqualTo(800);
    ledger.apply(court, enforce(frozen, Optional.empty(), owner));
    assertThat(received()).isEqualTo(770);
  }

  private long received() {
    return holding(buyer).receipts().stream().mapToLong(each -> each.tonnes().value()).sum();
  }

  @Test
  void a_request_is_counted_as_open_until_its_label_is_given() {
    PublishNotice asked = label(101, 200);
    assertThat(open()).isEqualTo(1);
    ledger.apply(mongolia, asked);
    assertThat(open()).isZero();
    assertThat(ledger.find(OpenNotices.key(mongolia))).isEmpty();
  }

  private int open() {
    return ledger.find(OpenCases.key(owner, TestLedger.XILINHOT)).orElseThrow().own();
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
