// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.junit.jupiter.api.Test;

class JudgedOrderTest {
  private static final BatchId BATCH = new BatchId("CN-GCS-152502-20240001-2025-001");

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final InstructionId first = new InstructionId("11111111-1111-4111-8111-111111111111");
  private final InstructionId second = new InstructionId("22222222-2222-4222-8222-222222222222");

  @Test
  void entries_stand_in_the_order_of_the_instructions_and_not_of_their_keys() {
    assertThat(order(signed(second), signed(first))).containsExactly(second, first);
    assertThat(order(signed(first), signed(second))).containsExactly(first, second);
  }

  @Test
  void a_text_that_is_no_instruction_has_no_place_under_the_id_of_one() {
    assertThat(order(malformed(first), signed(second), signed(first)))
        .containsExactly(second, first);
  }

  @Test
  void of_several_texts_under_one_id_the_first_was_judged() {
    assertThat(order(signed(second), signed(first), signed(second))).containsExactly(second, first);
  }

  @Test
  void what_can_not_be_read_at_all_is_passed_over() {
    byte[] noText = {0, '.', '!', '.', 0};
    assertThat(order(noText, new byte[0], signed(second), signed(first)))
        .containsExactly(second, first);
  }

  private byte[] signed(InstructionId id) {
    return ledger.sign(id, trader, new TransferCredits(BATCH, Tonnes.of(1), trader));
  }

  private static byte[] malformed(InstructionId id) {
    String payload = "{\"args\":{\"id\":\"another\"},\"id\":\"" + id.value() + "\"}";
    String text =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    return ("e30." + text + ".e30").getBytes(StandardCharsets.UTF_8);
  }

  private List<InstructionId> order(byte[]... texts) {
    List<byte[]> arguments = new ArrayList<>();
    arguments.add("submit".getBytes(StandardCharsets.UTF_8));
    arguments.addAll(List.of(texts));
    List<StateWrite> writes =
        List.of(write(JournalEntry.key(first).text()), write(JournalEntry.key(second).text()));
    return JudgedOrder.of(new LedgerTransaction("t", Instant.EPOCH, 0, arguments, writes)).stream()
        .map(write -> new InstructionId(Ids.ofKeyText(write.key())))
        .toList();
  }

  private static StateWrite write(String key) {
    return new StateWrite(key, new byte[] {'{', '}'}, false);
  }
}
