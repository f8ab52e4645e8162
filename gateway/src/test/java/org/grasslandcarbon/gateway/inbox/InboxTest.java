// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final int MANY = 1_000;

  private final TestParticipant participant = new TestParticipant(1);

  @TempDir Path directory;
  private Inbox inbox;

  @BeforeEach
  void open() {
    inbox = open(InboxLimits.DEFAULT);
  }

  private Inbox open(InboxLimits limits) {
    return Inbox.open(directory, limits, CLOCK);
  }

  private void reopen(InboxLimits limits) {
    inbox.close();
    inbox = open(limits);
  }

  @AfterEach
  void close() {
    inbox.close();
  }

  private Receipt accept(byte[] jws) {
    return inbox.accept(SignedInstruction.parse(jws), jws);
  }

  private List<Receipt> accept(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> accept(participant.sign(TestParticipant.newId())))
        .toList();
  }

  private List<QueuedInstruction> take() throws InterruptedException {
    return inbox.take(MANY, Long.MAX_VALUE);
  }

  @Test
  void an_accepted_instruction_is_taken_byte_for_byte() throws Exception {
    InstructionId id = TestParticipant.newId();
    byte[] jws = participant.sign(id);

    Receipt receipt = accept(jws);

    assertThat(receipt.repeated()).isFalse();
    List<QueuedInstruction> taken = take();
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).jws()).isEqualTo(jws);
    assertThat(taken.get(0).id()).isEqualTo(id);
    assertThat(taken.get(0).sequence()).isEqualTo(receipt.sequence());
    assertThat(taken.get(0).digest()).isEqualTo(SignedInstruction.parse(jws).digest());
    assertThat(taken.get(0).receivedAt()).isEqualTo(NOW);
  }

  @Test
  void instructions_are_taken_in_the_order_of_their_receipts_and_once() throws Exception {
    List<Long> sequences = accept(5).stream().map(Receipt::sequence).toList();

    List<QueuedInstruction> first = inbox.take(2, Long.MAX_VALUE);
    List<QueuedInstruction> rest = take();

    assertThat(Stream.concat(first.stream(), rest.stream()).map(QueuedInstruction::sequence))
        .containsExactlyElementsOf(sequences);
  }

  @Test
  void taking_stops_before_too_many_bytes_but_takes_one_however_large() throws Exception {
    byte[] jws = participant.sign(TestParticipant.newId());
    accept(jws);
    accept(2);

    assertThat(inbox.take(MANY, 2L * jws.length + 10)).hasSize(2);
    assertThat(inbox.take(MANY, 1)).hasSize(1);
  }

  @Test
  void the_same_text_again_has_the_same_receipt_and_is_taken_once() throws Exception {
    byte[] jws = participant.sign(TestParticipant.newId());
    Receipt first = accept(jws);

    Receipt second = accept(jws);

    assertThat(second).isEqualTo(new Receipt(first.sequence(), first.id(), first.digest(), true));
    assertThat(take()).hasSize(1);
  }

  @Test
  void a_forged_signature_does_not_stand_in_the_way_of_the_original() throws Exception {
    InstructionId id = TestParticipant.newId();
    byte[] original = participant.sign(id);
    byte[] forged = participant.sign(id);
    assertThat(forged).isNotEqualTo(original);
    accept(forged);

    assertThat(accept(original).repeated()).isFalse();
    assertThat(take()).extracting(QueuedInstruction::jws).containsExactly(forged, original);
  }

  @Test
  void what_was_not_finished_is_there_after_a_restart_whether_taken_or_not() throws Exception {
    accept(5);
    List<QueuedInstruction> taken = inbox.take(3, Long.MAX_VALUE);
    inbox.finish(taken.subList(0, 2));

    reopen(InboxLimits.DEFAULT);

    assertThat(take()).extracting(QueuedInstruction::sequence).containsExactly(3L, 4L, 5L);
    assertThat(inbox.find(taken.get(0).id())).isEmpty();
    assertThat(inbox.find(taken.get(2).id())).isPresent();
  }

  @Test
  void a_number_is_never_used_twice_even_when_all_before_are_forgotten() throws Exception {
    Receipt before = accept(1).get(0);
    inbox.finish(take());
    reopen(InboxLimits.DEFAULT);

    assertThat(accept(1).get(0).sequence()).isGreaterThan(before.sequence());
  }

  @Test
  void too_many_instructions_are_refused_as_overload_and_accepted_again_later() throws Exception {
    reopen(new InboxLimits(2, Long.MAX_VALUE, 1 << 20, 10));
    accept(2);

    assertRefused(ErrorCode.OVERLOADED, () -> accept(1));
    inbox.finish(inbox.take(1, Long.MAX_VALUE));
    accept(1);
    assertThat(inbox.size()).isEqualTo(2);
  }

  @Test
  void too_many_bytes_are_refused_as_overload() {
    byte[] jws = participant.sign(TestParticipant.newId());
    reopen(new InboxLimits(MANY, 2L * jws.length + 10, 1 << 20, 10));
    accept(jws);
    accept(1);

    assertRefused(ErrorCode.OVERLOADED, () -> accept(1));
  }

  @Test
  void a_repeated_text_is_not_refused_by_a_full_inbox() {
    reopen(new InboxLimits(1, Long.MAX_VALUE, 1 << 20, 10));
    byte[] jws = participant.sign(TestParticipant.newId());
    accept(jws);

    assertThat(accept(jws).repeated()).isTrue();
  }

  @Test
  void a_refusal_is_remembered_over_a_restart_and_its_instruction_is_not() throws Exception {
    accept(1);
    QueuedInstruction instruction = take().get(0);
    RefusedUnjournaled refusal = refusal(instruction);

    inbox.refuse(List.of(instruction), List.of(refusal));
    reopen(InboxLimits.DEFAULT);

    assertThat(inbox.findRefusal(instruction.id())).contains(refusal);
    assertThat(inbox.size()).isZero();
  }

  @Test
  void the_newest_refusals_are_remembered_and_the_oldest_forgotten() throws Exception {
    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1 << 20, 10));
    List<InstructionId> ids = new ArrayList<>();
    for (int i = 0; i < 35; i++) {
      accept(1);
      QueuedInstruction instruction = take().get(0);
      ids.add(instruction.id());
      inbox.refuse(List.of(instruction), List.of(refusal(instruction)));
    }

    for (int restart = 0; restart < 2; restart++) {
      assertThat(ids.subList(25, 35)).allMatch(id -> inbox.findRefusal(id).isPresent());
      assertThat(ids.subList(0, 15)).allMatch(id -> inbox.findRefusal(id).isEmpty());
      reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1 << 20, 10));
    }
  }

  private static RefusedUnjournaled refusal(QueuedInstruction instruction) {
    return new RefusedUnjournaled(
        instruction.id(),
        instruction.digest(),
        ErrorCode.BAD_SIGNATURE,
        "key x",
        Optional.of("密钥 x"),
        NOW);
  }

  @Test
  void a_torn_last_record_is_dropped_and_writing_goes_on_after_the_good_ones() throws Exception {
    accept(3);
    inbox.close();
    Path file = segments().get(0);
    byte[] whole = Files.readAllBytes(file);

    for (int cut = 1; cut < 200; cut += 37) {
      Files.write(file, Arrays.copyOf(whole, whole.length - cut));
      inbox = open(InboxLimits.DEFAULT);
      assertThat(take()).hasSize(2);
      accept(1);
      inbox.close();
      inbox = open(InboxLimits.DEFAULT);
      assertThat(take()).hasSize(3);
      inbox.close();
    }
  }

  @Test
  void an_unfinished_write_of_any_bytes_at_the_end_is_dropped() throws Exception {
    accept(2);
    inbox.close();
    Files.write(segments().get(0), new byte[5_000], StandardOpenOption.APPEND);

    inbox = open(InboxLimits.DEFAULT);

    assertThat(take()).hasSize(2);
  }

  @Test
  void a_damaged_record_with_good_ones_after_it_is_refused_with_its_place() throws Exception {
    accept(3);
    inbox.close();
    Path file = segments().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> open(InboxLimits.DEFAULT))
        .isInstanceOf(InboxException.class)
        .hasMessageContaining(file.getFileName().toString())
        .hasMessageContaining("damaged at byte " + bytes.length / 3)
        .hasMessageContaining("backup");
    assertThat(Files.readAllBytes(file)).as("nothing is cut off").isEqualTo(bytes);
  }

  @Test
  void damage_at_the_end_of_a_file_that_was_complete_is_refused() throws Exception {
    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1, 10));
    accept(3);
    inbox.close();
    Path complete = segments().get(0);
    byte[] bytes = Files.readAllBytes(complete);
    Files.write(complete, Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(() -> open(InboxLimits.DEFAULT)).isInstanceOf(InboxException.class);
  }

  @Test
  void files_are_deleted_from_the_old_end_when_all_in_them_is_finished() throws Exception {
    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1, 10));
    accept(6);
    List<QueuedInstruction> taken = take();
    int before = segments().size();
    assertThat(before).isEqualTo(6);

    inbox.finish(taken.subList(1, 3));
    accept(1);
    assertThat(segments()).as("the oldest is not finished").hasSize(before + 1);
    inbox.finish(taken.subList(0, 1));
    accept(1);
    assertThat(segments()).as("the oldest three went").hasSize(before + 2 - 3);

    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1, 10));
    assertThat(take()).hasSize(5);
  }

  @Test
  void a_finished_file_that_cannot_be_deleted_is_no_reason_to_refuse_what_is_stored()
      throws Exception {
    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 1, 10));
    accept(3);
    Path oldest = segments().get(0);
    // Not even root can delete a directory with something in it as if it were a file.
    Path kept = directory.resolve("kept");
    Files.move(oldest, kept);
    Files.createFile(Files.createDirectory(oldest).resolve("something"));
    inbox.finish(take());

    Receipt receipt = accept(1).get(0);
    assertThat(inbox.holds(receipt.sequence())).isTrue();
    assertThat(segments()).contains(oldest);

    Files.delete(oldest.resolve("something"));
    Files.delete(oldest);
    Files.move(kept, oldest);
    accept(1);
    assertThat(segments()).as("tried again").doesNotContain(oldest);
  }

  @Test
  void an_inbox_that_was_emptied_does_not_grow() throws Exception {
    reopen(new InboxLimits(MANY, Long.MAX_VALUE, 2_000, 10));
    for (int i = 0; i < 200; i++) {
      accept(1);
      inbox.finish(take());
    }
    reopen(InboxLimits.DEFAULT);

    assertThat(segments()).hasSize(1);
    assertThat(Files.size(segments().get(0))).isLessThan(4_000);
  }

  @Test
  void a_second_gateway_is_locked_out_until_the_first_has_ended() {
    assertThatThrownBy(() -> open(InboxLimits.DEFAULT))
        .isInstanceOf(InboxException.class)
        .hasMessageContaining("another gateway is using");
    inbox.close();
    inbox = open(InboxLimits.DEFAULT);
  }

  @Test
  void a_closed_inbox_accepts_nothing() {
    inbox.close();
    assertRefused(ErrorCode.OVERLOADED, () -> accept(1));
  }

  @Test
  void many_senders_share_writes_and_each_finds_its_instruction() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(16);
    List<byte[]> texts =
        IntStream.range(0, 400).mapToObj(i -> participant.sign(TestParticipant.newId())).toList();
    try {
      List<Future<Receipt>> receipts =
          texts.stream().map(jws -> senders.submit(() -> accept(jws))).toList();
      for (Future<Receipt> each : receipts) {
        assertThat(each.get().repeated()).isFalse();
      }
    } finally {
      senders.shutdown();
    }
    reopen(InboxLimits.DEFAULT);

    List<QueuedInstruction> taken = take();
    assertThat(taken).extracting(QueuedInstruction::jws).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(taken).isSortedAccordingTo(Comparator.comparingLong(QueuedInstruction::sequence));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(RegistryException.class)
        .extracting(e -> ((RegistryException) e).code())
        .isEqualTo(code);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("inbox-"))
          .sorted()
          .toList();
    }
  }
}
