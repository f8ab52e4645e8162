// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.Founding;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.gateway.commit.BatchLimits;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.commit.OutcomeLimits;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.commit.Turns;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, with the registry's chaincode on a peer that checks what Fabric checks. */
@Timeout(120)
class LedgerOnEmbeddedPeerTest {
  @TempDir Path directory;
  private TestNetwork network;
  private LedgerClient client;

  @BeforeEach
  void open() {
    network = new TestNetwork(directory.resolve("peer"));
    client = network.client();
  }

  @AfterEach
  void close() {
    network.close();
  }

  private LedgerBlock newestBlock() {
    return new BlockReader("registry").read(network.peer.block(network.peer.height() - 1));
  }

  @Test
  void the_founding_document_founds_the_registry_once() {
    Founding founding = client.bootstrap(network.foundingDocument());
    assertThat(founding.foundedAt()).contains(network.clock.instant());

    assertThatThrownBy(() -> client.bootstrap(network.foundingDocument()))
        .isInstanceOf(BatchRefusedException.class)
        .extracting(e -> ((BatchRefusedException) e).code())
        .isEqualTo(ErrorCode.ALREADY_FOUNDED);
  }

  @Test
  void a_batch_is_in_a_block_with_its_verdicts_its_entries_and_the_clocks_time() {
    client.bootstrap(network.foundingDocument());
    Instant then = Instant.parse("2025-06-01T01:02:03.000000004Z");
    network.clock.set(then);
    InstructionId id = TestParticipant.newId();
    byte[] good = network.admit(id, new TestParticipant(3));
    byte[] stranger =
        new TestParticipant(9).sign(TestParticipant.newId(), "admitParticipant", Map.of(), then);

    SubmittedBatch batch = client.submit(List.of(good, stranger, good));

    assertThat(batch.verdicts())
        .extracting(Verdict::code)
        .containsExactly("APPLIED", "MALFORMED", "DUPLICATE");
    assertThat(batch.journaled()).isEqualTo(Map.of(id, SignedInstruction.parse(good).digest()));
    LedgerBlock block = newestBlock();
    assertThat(block.number()).isEqualTo(batch.block());
    assertThat(block.transactions()).hasSize(1);
    LedgerTransaction transaction = block.transactions().get(0);
    assertThat(transaction.id()).isEqualTo(batch.transactionId());
    assertThat(transaction.timestamp()).isEqualTo(then);
    assertThat(transaction.position()).isZero();
    assertThat(transaction.arguments()).containsExactly("submit".getBytes(), good, stranger, good);
    assertThat(journal(transaction)).extracting(JournalEntry::id).containsExactly(id);
    assertThat(transaction.writes())
        .allMatch(write -> !write.delete() && RecordTypes.of(write.key()).isPresent())
        .extracting(StateWrite::key)
        .isSorted();
  }

  private static List<JournalEntry> journal(LedgerTransaction transaction) {
    return transaction.writes().stream()
        .filter(write -> RecordTypes.of(write.key()).equals(Optional.of(JournalEntry.TYPE)))
        .map(write -> Codec.read(write.value(), JournalEntry.class))
        .toList();
  }

  @Test
  void a_time_too_far_from_the_endorsers_is_told_apart_as_clock_skew() {
    Instant ahead = network.clock.instant().plus(Duration.ofMinutes(6));
    LedgerClient hasty =
        new LedgerClient(
            network.channel(),
            network.identity(),
            "grassland",
            "registry",
            Clock.fixed(ahead, ZoneOffset.UTC),
            Deadlines.DEFAULT);
    byte[] jws = network.admit(TestParticipant.newId(), new TestParticipant(3));

    assertThatThrownBy(() -> hasty.submit(List.of(jws)))
        .isInstanceOf(TryAgainException.class)
        .extracting(e -> ((TryAgainException) e).reason())
        .isEqualTo(Reason.CLOCK_SKEW);
  }

  @Test
  void a_chaincode_that_is_not_there_is_a_matter_of_settings() {
    byte[] jws = network.admit(TestParticipant.newId(), new TestParticipant(3));
    assertThatThrownBy(() -> network.client("other").submit(List.of(jws)))
        .isInstanceOf(LedgerSettingsException.class)
        .hasMessageContaining("other");
  }

  @Test
  void a_batch_that_the_chaincode_refuses_as_a_whole_carries_its_code() {
    byte[] jws = network.admit(TestParticipant.newId(), new TestParticipant(3));
    List<byte[]> tooMany = IntStream.range(0, 1_001).mapToObj(i -> jws).toList();
    assertThatThrownBy(() -> client.submit(tooMany))
        .isInstanceOf(BatchRefusedException.class)
        .extracting(e -> ((BatchRefusedException) e).code())
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void blocks_are_followed_from_the_first_and_go_on_with_new_ones() throws Exception {
    client.bootstrap(network.foundingDocument());
    BlockingQueue<LedgerBlock> blocks = new LinkedBlockingQueue<>();
    try (LedgerBlocks.Following following =
        new LedgerBlocks(client, "registry").follow(0, blocks::addAll)) {
      long height = network.peer.height();
      for (long number = 0; number < height; number++) {
        assertThat(blocks.take().number()).isEqualTo(number);
      }
      SubmittedBatch batch =
          client.submit(List.of(network.admit(TestParticipant.newId(), new TestParticipant(3))));
      assertThat(blocks.take().number()).isEqualTo(batch.block());
      assertThat(following.isConnected()).isTrue();
    }
  }

  @Test
  void instructions_go_from_the_inbox_to_the_projection_and_to_who_waits() throws Exception {
    client.bootstrap(network.foundingDocument());
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    List<CompletableFuture<FinalOutcome>> waiting = new ArrayList<>();
    List<InstructionId> projected = new CopyOnWriteArrayList<>();
    try (Inbox inbox = Inbox.open(directory.resolve("inbox"), InboxLimits.DEFAULT, network.clock)) {
      Outcomes outcomes =
          new Outcomes(inbox, OutcomeLimits.DEFAULT, Runnable::run, network.clock, meters);
      Turns turns = new Turns("ours", network.clock);
      try (GroupCommitter committer =
              new GroupCommitter(inbox, client, outcomes, turns, BatchLimits.DEFAULT, meters);
          LedgerBlocks.Following following =
              new LedgerBlocks(client, "registry")
                  .follow(
                      0,
                      read ->
                          read.forEach(
                              block -> {
                                block.transactions().stream()
                                    .flatMap(each -> journal(each).stream())
                                    .forEach(entry -> projected.add(entry.id()));
                                outcomes.projected(block.number());
                              }))) {
        committer.start();
        for (int i = 0; i < 100; i++) {
          byte[] jws = network.admit(TestParticipant.newId(), new TestParticipant(100 + i));
          Receipt receipt = inbox.accept(SignedInstruction.parse(jws), jws);
          waiting.add(outcomes.whenFinal(receipt));
        }
        for (CompletableFuture<FinalOutcome> each : waiting) {
          assertThat(each.get().verdict().code()).isEqualTo(Verdict.APPLIED);
          assertThat(projected).contains(each.get().id());
        }
        assertThat(following.isConnected()).isTrue();
      }
      assertThat(inbox.size()).isZero();
    }
    assertThat(projected).hasSize(100);
  }
}
