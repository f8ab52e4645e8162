// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process uses the inbox and is killed in the middle of its work, as a power cut would. */
class InboxCrashTest {
  private static final int ROUNDS = Integer.getInteger("inbox.rounds", 6);

  @TempDir Path directory;

  @Test
  void whatever_was_accepted_and_not_finished_is_there_after_every_kill() throws Exception {
    Random random = new Random(20261122);
    Set<String> owed = new HashSet<>();
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Said said = untilKilled(1 + random.nextInt(1_000));
      accepted += said.accepted().size();
      owed.addAll(said.accepted());
      owed.removeAll(said.finished());
      try (Inbox inbox = open()) {
        for (String id : owed) {
          assertThat(inbox.find(new InstructionId(id))).as("round %d: %s", round, id).isPresent();
        }
      }
    }
    assertThat(accepted).as("enough happened to mean something").isGreaterThan(ROUNDS * 200);
    assertThat(owed).isNotEmpty();
  }

  @Test
  void a_second_process_is_locked_out_and_let_in_when_the_first_is_killed() throws Exception {
    Process process = start();
    try {
      assertThat(process.inputReader().readLine()).isNotNull();
      assertThatThrownBy(this::open)
          .isInstanceOf(InboxException.class)
          .hasMessageContaining("another gateway is using");
    } finally {
      process.destroyForcibly().waitFor();
    }
    open().close();
  }

  private Inbox open() {
    return Inbox.open(directory, InboxLoad.LIMITS, Clock.systemUTC());
  }

  /** What the process had said when it was killed. */
  private record Said(List<String> accepted, List<String> finished) {}

  private Said untilKilled(int lines) throws IOException, InterruptedException {
    List<String> accepted = new ArrayList<>();
    List<String> finished = new ArrayList<>();
    Process process = start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      for (int read = 0; line != null; read++) {
        if (read == lines) {
          // Through the handle, which leaves the pipe open: what it said before it died counts.
          process.toHandle().destroyForcibly();
        }
        boolean whole = line.length() == 38;
        if (whole) {
          (line.startsWith("A ") ? accepted : finished).add(line.substring(2));
        }
        line = output.readLine();
      }
    }
    assertThat(process.waitFor()).as("killed, not ended by a failure").isEqualTo(137);
    return new Said(accepted, finished);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            InboxLoad.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
