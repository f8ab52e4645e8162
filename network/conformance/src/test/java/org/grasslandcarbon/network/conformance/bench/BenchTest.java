// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks measure what they say; how fast it is on this machine is not asked here. */
class BenchTest {
  private static final BenchSize TINY = new BenchSize(30, 10, 12, List.of(4), 2, 4);

  @TempDir static Path data;
  private static EmbeddedTarget target;

  @TempDir Path work;

  @BeforeAll
  static void open() {
    target = new EmbeddedTarget(data);
  }

  @AfterAll
  static void close() {
    target.close();
  }

  @Test
  void a_tiny_run_counts_every_instruction_and_every_plain_transfer() throws Exception {
    BenchReport report = Bench.run(target, TINY, work);
    Round plainSpread = report.spread().get(0);
    Round registrySpread = report.spread().get(1);
    Round plainHot = report.hot().get(0);
    Round plainInTurn = report.hot().get(1);
    Round registryHot = report.hot().get(2);
    assertThat(plainSpread.ends()).isEqualTo(Map.of(Round.DONE, TINY.transfers()));
    assertThat(registrySpread.ends()).isEqualTo(Map.of(Round.DONE, TINY.instructions()));
    assertThat(registryHot.ends()).isEqualTo(Map.of(Round.DONE, TINY.instructions()));
    assertThat(plainInTurn.failures()).isEmpty();
    assertThat(plainHot.ends().values().stream().mapToInt(count -> count).sum())
        .isEqualTo(TINY.transfers());
    assertThat(report.trades())
        .extracting(Round::ends)
        .containsExactly(Map.of(Round.DONE, TINY.trades()), Map.of(Round.DONE, TINY.trades()));
    assertThat(report.trades())
        .allSatisfy(
            round -> assertThat(round.processorMilliseconds().values()).anyMatch(time -> time > 0));
    assertThat(report.text())
        .contains("trades, one hot instrument", "trades, spread over 4 instruments")
        .contains("plain, spread, 4 at once", "registry, one holder to all", "median ms");
    assertThat(report.alone()).allMatch(each -> each.notDone() == 0);
    assertThat(report.alone()).allMatch(each -> each.quantile(0.5) <= each.quantile(0.9));
  }

  @Test
  void plain_transfers_of_one_account_that_meet_in_a_block_fail_but_one() throws Exception {
    try (PlainLoad plain = new PlainLoad(target)) {
      plain.open(200);
      Map<String, Integer> ends = plain.hot(200, 32);
      assertThat(ends).containsKeys(Round.DONE, "MVCC_READ_CONFLICT");
      assertThat(ends.values().stream().mapToInt(count -> count).sum()).isEqualTo(200);
    }
  }

  @Test
  void processor_time_is_counted_by_kind_of_node() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/stat")));
    String self = String.valueOf(ProcessHandle.current().pid());
    for (String office : List.of("beijing", "tianjin")) {
      Path run = Files.createDirectories(work.resolve(office).resolve("run"));
      Files.writeString(run.resolve("peer"), self + "\n123\n");
    }
    Map<String, Double> times = ProcessTimes.of(work);
    assertThat(times.get("this JVM")).isPositive();
    assertThat(times.get("peer")).isBetween(2 * times.get("this JVM"), 3 * times.get("this JVM"));
  }
}
