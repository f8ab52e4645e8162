// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposal is tried out without a key. */
class ProjectCheckTest {
  private static final String ANSWER =
      """
      {"boundaryHectares": "4413.4217", "design": {"areaHectares": "4413.0000"},
       "flags": [{"code": "BASELINE_AT_TOP", "severity": "FINDING", "stratum": "S1", "figures": []},
                 {"code": "OF_LATER_GATEWAYS", "severity": "SEVERE", "figures": []}],
       "predecessors": [{"creditedTo": "2023-12-31", "project": "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01"}],
       "sharedLand": [{"hectares": "0.4217", "project": "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6"}],
       "squares": [{"claims": 1, "column": 1161, "level": 0, "row": 439}]}
      """;

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_GATEWAY", gateway.address());
    Files.writeString(folder.resolve("project.json"), Codec.text(ExampleProject.proposal()));
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void it_says_the_area_what_is_taken_off_and_what_is_flagged() {
    gateway.answers(200, ANSWER);

    Result result = run.run("project", "check", "project.json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("4413.4217 ha", "0.4217", "3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6")
        .contains("BASELINE_AT_TOP", "S1", "OF_LATER_GATEWAYS")
        .contains("6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01", "2023-12-31");
    assertThat(gateway.asked())
        .extracting(ScriptedGateway.Asked::line)
        .containsExactly("POST /api/v1/proposal-checks");
    assertThat(gateway.asked().get(0).body()).isEqualTo(Codec.text(ExampleProject.proposal()));
  }

  @Test
  void programs_read_the_answer_itself() {
    gateway.answers(200, ANSWER);
    assertThat(run.run("project", "check", "project.json", "--json").out())
        .contains("\"squares\"", "\"column\"");
  }

  @Test
  void what_is_no_object_is_not_sent() throws IOException {
    Files.writeString(folder.resolve("list.json"), "[]");
    assertThat(run.run("project", "check", "list.json").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }
}
