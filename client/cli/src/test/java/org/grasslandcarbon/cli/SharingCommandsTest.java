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

class SharingCommandsTest {
  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private String asked() {
    return gateway.asked().get(gateway.asked().size() - 1).line();
  }

  @Test
  void a_board_says_what_is_withheld_and_where_it_goes_on() {
    gateway.at(
        "/coordination/sharing",
        """
        {"board": {"from": "2025-01-01", "to": "2025-12-31", "rows": [
          {"kind": "FEEDBACK", "toRegion": "150000", "function": "MONITORING", "numbers": {
            "asked": {"from": [], "fromOf": 0, "value": "12"},
            "sharingIndex": {"from": [], "fromOf": 0, "missing": "LAST_DAY_UNKNOWN"}}}],
          "withheld": ["INFORMATION"]}, "next": 1, "total": 2}
        """);
    Result result =
        run.run(
            "sharing", "board", "--from", "2025-01-01", "--to-region", "150000", "--limit", "1");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("FEEDBACK", "12", "LAST_DAY_UNKNOWN");
    assertThat(result.err()).contains("Not told to you: INFORMATION", "--skip 1");
    assertThat(asked())
        .isEqualTo("GET /api/v1/coordination/sharing?from=2025-01-01&toRegion=150000&limit=1");
  }

  @Test
  void a_directory_needs_a_region_and_says_who_is_passed_over() {
    assertThat(run.run("sharing", "directory").exitCode()).isNotZero();
    gateway.at(
        "/coordination/directory",
        """
        {"day": "2026-06-30", "entries": [
          {"delegated": false, "from": ["mandates/150000/MONITORING"], "function": "MONITORING",
           "mandate": "150000", "region": "152502", "responsible": "91110000600037341L",
           "vacancies": ["152502", "152500"]}], "next": "152502"}
        """);
    Result result = run.run("sharing", "directory", "--region", "150000", "--below");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("91110000600037341L", "152502 152500");
    assertThat(result.err()).contains("--after 152502");
    assertThat(asked()).isEqualTo("GET /api/v1/coordination/directory?region=150000&below=true");
  }

  @Test
  void barriers_say_that_their_weights_are_assumed() {
    gateway.at(
        "/coordination/barriers",
        """
        {"board": {"fromYear": 2026, "toYear": 2026, "refusalWeightsAssumed": true, "rows": [
          {"region": "152502", "year": 2026, "numbers": {
            "publicScore": {"from": [], "fromOf": 0, "value": "7"},
            "score": {"from": [], "fromOf": 0, "missing": "WITHHELD"}}}]}, "total": 1}
        """);
    Result result = run.run("sharing", "barriers", "--from", "2026", "--level", "PROVINCE");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("152502", "2026", "7", "WITHHELD");
    assertThat(result.err()).contains("assumed").doesNotContain("--skip");
    assertThat(asked()).isEqualTo("GET /api/v1/coordination/barriers?from=2026&level=PROVINCE");
  }
}
