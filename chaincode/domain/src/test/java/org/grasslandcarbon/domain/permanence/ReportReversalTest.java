// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.FIRST;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.SECOND;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.part;

import java.util.List;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

class ReportReversalTest {
  private final ReversalsOf of = new ReversalsOf();

  private void assertRefused(ReportReversal report, String date, String why) {
    Verdict verdict =
        of.projects.ledger.submit(
            of.projects.owner, Edited.with(report, "/eventDate", quoted(date)));
    assertThat(verdict.code()).isEqualTo("BAD_EVENT_DATE");
    assertThat(verdict.detail().orElseThrow()).startsWith(why);
  }

  private String verdict(ParticipantId by, ReportReversal action) {
    return of.projects.verdict(by, action);
  }

  @Test
  void the_oldest_vintages_are_put_on_hold_first_and_postings_say_so() {
    InstructionId id = of.reported(1_500);
    assertThat(of.reversal(id).held()).containsExactly(part(FIRST, 1, 1_217), part(SECOND, 1, 283));
    assertThat(of.buffered(FIRST)).isEqualTo(SerialRanges.NONE);
    assertThat(of.buffered(SECOND)).isEqualTo(SerialRanges.of(284, 1_282));
    assertThat(of.projects.ledger.journal(id).postings())
        .containsExactly(
            new Credits(FIRST, SerialRanges.of(1, 1_217))
                .posting(Account.BUFFER, Account.bufferHold(id)),
            new Credits(SECOND, SerialRanges.of(1, 283))
                .posting(Account.BUFFER, Account.bufferHold(id)));
  }

  @Test
  void of_a_larger_loss_all_there_is_is_put_on_hold() {
    InstructionId all = of.reported(1_000_000);
    assertThat(ProjectBuffer.quantity(of.reversal(all).held())).isEqualTo(Tonnes.of(2_499));
    InstructionId none = of.reported(1);
    assertThat(of.reversal(none).held()).isEmpty();
    assertThat(of.projects.ledger.find(Reversals.key(of.project)).orElseThrow().open())
        .containsExactly(all, none);
  }

  @Test
  void the_owner_its_office_and_the_authority_report_and_nobody_else() {
    ParticipantId stranger = of.projects.ledger.admit(TestLedger.XILINHOT, Role.OWNER);
    assertThat(verdict(stranger, of.report(1))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(of.projects.verifier, of.report(1))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(of.projects.office, of.report(1))).isEqualTo("APPLIED");
    assertThat(verdict(of.projects.authority, of.report(1))).isEqualTo("APPLIED");
  }

  @Test
  void a_report_is_refused_for_a_project_that_is_not_there() {
    ReportReversal other =
        Edited.with(of.report(1), "/project", "\"" + ExampleReport.ID.value() + "\"");
    assertThat(verdict(of.projects.owner, other)).isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void a_report_is_refused_for_a_project_that_was_never_registered() {
    InstructionId proposed = of.projects.propose();
    ReportReversal other = Edited.with(of.report(1), "/project", "\"" + proposed.value() + "\"");
    assertThat(verdict(of.projects.owner, other)).isEqualTo("WRONG_STATE");
  }

  @Test
  void a_project_that_has_ended_still_answers_for_its_credits() {
    of.projects.ledger.apply(of.projects.owner, new DeregisterProject(of.project, "Sold."));
    assertThat(verdict(of.projects.office, of.report(10))).isEqualTo("APPLIED");
  }

  @Test
  void an_event_is_neither_of_the_future_nor_from_before_the_project() {
    ReportReversal report = of.report(1);
    String tomorrow =
        of.projects.ledger.time().atOffset(BeijingTime.OFFSET).toLocalDate().plusDays(1).toString();
    assertRefused(report, tomorrow, tomorrow + " is after today, ");
    assertRefused(report, "2022-12-31", "2022-12-31 is before the project began, 2023-01-01");
    assertThat(verdict(of.projects.owner, Edited.with(report, "/eventDate", quoted("2023-01-01"))))
        .isEqualTo("APPLIED");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  @Test
  void a_project_has_so_many_unsettled_reversals_at_most() {
    InstructionId first = of.reported(1);
    for (int i = 1; i < Reversals.OPEN_MOST; i++) {
      of.reported(1);
    }
    assertThat(verdict(of.projects.owner, of.report(1))).isEqualTo("TOO_MANY_REVERSALS");
    of.settled(first, 0);
    assertThat(verdict(of.projects.owner, of.report(1))).isEqualTo("APPLIED");
  }

  @Test
  void no_tonnes_are_malformed() {
    assertThatThrownBy(() -> of.report(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 tonne");
  }

  @Test
  void parts_are_taken_up_to_a_quantity_and_of_so_many_batches() {
    List<Credits> parts = List.of(part(FIRST, 1, 10), part(SECOND, 1, 10));
    assertThat(ProjectBuffer.oldest(parts, Tonnes.of(15), 2))
        .containsExactly(part(FIRST, 1, 10), part(SECOND, 1, 5));
    assertThat(ProjectBuffer.oldest(parts, Tonnes.of(15), 1)).containsExactly(part(FIRST, 1, 10));
    assertThat(ProjectBuffer.oldest(parts, Tonnes.of(10), 2)).containsExactly(part(FIRST, 1, 10));
    assertThat(ProjectBuffer.oldest(parts, Tonnes.ZERO, 2)).isEmpty();
  }
}
