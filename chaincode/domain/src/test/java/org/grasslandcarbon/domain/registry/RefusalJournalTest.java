// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.participant.PublishRegistryRule;
import org.grasslandcarbon.domain.participant.RefusalCount;
import org.grasslandcarbon.domain.participant.SourcedLimit;
import org.grasslandcarbon.domain.testing.Issued;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.Test;

/** A refusal costs its signer nothing; the ledger journals so many an hour. */
class RefusalJournalTest {
  private static final int MOST = 3;

  private final TestLedger ledger = new TestLedger();
  private final ParticipantId trader = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final ParticipantId other = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final BatchId batch = new Issued(ledger).to(trader, 100, 0, false);

  RefusalJournalTest() {
    PublishRegistryRule example = PublishRegistryRule.TYPE.example();
    ledger.apply(
        ledger.the(Role.AUTHORITY),
        new PublishRegistryRule(
            example.commentsPerAuthor(),
            example.document(),
            example.overlap(),
            new SourcedLimit(MOST, "a decision"),
            BeijingTime.day(ledger.time())));
  }

  private TransferCredits transfer(long tonnes, ParticipantId to) {
    return new TransferCredits(batch, Tonnes.of(tonnes), to);
  }

  private byte[] signed(InstructionId id, ParticipantId by, long tonnes) {
    return ledger.sign(id, by, transfer(tonnes, by.equals(trader) ? other : trader));
  }

  private String refused(ParticipantId by) {
    return ledger.submit(signed(TestLedger.newInstruction(), by, 1_000)).get(0).code();
  }

  @Test
  void beyond_the_limit_a_refusal_is_told_and_leaves_nothing() {
    for (int i = 0; i < MOST; i++) {
      assertThat(refused(trader)).isEqualTo("INSUFFICIENT_CREDITS");
    }
    var before = ledger.store().digest();
    InstructionId id = TestLedger.newInstruction();
    Verdict verdict = ledger.submit(signed(id, trader, 1_000)).get(0);
    assertThat(verdict.code()).isEqualTo("TOO_MANY_REFUSALS");
    assertThat(verdict.detail().orElseThrow())
        .startsWith("INSUFFICIENT_CREDITS: 1000 t are asked for")
        .endsWith("; 3 refusals an hour are journaled");
    assertThat(ledger.store().digest()).isEqualTo(before);
    assertThat(refused(other)).as("another's refusal").isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void what_is_right_is_applied_however_much_was_refused() {
    InstructionId id = TestLedger.newInstruction();
    byte[] tooMuch = signed(id, trader, 1_000);
    for (int i = 0; i < MOST; i++) {
      refused(trader);
    }
    assertThat(ledger.submit(tooMuch).get(0).code()).isEqualTo("TOO_MANY_REFUSALS");
    assertThat(ledger.submit(signed(id, trader, 10)).get(0).code())
        .as("the id is still free")
        .isEqualTo("APPLIED");
    assertThat(ledger.submit(tooMuch).get(0).code()).isEqualTo("DUPLICATE");
  }

  @Test
  void the_next_hour_begins_anew() {
    for (int i = 0; i < MOST; i++) {
      refused(trader);
    }
    assertThat(refused(trader)).isEqualTo("TOO_MANY_REFUSALS");
    ledger.advance(Duration.ofMinutes(59));
    assertThat(refused(trader)).isEqualTo("TOO_MANY_REFUSALS");
    ledger.advance(Duration.ofMinutes(1));
    assertThat(refused(trader)).isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(ledger.find(RefusalCount.key(trader)).orElseThrow().count()).isEqualTo(1);
    // A transaction of another gateway, whose time is of the hour before, counts with this hour.
    ledger.advance(Duration.ofMinutes(-2));
    refused(trader);
    refused(trader);
    assertThat(refused(trader)).isEqualTo("TOO_MANY_REFUSALS");
  }

  @Test
  void a_batch_is_a_sequence_for_refusals_too() {
    List<byte[]> texts = new ArrayList<>();
    InstructionId twice = TestLedger.newInstruction();
    texts.add(signed(twice, trader, 1_000));
    texts.add(signed(twice, trader, 1_001));
    texts.add(signed(TestLedger.newInstruction(), other, 1_000));
    texts.add(signed(TestLedger.newInstruction(), trader, 1_000));
    texts.add(signed(TestLedger.newInstruction(), trader, 10));
    texts.add(signed(TestLedger.newInstruction(), trader, 1_000));
    InstructionId free = TestLedger.newInstruction();
    texts.add(signed(free, trader, 1_000));
    texts.add(signed(free, trader, 20));
    assertThat(ledger.submit(texts.toArray(byte[][]::new)).stream().map(Verdict::code))
        .containsExactly(
            "INSUFFICIENT_CREDITS",
            "DUPLICATE",
            "INSUFFICIENT_CREDITS",
            "INSUFFICIENT_CREDITS",
            "APPLIED",
            "INSUFFICIENT_CREDITS",
            "TOO_MANY_REFUSALS",
            "APPLIED");
    assertThat(ledger.journal(free).outcome()).isEqualTo(JournalEntry.Outcome.APPLIED);
    assertThat(ledger.find(RefusalCount.key(trader)).orElseThrow().count()).isEqualTo(MOST);
  }

  @Test
  void counts_are_read_in_one_request_and_only_when_somebody_is_refused() {
    List<List<String>> requests = new ArrayList<>();
    StateStore store =
        new StateStore() {
          @Override
          public List<byte[]> getAll(List<String> keys) {
            requests.add(keys);
            return ledger.store().getAll(keys);
          }

          @Override
          public void putAll(SortedMap<String, byte[]> entries) {
            // What is written does not matter here.
          }
        };
    String count = RefusalCount.key(trader).text();
    ledger
        .registry()
        .submit(List.of(signed(TestLedger.newInstruction(), trader, 1)), ledger.time(), store);
    assertThat(requests).isNotEmpty().noneMatch(keys -> keys.contains(count));

    requests.clear();
    byte[] answer =
        ledger
            .registry()
            .submit(
                List.of(
                    signed(TestLedger.newInstruction(), trader, 1_000),
                    signed(TestLedger.newInstruction(), other, 1_000),
                    signed(TestLedger.newInstruction(), trader, 1)),
                ledger.time(),
                store);
    assertThat(Codec.read(answer, Verdict[].class))
        .extracting(Verdict::code)
        .containsExactly("INSUFFICIENT_CREDITS", "INSUFFICIENT_CREDITS", "APPLIED");
    assertThat(requests).filteredOn(keys -> keys.contains(count)).hasSize(1);
    assertThat(requests.get(requests.size() - 1)).contains(count, RefusalCount.key(other).text());
  }
}
