// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The embedded peer answers as the real network did whose transcripts are recorded. */
class EmbeddedConformanceTest {
  private static final Path RECORDED = Path.of("recorded");
  private static final Recording RECORDING = new Recording(RECORDED);
  private static final Differences KNOWN = Differences.read(RECORDED.resolve("differences.txt"));

  @TempDir static Path directory;

  private static Target target;

  @BeforeAll
  static void open() {
    target = EmbeddedTarget.open(directory, Path.of("../fabric/founding.json"));
  }

  @AfterAll
  static void close() {
    target.close();
  }

  @TestFactory
  Stream<DynamicTest> every_scenario_is_as_recorded() {
    return Scenarios.all().stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> isAsRecorded(scenario)));
  }

  private static void isAsRecorded(Scenario scenario) {
    List<String> played = Playing.play(scenario, target);
    assertThat(KNOWN.problems(scenario.name(), RECORDING.read(scenario), played))
        .as(
            "%s on the embedded peer is not as in %s (- recorded, + played); docs/internals/conformance.md says what to do",
            scenario.name(), RECORDING.file(scenario))
        .isEmpty();
  }

  @Test
  void every_recording_belongs_to_a_scenario() {
    assertThat(Scenarios.all().stream().map(Scenario::name).sorted().toList())
        .isEqualTo(RECORDING.names());
  }

  @Test
  void every_known_difference_belongs_to_a_scenario() {
    assertThat(Scenarios.all()).extracting(Scenario::name).containsAll(KNOWN.scenarios());
  }
}
