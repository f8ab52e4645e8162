// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway ends without warning at each stage of a batch and starts again from a copy of what
 * was on disk at that moment. Whatever the stage, the ledger gets the instruction once.
 */
class CommitCrashTest {
  private final TestParticipant participant = new TestParticipant(1);
  private final ScriptedLedger ledger = new ScriptedLedger();

  @TempDir Path directory;
  private int copies;

  /** One life of a gateway. */
  private final class Life implements AutoCloseable {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Inbox inbox;
    private final Outcomes outcomes;
    private final BatchFlight flight;

    private Life(Path data) {
      inbox = Inbox.open(data, InboxLimits.DEFAULT, Clock.systemUTC());
      outcomes =
          new Outcomes(inbox, OutcomeLimits.DEFAULT, Runnable::run, Clock.systemUTC(), meters);
      flight =
          new BatchFlight(
              ledger,
              outcomes,
              new Turns("ours", Clock.systemUTC()),
              BatchLimits.DEFAULT,
              new Backoff(new Random(1)),
              (Duration length) -> true,
              new CommitMetrics(meters, inbox),
              new SetAside(BatchLimits.DEFAULT.asideFor(), Clock.systemUTC()));
    }

    private void commit() throws Exception {
      flight.bring(inbox.take(10, Long.MAX_VALUE));
    }

    @Override
    public void close() {
      inbox.close();
    }
  }

  private Path copyOfDisk(Path data) throws Exception {
    Path copy = Files.createDirectory(directory.resolve("copy" + ++copies));
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  @Test
  void after_a_crash_at_any_stage_the_instruction_is_on_the_ledger_once() throws Exception {
    byte[] jws = participant.sign(TestParticipant.newId());
    Path data = directory.resolve("data");
    Path accepted;
    Path committed;
    Path projected;
    try (Life first = new Life(data)) {
      first.inbox.accept(SignedInstruction.parse(jws), jws);
      accepted = copyOfDisk(data);
      first.commit();
      committed = copyOfDisk(data);
      first.outcomes.projected(ledger.block());
    }
    projected = copyOfDisk(data);

    try (Life again = new Life(accepted)) {
      assertThat(again.inbox.size()).isEqualTo(1);
    }
    try (Life again = new Life(committed)) {
      assertThat(again.inbox.size()).as("committed, not projected").isEqualTo(1);
      Receipt receipt = again.inbox.accept(SignedInstruction.parse(jws), jws);
      CompletableFuture<FinalOutcome> outcome = again.outcomes.whenFinal(receipt);
      again.commit();
      assertThat(outcome).as("what it repeats is not projected yet").isNotDone();
      again.outcomes.projected(ledger.block());
      assertThat(outcome.get().verdict().code()).isEqualTo("DUPLICATE");
      assertThat(outcome.get().digest()).isEqualTo(SignedInstruction.parse(jws).digest());
      assertThat(again.inbox.size()).isZero();
    }
    try (Life again = new Life(projected)) {
      assertThat(again.inbox.size()).isZero();
    }
    assertThat(ledger.has(jws)).isTrue();
    assertThat(ledger.attempts()).hasSize(2);
  }
}
