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

class CoordinationGoalTest {
  private static final String GOAL = "00000000-0000-4000-8000-000000000077";
  private static final String TREE =
      """
      {"state": "ADOPTED", "dissent": ["110000"], "quorumReached": true,
       "numbers": {"voters": {"value": "4"}, "votes": {"value": "3"}, "quorum": {"value": "3"},
         "daysToDecide": {"value": "20"}, "tasksOnTimePercent": {"value": "33.33"},
         "proposalsAdoptedPercent": {"missing": "NO_REPORT"}},
       "obstacle": {"kind": "TARGET_IN_FORCE"},
       "targets": [
         {"region": "152500", "indicator": "VERIFIED_TONNES", "year": 2024, "parentRegion": "150000",
          "numbers": {"target": {"value": "300"}, "shareOfParentPercent": {"value": "30"},
            "coveragePercent": {"missing": "NO_PARTS"}}},
         {"region": "152502", "project": "7d1e0a52-0000-4000-8000-000000000001",
          "indicator": "VERIFIED_TONNES", "year": 2024, "parentRegion": "152502",
          "numbers": {"target": {"value": "200"}}}],
       "regions": [{"region": "110000", "vote": "NO", "voter": true,
         "numbers": {"tasks": {"value": "0"}, "tasksOnTimePercent": {"missing": "NO_TASKS"}}}]}
      """;
  private static final String LOOP =
      """
      {"region": "150000", "year": 2024, "rounds": [
        {"assessment": "/assessments/1", "score": "80",
         "steps": [{"step": "ASSESSED", "day": "2025-02-01", "days": {"value": "22"}},
                   {"step": "APPEALED", "days": {"missing": "NO_APPEAL"}}],
         "gaps": [{"indicator": "VERIFIED_TONNES", "target": "1000", "actual": "600",
                   "gapPercent": "40"}],
         "revisions": [{"goal": "g83", "state": "ADOPTED",
           "numbers": {"proposalsAdoptedPercent": {"value": "50"}},
           "changes": [{"region": "150000", "indicator": "VERIFIED_TONNES", "year": 2025,
                        "before": "1000", "proposed": "1200", "after": "1250"}]}]}]}
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
  void a_goal_is_told_with_its_votes_its_chain_and_why_a_number_is_missing() {
    gateway.answers(200, TREE);
    Result result = run.run("coordination", "goal-tree", GOAL);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("152500", "NO_PARTS", "NO_TASKS", "30", "7d1e0a52-0000-4000-8000-000000000001");
    assertThat(result.out() + result.err())
        .contains("3 of 4 have voted, the quorum is 3, days to decide 20")
        .contains("tasks on time % 33.33, proposals adopted % NO_REPORT")
        .contains("Against it: 110000")
        .contains("In its way: TARGET_IN_FORCE");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/coordination/goal-tree?goal=" + GOAL);
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void a_loop_is_told_step_by_step_with_what_changed() {
    gateway.answers(200, LOOP);
    Result result = run.run("coordination", "loop", "--region", "150000", "--year", "2024");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("2025-02-01", "NO_APPEAL", "600", "40", "1200", "1250");
    assertThat(result.out() + result.err())
        .contains("Revision g83: ADOPTED, proposals adopted % 50");
    assertThat(gateway.asked().get(0).line())
        .startsWith("GET /api/v1/coordination/loop?")
        .contains("region=150000")
        .contains("year=2024");
  }

  @Test
  void whoever_names_no_goal_or_year_is_told_so_before_anybody_is_asked() {
    assertThat(run.run("coordination", "goal-tree").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.run("coordination", "loop", "--region", "150000").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }
}
