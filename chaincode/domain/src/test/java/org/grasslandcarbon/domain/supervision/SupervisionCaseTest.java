// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class SupervisionCaseTest {
  private final TestMarket market = new TestMarket();
  private final TestLedger ledger = market.ledger;
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId hebei = ledger.admit(TestLedger.BEIJING, Role.OFFICE);
  private final ParticipantId exchange = market.exchange;
  private final ParticipantId beijingTrader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final ParticipantId xilinhotTrader = ledger.admit(TestLedger.XILINHOT, Role.TRADER);
  private final InstrumentId instrument = market.instrument;

  private static OpenSupervisionCase about(ParticipantId... participants) {
    return about(List.of(), List.of(), participants);
  }

  private static OpenSupervisionCase about(
      List<InstrumentId> instruments, List<CaseTrade> trades, ParticipantId... participants) {
    return new OpenSupervisionCase(
        "reason",
        Optional.empty(),
        new CaseSubjects(instruments, List.of(participants), List.of(), trades));
  }

  private static NoteSupervisionCase note(InstructionId on) {
    return new NoteSupervisionCase(Optional.of(List.of(Sha256.of("minutes"))), on, "text");
  }

  private static CloseSupervisionCase closing(InstructionId of) {
    return new CloseSupervisionCase(
        Optional.empty(),
        Optional.of(List.of(SupervisionCase.Measure.WARNING)),
        SupervisionCase.Result.VIOLATION,
        of,
        "text");
  }

  private SupervisionCase found(InstructionId id) {
    return ledger.find(SupervisionCase.key(id)).orElseThrow();
  }

  private String opening(ParticipantId by, OpenSupervisionCase opening) {
    return ledger.submit(by, opening).code();
  }

  @Test
  void a_case_is_opened_noted_and_closed_for_good() {
    InstructionId id = ledger.apply(mongolia, about(xilinhotTrader));
    assertThat(found(id).state()).isEqualTo(SupervisionCase.State.OPEN);
    assertThat(found(id).regions()).containsExactly(TestLedger.XILINHOT);
    ledger.apply(mongolia, note(id));
    assertThat(found(id).notes())
        .singleElement()
        .satisfies(n -> assertThat(n.text()).isEqualTo("text"));
    ledger.apply(mongolia, closing(id));
    SupervisionCase closed = found(id);
    assertThat(closed.state()).isEqualTo(SupervisionCase.State.CLOSED);
    assertThat(closed.closing().orElseThrow().measures())
        .containsExactly(SupervisionCase.Measure.WARNING);
    assertThat(ledger.submit(mongolia, note(id)).code()).isEqualTo(ErrorCode.WRONG_STATE.name());
    assertThat(ledger.submit(authority, closing(id)).code())
        .isEqualTo(ErrorCode.WRONG_STATE.name());
    assertThat(found(id)).isEqualTo(closed);
  }

  @Test
  void an_office_opens_where_something_is_of_its_region() {
    assertThat(opening(mongolia, about(beijingTrader))).isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(mongolia, about(beijingTrader, xilinhotTrader))).isEqualTo("APPLIED");
    // The land of the instrument's project is in Inner Mongolia.
    assertThat(opening(mongolia, about(List.of(instrument), List.of(), beijingTrader)))
        .isEqualTo("APPLIED");
    assertThat(opening(hebei, about(List.of(instrument), List.of())))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(beijingTrader, about(xilinhotTrader)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
  }

  @Test
  void an_exchange_opens_about_what_is_traded_at_its_venues() {
    assertThat(opening(exchange, about(List.of(instrument), List.of(), beijingTrader)))
        .isEqualTo("APPLIED");
    assertThat(opening(exchange, about(beijingTrader))).isEqualTo(ErrorCode.NOT_ALLOWED.name());
    ParticipantId another = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    assertThat(opening(another, about(List.of(instrument), List.of())))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    ParticipantId certifier = ledger.admit(TestLedger.BEIJING, Role.CERTIFIER);
    assertThat(opening(exchange, about(List.of(instrument), List.of(), certifier)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
  }

  @Test
  void nobody_opens_a_case_about_itself_and_of_an_exchange_only_the_authority_does() {
    assertThat(opening(exchange, about(List.of(instrument), List.of(), exchange)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(mongolia, about(List.of(instrument), List.of(), mongolia)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(mongolia, about(List.of(instrument), List.of(), exchange)))
        .isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(authority, about(exchange))).isEqualTo("APPLIED");
    assertThat(opening(authority, about(mongolia))).isEqualTo("APPLIED");
  }

  @Test
  void who_is_told_of_every_case_is_the_subject_of_none() {
    ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
    ParticipantId auditor = ledger.admit(TestLedger.BEIJING, Role.AUDITOR);
    assertThat(opening(authority, about(court))).isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(opening(authority, about(auditor))).isEqualTo(ErrorCode.NOT_ALLOWED.name());
  }

  @Test
  void whom_a_case_is_about_is_answered_as_if_there_were_none() {
    InstructionId about = ledger.apply(authority, about(List.of(instrument), List.of(), exchange));
    for (InstructionId id : List.of(about, TestLedger.newInstruction())) {
      InstructionId asked = TestLedger.newInstruction();
      ledger.submit(ledger.sign(asked, exchange, note(id)));
      JournalEntry refused = ledger.journal(asked);
      assertThat(refused.code()).contains(ErrorCode.UNKNOWN_SUPERVISION_CASE);
      assertThat(refused.detail().orElseThrow().replace(id.value(), "it"))
          .isEqualTo("SUPERVISION_CASE:it is not on the ledger");
      assertThat(refused.detailZh().orElseThrow().replace(id.value(), "它"))
          .isEqualTo("账本上没有 SUPERVISION_CASE:它");
      assertThat(ledger.submit(exchange, closing(id)).code())
          .isEqualTo(ErrorCode.UNKNOWN_SUPERVISION_CASE.name());
    }
    assertThat(found(about).notes()).isEmpty();
  }

  @Test
  void those_add_notes_whom_it_concerns_and_only_its_opener_or_the_authority_closes() {
    InstructionId id = ledger.apply(exchange, about(List.of(instrument), List.of(), beijingTrader));
    ledger.apply(mongolia, note(id));
    ledger.apply(hebei, note(id));
    ledger.apply(authority, note(id));
    assertThat(found(id).notes())
        .extracting(SupervisionCase.Note::by)
        .containsExactly(mongolia, hebei, authority);
    ParticipantId another = ledger.admit(TestLedger.BEIJING, Role.EXCHANGE);
    assertThat(ledger.submit(another, note(id)).code()).isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(ledger.submit(mongolia, closing(id)).code()).isEqualTo(ErrorCode.NOT_ALLOWED.name());
    assertThat(ledger.submit(authority, closing(id)).code()).isEqualTo("APPLIED");
  }

  @Test
  void a_case_takes_so_many_notes_and_no_more() {
    InstructionId id = ledger.apply(mongolia, about(xilinhotTrader));
    for (int i = 0; i < SupervisionCase.NOTES_MOST; i++) {
      ledger.apply(mongolia, note(id));
    }
    assertThat(ledger.submit(mongolia, note(id)).code()).isEqualTo(ErrorCode.TOO_MANY_NOTES.name());
    assertThat(ledger.submit(mongolia, closing(id)).code()).isEqualTo("APPLIED");
  }

  @Test
  void what_a_case_is_about_is_on_the_ledger() {
    assertThat(opening(authority, about(ledger.newId())))
        .isEqualTo(ErrorCode.UNKNOWN_PARTICIPANT.name());
    InstrumentId never = InstrumentId.of(instrument.project(), 1999);
    assertThat(opening(authority, about(List.of(never), List.of())))
        .isEqualTo(ErrorCode.UNKNOWN_INSTRUMENT.name());
    assertThat(opening(authority, about(List.of(), List.of(new CaseTrade(instrument, 77)))))
        .isEqualTo(ErrorCode.UNKNOWN_TRADE.name());
    OpenSupervisionCase ofProject =
        new OpenSupervisionCase(
            "reason",
            Optional.empty(),
            new CaseSubjects(
                List.of(), List.of(), List.of(TestLedger.newInstruction()), List.of()));
    assertThat(opening(authority, ofProject)).isEqualTo(ErrorCode.UNKNOWN_PROJECT.name());
    assertThatThrownBy(() -> new CaseSubjects(List.of(), List.of(), List.of(), List.of()))
        .hasMessageContaining("a case is about something");
  }

  @Test
  void records_are_kept_from_those_whom_they_are_about() {
    assertThat(SupervisionCase.TYPE.visibility().subjects())
        .containsExactly("/subjects/participants");
    assertThat(Relation.TYPE.visibility().subjects()).containsExactly("/participant", "/other");
    assertThatThrownBy(() -> Visibility.PUBLIC.keptFrom("/participant"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
