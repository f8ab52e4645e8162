// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a peer under load at random moments. The number of kills is the system property {@code
 * crash.rounds}; the moments follow {@code crash.seed}, which is printed so that a failure can be
 * tried again.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 10);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  /** Every check replays the whole ledger, so a ledger is not kept for too many rounds. */
  private static final int ROUNDS_FOR_A_LEDGER = 5;

  private static final int LONGEST_LOAD_MILLIS = 700;

  /**
   * Every so many rounds the kill comes while the process is still starting, perhaps within the
   * redoing of blocks.
   */
  private static final int ROUNDS_PER_EARLY_KILL = 5;

  private static final int LONGEST_START_MILLIS = 1200;

  /** Kills after which the log is damaged. */
  private static final int DAMAGED_ROUNDS = 2;

  @TempDir Path directory;

  /**
   * Acknowledgements of all processes that worked on a ledger: code and block by transaction id.
   */
  private final Map<String, String> acknowledged = new HashMap<>();

  @Test
  void nothing_acknowledged_is_lost_or_doubled_by_killing_the_process() throws Exception {
    System.out.println("crash.seed=" + SEED);
    Random random = new Random(SEED);
    int total = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path ledger = directory.resolve("ledger" + round / ROUNDS_FOR_A_LEDGER);
      if (round % ROUNDS_FOR_A_LEDGER == 0) {
        acknowledged.clear();
      }
      int before = acknowledged.size();
      runAndKill(ledger, random, round % ROUNDS_PER_EARLY_KILL == ROUNDS_PER_EARLY_KILL - 2);
      total += acknowledged.size() - before;
      check(ledger, "round " + round + ", seed " + SEED);
    }
    assertThat(total)
        .as("acknowledged transactions in all rounds")
        .isGreaterThanOrEqualTo(ROUNDS - ROUNDS / ROUNDS_PER_EARLY_KILL - 1);
    System.out.println(ROUNDS + " kills, " + total + " acknowledged transactions, none lost");
  }

  @Test
  void an_acknowledged_block_that_is_cut_or_flipped_after_a_kill_is_missed() throws Exception {
    System.out.println("crash.seed=" + SEED);
    Random random = new Random(SEED);
    for (int round = 0; round < DAMAGED_ROUNDS; round++) {
      Path ledger = directory.resolve("damaged" + round);
      acknowledged.clear();
      runAndKill(ledger, random, false);
      int last =
          acknowledged.values().stream()
              .mapToInt(outcome -> Integer.parseInt(outcome.split(" ")[1]))
              .max()
              .orElseThrow();
      Path log = ledger.resolve("blocks.log");
      byte[] whole = Files.readAllBytes(log);
      int from = offset(whole, last);
      int within = from + random.nextInt(offset(whole, last + 1) - from);

      Files.write(log, Arrays.copyOf(whole, within));
      assertRefused(ledger, last, "cut at " + within);
      byte[] flipped = Arrays.copyOf(whole, offset(whole, last + 1));
      flipped[within] ^= (byte) (1 << random.nextInt(8));
      Files.write(log, flipped);
      assertRefused(ledger, last, "flipped at " + within);

      Files.write(log, whole);
      check(ledger, "round " + round + ", seed " + SEED);
    }
  }

  /** Where the record of a block begins, or the one before it ends. */
  private static int offset(byte[] log, int block) {
    int at = BlockLog.FILE_HEADER_SIZE;
    for (int i = 0; i < block; i++) {
      at += BlockLog.RECORD_HEADER_SIZE + ByteBuffer.wrap(log).getInt(at + 12);
    }
    return at;
  }

  private static void assertRefused(Path ledger, int block, String how) throws IOException {
    byte[] before = Files.readAllBytes(ledger.resolve("blocks.log"));
    assertThatThrownBy(() -> EmbeddedPeer.builder(ledger).open())
        .as("block %d %s, seed %d", block, how, SEED)
        .isInstanceOf(EmbeddedPeerException.class)
        .hasMessageContaining("the block log ends with block " + (block - 1));
    assertThat(ledger.resolve("blocks.log")).hasBinaryContent(before);
  }

  private void runAndKill(Path ledger, Random random, boolean early)
      throws IOException, InterruptedException {
    Process process = start(ledger, random.nextLong());
    try (BufferedReader output = process.inputReader()) {
      if (early) {
        assertThat(process.waitFor(random.nextInt(LONGEST_START_MILLIS), TimeUnit.MILLISECONDS))
            .as("the process has ended by itself")
            .isFalse();
        process.toHandle().destroyForcibly();
        output.lines().forEach(this::note);
        return;
      }
      String line = output.readLine();
      assertThat(line).as("first line of the process").isEqualTo(CrashLoad.READY);
      // From the first acknowledgement on, so that a slow machine has something to lose in every
      // round too.
      List<String> lines = new ArrayList<>();
      String first = output.readLine();
      assertThat(first).as("first acknowledgement").isNotNull();
      lines.add(first);
      long kill =
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LOAD_MILLIS));
      while (System.nanoTime() < kill && (line = output.readLine()) != null) {
        lines.add(line);
      }
      // Through the handle: destroying the Process itself would also throw away what is still in
      // the pipe.
      process.toHandle().destroyForcibly();
      // What it had written before it died counts: it was acknowledged.
      while ((line = output.readLine()) != null) {
        lines.add(line);
      }
      lines.forEach(this::note);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path ledger, long seed) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashLoad.class.getName(),
            ledger.toString(),
            String.valueOf(seed))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void note(String line) {
    String[] words = line.split(" ");
    if (words.length == 4 && words[0].equals(CrashLoad.ACKNOWLEDGED)) {
      acknowledged.put(words[1], words[2] + " " + words[3]);
    }
  }

  private void check(Path ledger, String round) {
    try (EmbeddedPeer peer = Inside.open(EmbeddedPeer.builder(ledger))) {
      assertThat(peer.verify().problems()).as(round).isEmpty();
      Map<String, String> found = new HashMap<>();
      Set<String> valid = new HashSet<>();
      for (long number = 0; number < peer.height(); number++) {
        Block block = peer.block(number);
        List<TxValidationCode> codes = Blocks.codes(block);
        for (int i = 0; i < codes.size(); i++) {
          String id = Inside.of(peer).ledger().transaction(block.getData().getData(i)).id();
          found.putIfAbsent(id, codes.get(i).getNumber() + " " + number);
          if (codes.get(i) == TxValidationCode.VALID) {
            assertThat(valid.add(id)).as("%s: %s is valid only once", round, id).isTrue();
          }
        }
      }
      acknowledged.forEach(
          (id, outcome) ->
              assertThat(found.get(id))
                  .as("%s: code and block of %s", round, id)
                  .isEqualTo(outcome));
    }
  }
}
