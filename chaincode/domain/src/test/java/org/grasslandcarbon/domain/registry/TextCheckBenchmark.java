// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ReadableText;
import org.grasslandcarbon.domain.value.SearchText;
import tools.jackson.databind.JsonNode;

/** What the checks of texts cost an instruction. Times are of the processor, on one thread. */
final class TextCheckBenchmark {
  private static final int ROUNDS = 15;

  private TextCheckBenchmark() {}

  public static void main(String[] arguments) {
    String name = "内蒙古自治区锡林郭勒盟示例草原碳汇项目有限公司";
    String statement = "2025 年度自愿碳中和。 Voluntary carbon neutrality for 2025. ".repeat(10);
    String marks = "a" + "\u0323\u0301".repeat(999);
    measure("a name of 23 characters", 100_000, () -> ReadableText.require(name, "name"));
    measure("a statement of 500 characters", 20_000, () -> ReadableText.require(statement, "s"));
    measure(
        "a comment of 2,000 characters",
        5_000,
        () -> ReadableText.require(statement.repeat(4), "c"));
    measure("the worst of 2,000 characters", 500, () -> tried(marks));
    measure("a name made ready for searching", 20_000, () -> SearchText.of(name));
    for (String action : new String[] {"transferCredits", "retireCredits", "proposeProject"}) {
      ActionType<?> type = Catalogue.find(action).orElseThrow();
      Record example = (Record) type.example();
      measure(action + ": limits only", 20_000, () -> Shape.check(example));
      measure(action + ": limits and texts", 20_000, () -> Shape.checkWritten(example));
      JsonNode args = Codec.tree(example);
      SignedInstruction.Payload payload =
          new SignedInstruction.Payload(
              action,
              args,
              TestLedger.newInstruction(),
              Instant.EPOCH,
              new ParticipantId("91110000600037341L"));
      byte[] json = Codec.write(payload);
      measure(
          action + ": the payload read",
          5_000,
          () -> Codec.read(json, SignedInstruction.Payload.class));
      measure(action + ": the arguments read and checked", 5_000, () -> Catalogue.read(payload));
    }
    byte[] large = ("\"" + "草".repeat(21_000) + "\"").getBytes(StandardCharsets.UTF_8);
    measure("64 KiB of Chinese read as JSON", 500, () -> Codec.readTree(large));
  }

  private static void tried(String text) {
    try {
      ReadableText.require(text, "name");
    } catch (IllegalArgumentException notComposed) {
      // The time is what is asked for.
    }
  }

  private static void measure(String what, int times, Runnable work) {
    double[] microseconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < times; i++) {
        work.run();
      }
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      microseconds[round] = (end - begin) / 1e3 / times;
    }
    Arrays.sort(microseconds);
    System.out.printf(Locale.ROOT, "%-50s %8.2f us%n", what, microseconds[ROUNDS / 2]);
  }
}
