// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class CoordinationCaseTest {
  private static final MandateFunction MONITORING = MandateFunction.MONITORING;
  private static final MandateFunction FEEDBACK = MandateFunction.PUBLIC_FEEDBACK;

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId bureau = ledger.admit(TestLedger.XILINHOT, Role.OFFICE);
  private final ParticipantId beijing = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
  private final ParticipantId auditor = ledger.admit(TestLedger.BEIJING, Role.AUDITOR);
  private final ParticipantId herders = ledger.admit(TestLedger.XILINHOT, Role.OWNER);
  private final LocalDate today = BeijingTime.day(ledger.time());

  CoordinationCaseTest() {
    assign(TestLedger.INNER_MONGOLIA, MONITORING, mongolia);
    assign(TestLedger.XILINHOT, FEEDBACK, bureau);
  }

  private void assign(RegionCode region, MandateFunction function, ParticipantId holder) {
    ledger.apply(
        authority,
        new AssignMandate(
            Optional.empty(),
            Sha256.of("decision"),
            today,
            function,
            Optional.of(holder),
            3,
            region,
            Optional.empty()));
  }

  private void calendar() {
    ledger.apply(
        authority, new PublishCalendar(Sha256.of("notice"), List.of(), List.of(), today.getYear()));
  }

  private static OpenCase asking(CaseKind kind, MandateFunction function) {
    return new OpenCase(
        Optional.empty(),
        function,
        kind,
        Optional.empty(),
        TestLedger.XILINHOT,
        Optional.empty(),
        Sha256.of("question"));
  }

  private static OpenCase information() {
    return asking(CaseKind.INFORMATION, MONITORING);
  }

  private static OpenCase feedback() {
    return asking(CaseKind.FEEDBACK, FEEDBACK);
  }

  private static OpenCase forPublic() {
    return Edited.with(feedback(), "/behalf", "\"PUBLIC\"");
  }

  private static OpenCase again(OpenCase opening, InstructionId first) {
    return Edited.with(opening, "/reopens", "\"" + first + "\"");
  }

  private static AnswerCase answer(InstructionId id) {
    return new AnswerCase(
        AnswerCase.Kind.ANSWERED,
        id,
        Optional.of(Sha256.of("answer")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AnswerCase refusal(InstructionId id, RefusalGround ground) {
    return new AnswerCase(
        AnswerCase.Kind.REFUSED,
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(ground),
        Optional.empty(),
        Optional.of(Sha256.of("reason")));
  }

  private static AnswerCase forward(InstructionId id, RegionCode region, MandateFunction function) {
    return new AnswerCase(
        AnswerCase.Kind.FORWARDED,
        id,
        Optional.empty(),
        Optional.of(function),
        Optional.empty(),
        Optional.of(region),
        Optional.empty());
  }

  private CoordinationCase found(InstructionId id) {
    return ledger.find(CoordinationCase.key(id)).orElseThrow();
  }

  private String opening(ParticipantId by, OpenCase opening) {
    return ledger.submit(by, opening).code();
  }

  private String answering(ParticipantId by, AnswerCase answer) {
    return ledger.submit(by, answer).code();
  }

  @Test
  void a_request_goes_to_who_is_responsible_above_and_is_answered() {
    calendar();
    InstructionId id = ledger.apply(beijing, information());
    CoordinationCase open = found(id);
    assertThat(open.state()).isEqualTo(CoordinationCase.State.OPEN);
    assertThat(open.fromRegion()).isEqualTo(TestLedger.BEIJING);
    assertThat(open.responsible()).isEqualTo(mongolia);
    assertThat(open.current().responsible()).isEqualTo(mongolia);
    assertThat(open.current().mandate()).isEqualTo(TestLedger.INNER_MONGOLIA);
    assertThat(open.current().vacancies())
        .containsExactly(TestLedger.XILINHOT, new RegionCode("152500"));
    ledger.apply(mongolia, answer(id));
    CoordinationCase answered = found(id);
    assertThat(answered.state()).isEqualTo(CoordinationCase.State.ANSWERED);
    assertThat(answered.answer().orElseThrow().onTime()).contains(true);
    assertThat(answering(mongolia, answer(id))).isEqualTo("WRONG_STATE");
    assertThat(found(id)).isEqualTo(answered);
  }

  @Test
  void working_days_count_from_the_day_after_and_are_those_of_the_criteria() {
    calendar();
    InstructionId assumed = ledger.apply(beijing, information());
    // Monday 3 March 2025: ten working days from Tuesday on.
    assertThat(found(assumed).due())
        .isEqualTo(new CoordinationCase.Due(true, 10, LocalDate.of(2025, 3, 4)));
    assertThat(found(assumed).due().lastDay(ledger::find)).contains(LocalDate.of(2025, 3, 17));
    assertThat(found(ledger.apply(herders, feedback())).due().days()).isEqualTo(15);
    ledger.apply(
        authority,
        Edited.with(
            Edited.with(ExampleCriteria.of(today, false), "/days/information", "3"),
            "/days/feedback",
            "4"));
    assertThat(found(ledger.apply(beijing, information())).due())
        .isEqualTo(new CoordinationCase.Due(false, 3, LocalDate.of(2025, 3, 4)));
    assertThat(found(ledger.apply(herders, feedback())).due().days()).isEqualTo(4);
  }

  @Test
  void an_answer_on_the_last_day_is_on_time_and_on_the_next_is_not() {
    calendar();
    InstructionId first = ledger.apply(beijing, information());
    InstructionId second = ledger.apply(beijing, information());
    ledger.advance(Duration.ofDays(14));
    ledger.apply(mongolia, answer(first));
    ledger.advance(Duration.ofDays(1));
    ledger.apply(mongolia, answer(second));
    assertThat(found(first).answer().orElseThrow().onTime()).contains(true);
    assertThat(found(second).answer().orElseThrow().onTime()).contains(false);
  }

  @Test
  void without_a_calendar_nobody_knows_whether_an_answer_is_on_time() {
    InstructionId id = ledger.apply(beijing, information());
    assertThat(found(id).due().lastDay(ledger::find)).isEmpty();
    ledger.apply(mongolia, answer(id));
    assertThat(found(id).answer().orElseThrow().onTime()).isEmpty();
  }

  @Test
  void offices_ask_other_regions_and_supervisors_all() {
    assertThat(opening(mongolia, information())).isEqualTo("NOT_ALLOWED");
    assertThat(opening(herders, information())).isEqualTo("NOT_ALLOWED");
    OpenCase supervision = asking(CaseKind.SUPERVISION_REQUEST, MONITORING);
    assertThat(opening(beijing, supervision)).isEqualTo("NOT_ALLOWED");
    assertThat(opening(auditor, supervision)).isEqualTo("APPLIED");
    InstructionId id = ledger.apply(authority, supervision);
    assertThat(found(id).responsible()).isEqualTo(mongolia);
    assertThat(answering(authority, answer(id))).isEqualTo("NOT_ALLOWED");
    ledger.apply(mongolia, answer(id));
  }

  @Test
  void feedback_goes_to_the_regions_own_office_and_has_nothing_of_people() {
    InstructionId id = ledger.apply(herders, feedback());
    assertThat(found(id).responsible()).isEqualTo(bureau);
    assertThat(found(id).behalf()).isEmpty();
    assertThat(opening(herders, forPublic()))
        .as("nobody but an office speaks for the public")
        .isEqualTo("NOT_ALLOWED");
    InstructionId passedOn = ledger.apply(bureau, forPublic());
    assertThat(found(passedOn).behalf()).contains(CoordinationCase.Behalf.PUBLIC);
    // An office that passes on what the public says of its own work answers it, as can be seen.
    ledger.apply(bureau, answer(passedOn));
    assertThat(found(passedOn).answer().orElseThrow().byAsker()).isTrue();
    ledger.apply(bureau, answer(id));
    assertThat(found(id).answer().orElseThrow().byAsker()).isFalse();
    InstructionId fromAbove = ledger.apply(mongolia, forPublic());
    ledger.apply(bureau, answer(fromAbove));
    assertThat(found(fromAbove).answer().orElseThrow().byAsker()).isFalse();
    InstructionId answeredAbove = ledger.apply(mongolia, forPublic());
    ledger.apply(mongolia, answer(answeredAbove));
    assertThat(found(answeredAbove).answer().orElseThrow().byAsker()).isTrue();
    assertThatThrownBy(() -> Edited.with(information(), "/behalf", "\"PUBLIC\""))
        .hasMessageContaining("only FEEDBACK is for the public");
  }

  @Test
  void an_answer_of_who_acts_with_the_one_who_asked_is_its_own() {
    ParticipantId partner = ledger.admit(TestLedger.XILINHOT, Role.OFFICE);
    ledger.advance(Duration.ofDays(1));
    ledger.apply(
        authority,
        new AssignMandate(
            Optional.of(partner),
            Sha256.of("decision"),
            today.plusDays(1),
            FEEDBACK,
            Optional.of(bureau),
            3,
            TestLedger.XILINHOT,
            Optional.empty()));
    InstructionId own = ledger.apply(partner, forPublic());
    ledger.apply(bureau, answer(own));
    assertThat(found(own).answer().orElseThrow().byAsker()).isTrue();
  }

  private OpenCases open(ParticipantId by) {
    return ledger.find(OpenCases.key(by, TestLedger.XILINHOT)).orElseThrow();
  }

  @Test
  void a_participant_has_so_many_cases_open_in_a_province_until_they_end() {
    assign(TestLedger.BEIJING, FEEDBACK, beijing);
    InstructionId first = ledger.apply(herders, feedback());
    InstructionId second = ledger.apply(herders, feedback());
    for (int i = 2; i < OpenCases.OWN_MOST; i++) {
      ledger.apply(herders, feedback());
    }
    assertThat(opening(herders, feedback())).isEqualTo("TOO_MANY_CASES");
    OpenCase ofProvince =
        Edited.with(feedback(), "/region", "\"" + TestLedger.INNER_MONGOLIA + "\"");
    assign(TestLedger.INNER_MONGOLIA, FEEDBACK, mongolia);
    assertThat(opening(herders, ofProvince)).isEqualTo("TOO_MANY_CASES");
    // Another province, and another who asks, are counted apart.
    assertThat(
            opening(herders, Edited.with(feedback(), "/region", "\"" + TestLedger.BEIJING + "\"")))
        .isEqualTo("APPLIED");
    assertThat(opening(auditor, feedback())).isEqualTo("APPLIED");
    // One that goes on is open still; an answer and a refusal make room.
    ledger.apply(bureau, forward(first, TestLedger.BEIJING, FEEDBACK));
    assertThat(opening(herders, feedback())).isEqualTo("TOO_MANY_CASES");
    ledger.apply(beijing, answer(first));
    ledger.apply(bureau, refusal(second, RefusalGround.NOT_HELD));
    assertThat(open(herders).own()).isEqualTo(OpenCases.OWN_MOST - 2);
    assertThat(opening(herders, feedback())).isEqualTo("APPLIED");
    assertThat(opening(herders, again(feedback(), second))).isEqualTo("APPLIED");
    assertThat(opening(herders, feedback())).isEqualTo("TOO_MANY_CASES");
  }

  @Test
  void what_an_office_passes_on_is_counted_apart_and_has_a_limit_too() {
    ledger.apply(mongolia, forPublic());
    ledger.apply(mongolia, feedback());
    assertThat(open(mongolia)).isEqualTo(new OpenCases(mongolia, 1, 1, TestLedger.INNER_MONGOLIA));
    TreeMap<String, byte[]> full = new TreeMap<>();
    OpenCases most =
        new OpenCases(mongolia, 1, OpenCases.PASSED_ON_MOST, TestLedger.INNER_MONGOLIA);
    full.put(most.key().text(), Codec.write(most));
    ledger.store().putAll(full);
    assertThat(opening(mongolia, forPublic())).isEqualTo("TOO_MANY_CASES");
    assertThat(opening(mongolia, feedback())).isEqualTo("APPLIED");
  }

  @Test
  void a_region_is_known_and_somebody_responsible_for_it() {
    assertThat(opening(herders, Edited.with(feedback(), "/region", "\"540000\"")))
        .isEqualTo("UNKNOWN_REGION");
    assertThat(opening(herders, asking(CaseKind.FEEDBACK, MandateFunction.MARKET)))
        .isEqualTo("NO_RESPONSIBLE");
    assertThat(opening(herders, Edited.with(feedback(), "/function", "\"ASSESSMENT\"")))
        .isEqualTo("MALFORMED");
  }

  @Test
  void nobody_asks_itself() {
    assertThat(opening(bureau, feedback())).isEqualTo("CASE_TO_ONESELF");
    assertThat(opening(bureau, forPublic())).isEqualTo("APPLIED");
  }

  @Test
  void it_is_for_the_responsible_its_delegate_or_the_office_above_to_answer() {
    ParticipantId helper = ledger.admit(TestLedger.XILINHOT, Role.CERTIFIER);
    ledger.apply(
        mongolia,
        new AssignMandate(
            Optional.of(helper),
            Sha256.of("decision"),
            today.plusDays(1),
            FEEDBACK,
            Optional.of(bureau),
            3,
            TestLedger.XILINHOT,
            Optional.empty()));
    ledger.advance(Duration.ofDays(1));
    for (ParticipantId by : List.of(bureau, helper, mongolia, authority)) {
      InstructionId id = ledger.apply(herders, feedback());
      assertThat(found(id).delegate()).contains(helper);
      assertThat(answering(auditor, answer(id))).isEqualTo("NOT_ALLOWED");
      assertThat(answering(herders, answer(id))).isEqualTo("NOT_ALLOWED");
      assertThat(answering(by, answer(id))).isEqualTo("APPLIED");
    }
  }

  @Test
  void whom_a_case_does_not_concern_is_answered_as_if_there_were_none() {
    InstructionId id = ledger.apply(herders, feedback());
    ParticipantId stranger = ledger.admit(TestLedger.BEIJING, Role.TRADER);
    for (InstructionId each : List.of(id, TestLedger.newInstruction())) {
      InstructionId asked = TestLedger.newInstruction();
      ledger.submit(ledger.sign(asked, stranger, answer(each)));
      JournalEntry refused = ledger.journal(asked);
      assertThat(refused.code().orElseThrow().name()).isEqualTo("UNKNOWN_CASE");
      assertThat(refused.detail().orElseThrow().replace(each.value(), "it"))
          .isEqualTo("COORDINATION_CASE:it is not on the ledger");
      assertThat(opening(stranger, again(feedback(), each))).isEqualTo("UNKNOWN_CASE");
    }
    assertThat(answering(beijing, answer(id))).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_case_is_reopened_by_who_asked_it_about_the_same_and_once() {
    InstructionId first = ledger.apply(beijing, information());
    assertThat(opening(beijing, again(information(), first))).isEqualTo("CASE_NOT_REOPENABLE");
    ledger.apply(mongolia, refusal(first, RefusalGround.NOT_HELD));
    assertThat(opening(ledger.admit(TestLedger.BEIJING, Role.OFFICE), again(information(), first)))
        .isEqualTo("CASE_NOT_REOPENABLE");
    assertThat(opening(beijing, again(forPublic(), first))).isEqualTo("CASE_NOT_REOPENABLE");
    assertThat(
            opening(
                beijing,
                Edited.with(
                    again(information(), first),
                    "/region",
                    "\"" + TestLedger.INNER_MONGOLIA + "\"")))
        .isEqualTo("CASE_NOT_REOPENABLE");
    InstructionId second = ledger.apply(beijing, again(information(), first));
    assertThat(found(first).reopenedBy()).contains(second);
    assertThat(found(second).reopens()).contains(first);
    assertThat(opening(beijing, again(information(), first))).isEqualTo("CASE_NOT_REOPENABLE");
    assertThat(opening(beijing, again(information(), TestLedger.newInstruction())))
        .isEqualTo("UNKNOWN_CASE");
  }

  @Test
  void a_case_goes_on_to_another_with_the_last_day_that_it_had() {
    InstructionId id = ledger.apply(herders, feedback());
    CoordinationCase.Due due = found(id).due();
    ledger.advance(Duration.ofDays(2));
    assertThat(answering(bureau, forward(id, TestLedger.XILINHOT, FEEDBACK)))
        .isEqualTo("CASE_TO_ONESELF");
    assertThat(answering(mongolia, forward(id, TestLedger.XILINHOT, FEEDBACK)))
        .isEqualTo("CASE_TO_ONESELF");
    assertThat(answering(bureau, forward(id, TestLedger.XILINHOT, MandateFunction.MARKET)))
        .isEqualTo("NO_RESPONSIBLE");
    assertThat(answering(bureau, forward(id, new RegionCode("540000"), MONITORING)))
        .isEqualTo("UNKNOWN_REGION");
    ledger.apply(bureau, forward(id, TestLedger.XILINHOT, MONITORING));
    CoordinationCase gone = found(id);
    assertThat(gone.due()).isEqualTo(due);
    assertThat(gone.current().responsible()).isEqualTo(mongolia);
    assertThat(gone.responsible()).isEqualTo(mongolia);
    // The bureau governs the region still, as the office above does.
    assertThat(answering(bureau, answer(id))).isEqualTo("APPLIED");
  }

  @Test
  void a_request_does_not_go_back_to_who_asked() {
    assign(TestLedger.BEIJING, MONITORING, beijing);
    InstructionId id = ledger.apply(beijing, information());
    assertThat(answering(mongolia, forward(id, TestLedger.BEIJING, MONITORING)))
        .isEqualTo("CASE_TO_ONESELF");
  }

  @Test
  void a_case_goes_on_five_times_at_most() {
    assign(TestLedger.BEIJING, FEEDBACK, beijing);
    InstructionId id = ledger.apply(herders, feedback());
    for (int i = 0; i < CoordinationCase.FORWARDED_MOST; i++) {
      ledger.apply(
          i % 2 == 0 ? bureau : beijing,
          forward(id, i % 2 == 0 ? TestLedger.BEIJING : TestLedger.XILINHOT, FEEDBACK));
    }
    assertThat(answering(beijing, forward(id, TestLedger.XILINHOT, FEEDBACK)))
        .isEqualTo("CASE_FORWARDED_OFTEN");
    ledger.apply(beijing, answer(id));
    assertThat(found(id).route()).hasSize(6);
  }

  @Test
  void a_refusal_has_a_ground() {
    InstructionId id = ledger.apply(beijing, information());
    assertThatThrownBy(() -> Edited.without(refusal(id, RefusalGround.OTHER), "/text"))
        .hasMessageContaining("the ground OTHER has text");
    assertThatThrownBy(() -> Edited.without(refusal(id, RefusalGround.OTHER), "/ground"))
        .hasMessageContaining("REFUSED has ground");
    assertThatThrownBy(() -> Edited.without(answer(id), "/document"))
        .hasMessageContaining("ANSWERED has document");
    assertThatThrownBy(() -> Edited.with(answer(id), "/region", "\"150000\""))
        .hasMessageContaining("FORWARDED has region and function");
    assertThatThrownBy(() -> Edited.with(answer(id), "/text", "\"" + Sha256.of("more") + "\""))
        .hasMessageContaining("ANSWERED has no text");
    ledger.apply(mongolia, refusal(id, RefusalGround.STATE_SECRET));
    CoordinationCase refused = found(id);
    assertThat(refused.state()).isEqualTo(CoordinationCase.State.REFUSED);
    assertThat(refused.answer().orElseThrow().ground()).contains(RefusalGround.STATE_SECRET);
  }
}
