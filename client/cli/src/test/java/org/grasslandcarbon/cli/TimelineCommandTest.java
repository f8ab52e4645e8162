// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened to credits, as a gateway tells it. */
class TimelineCommandTest {
  private static final String PAGE =
      """
      {"items": [
        {"action": "issueCredits", "at": "2026-01-01T16:24:00Z", "block": 7,
         "instruction": "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6", "name": {"en": "Certifier", "zh": "审定核查机构"},
         "summary": {"en": "batch B; 900 t from issuance to held", "zh": "减排量批次 B；900 吨由签发转至持有"},
         "title": {"en": "Issues credits", "zh": "签发减排量"}},
        {"changed": [], "moved": [], "summary": {"en": "changed hands, by 2 acts", "zh": "持有方变更 2 次"},
         "transfers": {"firstDay": "2026-01-03", "lastDay": "2026-01-05", "times": 2}}]
       %s}
      """;

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void acts_are_told_with_time_and_who_and_credits_that_changed_hands_with_their_days() {
    gateway.answers(200, PAGE.formatted(""));
    Result result = run.run("timeline", "serial", "CN-GCS-152502-20240001-2025-001-17");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("2026-01-02", "签发减排量", "审定核查机构", "减排量批次 B", "2026-01-03 – 2026-01-05", "变更 2 次");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/timelines/serials/CN-GCS-152502-20240001-2025-001-17?limit=50");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void pages_are_turned_until_there_are_as_many_rows_as_were_asked_for() {
    gateway
        .answers(200, PAGE.formatted(", \"next\": \"AAAAAAAAAAE\""))
        .answers(200, PAGE.formatted(", \"next\": \"AAAAAAAAAAI\""));
    Result result = run.run("timeline", "project", "GCS-152502-2024-0001", "--limit", "3");
    assertThat(result.out().lines().filter(line -> line.contains("减排量批次"))).hasSize(2);
    assertThat(result.out().lines().filter(line -> line.contains("变更 2 次"))).hasSize(1);
    assertThat(gateway.asked()).hasSize(2);
    assertThat(gateway.asked().get(1).line()).endsWith("?limit=1&cursor=AAAAAAAAAAE");
    assertThat(result.err() + result.out()).contains("还有更多");
  }

  @Test
  void programs_read_the_items_and_files_have_all_of_it() throws IOException {
    gateway.answers(200, PAGE.formatted(""));
    assertThat(run.run("timeline", "batch", "B", "--json").out()).contains("\"transfers\"");
    gateway.answers(200, "a,b\r\n");
    Path file = folder.resolve("timeline.csv");
    run.run("timeline", "batch", "B", "--csv", file.toString());
    assertThat(Files.readString(file)).isNotEmpty();
    assertThat(run.run("timeline", "batch", "B", "--csv", "-", "--limit", "3").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void what_has_no_timeline_is_refused_before_anybody_is_asked() {
    assertThat(run.run("timeline", "herd", "1").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }
}
