// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import org.grasslandcarbon.network.standalone.OneJvmLedger;
import org.grasslandcarbon.network.standalone.OpenedLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the product under load, at any moment, again and again on the same data, and then asks for
 * everything it had promised.
 */
class CrashTest {
  /** How often to kill; the continuous integration asks for more. */
  private static final int KILLS = Integer.getInteger("grassland.kills", 4);

  private static final long SEED = Long.getLong("grassland.seed", System.nanoTime());

  private final Set<String> accepted = new LinkedHashSet<>();
  private final Map<String, String> finals = new HashMap<>();

  @Test
  void everything_promised_before_a_kill_is_on_the_ledger_once(@TempDir Path data)
      throws Exception {
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      // From its start on, and from its first outcome on: a machine may need long between the two.
      runAndKill(data, kill % 2 == 0 ? "READY" : "FINAL", random.nextInt(900));
    }
    assertThat(finals).as("seed %d: the load never got anywhere", SEED).isNotEmpty();

    try (OpenedLedger opened = OpenedLedger.open(data, true)) {
      finishWhatIsInTheInbox(opened.ledger(), data);
      Map<String, String> journal = journal(opened.ledger());
      assertThat(journal.keySet()).as("accepted; seed %d", SEED).containsAll(accepted);
      assertThat(journal).as("told as final; seed %d", SEED).containsAllEntriesOf(finals);
      assertThat(opened.ledger().peer().verify().problems())
          .as("state against a replay of the blocks; seed %d", SEED)
          .isEmpty();
    }
  }

  private void runAndKill(Path data, String from, int afterMs)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CrashedRegistry.class.getName(),
                data.toString())
            .redirectError(data.resolve("../crashed.log").normalize().toFile())
            .start();
    CountDownLatch reached = new CountDownLatch(1);
    Thread reader = new Thread(() -> read(process, from, reached), "crashed-registry-output");
    reader.start();
    try {
      assertThat(reached.await(60, TimeUnit.SECONDS)).as("the registry says %s", from).isTrue();
      process.waitFor(afterMs, TimeUnit.MILLISECONDS);
    } finally {
      process.destroyForcibly().waitFor();
      reader.join();
    }
  }

  private void read(Process process, String from, CountDownLatch reached) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        if (words[0].equals(from)) {
          reached.countDown();
        }
        if (words[0].equals("ACCEPTED") && words.length == 2 && words[1].length() == 36) {
          accepted.add(words[1]);
        } else if (words[0].equals("FINAL") && words.length == 3 && isCode(words[2])) {
          finals.put(words[1], words[2]);
        }
      }
    } catch (IOException e) {
      // The process was killed in the middle of a line.
    }
  }

  /** A line that a kill has cut short says nothing. */
  private static boolean isCode(String word) {
    return word.equals("APPLIED") || word.equals("INSUFFICIENT_CREDITS");
  }

  private static void finishWhatIsInTheInbox(OneJvmLedger ledger, Path data)
      throws InterruptedException {
    try (HeadlessGateway gateway = new HeadlessGateway(ledger, data.resolve("inbox"))) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (gateway.open() > 0) {
        assertThat(System.nanoTime()).as("the inbox drains").isLessThan(deadline);
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  /** Every journal entry of the blocks: code by id. Fails on an id that was written twice. */
  private static Map<String, String> journal(OneJvmLedger ledger) throws Exception {
    Map<String, String> journal = new HashMap<>();
    List<String> twice = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    long last = ledger.peer().height() - 1;
    var channel = ledger.newChannel();
    try (var following =
        new LedgerBlocks(
                ledger.newClient(channel, java.time.Clock.systemUTC()), OneJvmLedger.CHAINCODE)
            .follow(
                0,
                blocks -> {
                  blocks.forEach(block -> collect(block, journal, twice));
                  if (blocks.get(blocks.size() - 1).number() == last) {
                    end.countDown();
                  }
                })) {
      assertThat(end.await(60, TimeUnit.SECONDS)).as("all blocks are read").isTrue();
      assertThat(following.isConnected()).isTrue();
    } finally {
      channel.shutdownNow();
    }
    assertThat(twice).as("written twice").isEmpty();
    return journal;
  }

  private static void collect(LedgerBlock block, Map<String, String> journal, List<String> twice) {
    for (LedgerTransaction transaction : block.transactions()) {
      for (StateWrite write : transaction.writes()) {
        if (RecordTypes.of(write.key()).filter(JournalEntry.TYPE::equals).isPresent()) {
          JournalEntry entry = Codec.read(write.value(), JournalEntry.class);
          String code = entry.code().map(Enum::name).orElse("APPLIED");
          if (journal.put(entry.id().value(), code) != null) {
            twice.add(entry.id().value());
          }
        }
      }
    }
  }
}
