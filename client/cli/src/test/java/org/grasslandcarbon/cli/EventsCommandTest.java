// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsCommandTest {
  private static final String STREAM =
      """
      id: 7-0
      event: act
      data: {"action":"retireCredits","at":"2026-03-02T01:02:03Z","outcome":"APPLIED","participant":"P","references":[{"id":"R","type":"retirement"}]}

      :

      id: 8-0
      event: act
      data: {"action":"transferCredits","at":"2026-03-02T01:02:04Z","code":"EXPIRED","outcome":"REJECTED","participant":"P","references":[]}

      id: 9-1048575
      event: ready
      data: {"block":9}

      id: 10-0
      event: act
      data: {"action":"cancelCredits","at":"2026-03-02T01:02:05Z","outcome":"APPLIED","participant":"P","references":[]}

      """;

  @TempDir Path folder;
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway().answers(200, STREAM);
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void acts_are_shown_a_line_each_until_the_stream_ends() {
    Result result = run.run("events", "watch", "--kind", "credits", "--lang", "en");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(gateway.asked().get(0).line()).isEqualTo("GET /api/v1/events?kind=credits");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
    assertThat(result.out().lines())
        .containsExactly(
            "7-0  2026-03-02T01:02:03Z  APPLIED  retireCredits  P  retirement=R",
            "8-0  2026-03-02T01:02:04Z  REJECTED EXPIRED  transferCredits  P  ",
            "10-0  2026-03-02T01:02:05Z  APPLIED  cancelCredits  P  ");
    assertThat(result.err()).contains("From here on it is live.");
  }

  @Test
  void who_wants_to_know_what_was_missed_is_told_no_more() {
    Result result = run.run("events", "watch", "--after", "6-0", "--until-now", "--json");
    assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"action\":"));
    assertThat(run.run("events", "watch", "--until-now").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void ones_own_needs_a_key_and_a_refusal_is_told_as_the_gateway_tells_it() throws IOException {
    assertThat(run.run("events", "watch", "--own").exitCode()).isEqualTo(ExitCode.USAGE);
    gateway.close();
    gateway = new ScriptedGateway().refuses(400, "BAD_REQUEST", false);
    run.with("GRASSLAND_GATEWAY", gateway.address());
    Result result = run.run("events", "watch", "--action", "transferAll");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("BAD_REQUEST");
  }
}
