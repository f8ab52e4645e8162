// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

class CorrectRecordTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId owner = ledger.admit(TestLedger.XILINHOT, Role.OWNER);

  private static CorrectRecord correct(String type, String... parts) {
    return new CorrectRecord(
        Sha256.of("letter"),
        List.of(parts),
        type,
        new CorrectRecord.Statement("The name is another.", "名称有误。"));
  }

  private String verdict(CorrectRecord action) {
    return ledger.submit(authority, action).code();
  }

  @Test
  void a_correction_is_appended_and_the_record_stays_as_it_was() {
    byte[] before = ledger.store().state().get(Participant.key(owner).text());
    InstructionId first = ledger.apply(authority, correct("PARTICIPANT", owner.value()));
    InstructionId second = ledger.apply(authority, correct("PARTICIPANT", owner.value()));
    Corrections corrections =
        ledger.find(Corrections.key("PARTICIPANT", List.of(owner.value()))).orElseThrow();
    assertThat(corrections.corrections().stream().map(Corrections.Correction::id))
        .containsExactly(first, second);
    assertThat(corrections.corrections().get(0).statement().zh()).isEqualTo("名称有误。");
    assertThat(ledger.store().state().get(Participant.key(owner).text())).isEqualTo(before);
  }

  @Test
  void a_record_with_a_key_of_several_parts_is_corrected() {
    BatchId batch = new Issued(ledger).to(owner, 10, 0, false);
    assertThat(verdict(correct("HOLDING", batch.value(), owner.value()))).isEqualTo("APPLIED");
  }

  @Test
  void a_record_that_is_not_on_the_ledger_cannot_be_corrected() {
    assertThat(verdict(correct("PARTICIPANT", ledger.newId().value()))).isEqualTo("UNKNOWN_RECORD");
    assertThat(verdict(correct("PARTICIPANT", owner.value(), "x"))).isEqualTo("UNKNOWN_RECORD");
    assertThat(verdict(correct("NOTHING", owner.value()))).isEqualTo("UNKNOWN_RECORD");
  }

  @Test
  void a_correction_is_corrected_by_a_further_one_of_the_same_record() {
    ledger.apply(authority, correct("PARTICIPANT", owner.value()));
    assertThat(verdict(correct("CORRECTION", "PARTICIPANT", owner.value())))
        .isEqualTo("UNKNOWN_RECORD");
  }

  @Test
  void a_record_has_so_many_corrections_at_most() {
    for (int i = 0; i < Corrections.CORRECTIONS_MOST; i++) {
      ledger.apply(authority, correct("PARTICIPANT", owner.value()));
    }
    assertThat(verdict(correct("PARTICIPANT", owner.value()))).isEqualTo("TOO_MANY_CORRECTIONS");
  }

  @Test
  void a_key_that_cannot_be_one_is_malformed() {
    assertThatThrownBy(() -> correct("PARTICIPANT")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> correct("PARTICIPANT", "a\u0000b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> correct("PARTICIPANT", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
