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

class CoordinationScorecardTest {
  private static final String RANKING =
      """
      {"items": [
         {"coveragePercent": "63.6", "rank": 1, "region": "150000", "score": "62.857143",
          "name": {"en": "Inner Mongolia", "zh": "内蒙古自治区"}, "year": 2024, "freshnessDays": 30,
          "award": {"grade": 2, "name": {"en": "Sufficient", "zh": "合格"}},
          "coupling": {"d": "0.790253", "degree": 8}},
         {"coveragePercent": "0", "region": "120000", "year": 2024,
          "name": {"en": "Tianjin", "zh": "天津市"}}],
       "next": "AAAAAAAAAAI", "total": 3, "withoutCriteria": [2023]}
      """;
  private static final String HISTORY =
      """
      {"region": "150000", "name": {"en": "Inner Mongolia", "zh": "内蒙古自治区"}, "years": [
         {"year": 2023, "reason": "NO_CRITERIA", "groups": [], "indicators": []},
         {"year": 2024, "score": "62.857143", "coveragePercent": "63.636364", "groups": [],
          "award": {"grade": 2, "name": {"en": "Sufficient", "zh": "合格"}, "budgetPerMille": 50,
                    "quotaPerMille": 40},
          "coupling": {"u1": "0.6", "u2": "0.65", "t": "0.625", "d": "0.790253", "degree": 8},
          "indicators": [
            {"indicator": "JOBS", "name": {"en": "Jobs", "zh": "就业岗位"}, "unit": "1",
             "weightPerMille": 300, "unscored": "NO_TARGET", "from": []},
            {"indicator": "STAFF", "name": {"en": "Staff", "zh": "人员"}, "unit": "1",
             "weightPerMille": 100, "target": "40", "targetSince": "2024-11-30", "actual": "40",
             "gapPercent": "0", "attainment": "1", "from": []}]}]}
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
  void regions_of_a_level_are_told_in_their_order_with_the_next_page_and_years_without_criteria() {
    gateway.answers(200, RANKING);
    Result result =
        run.run(
            "coordination",
            "scorecard",
            "--region",
            "000000",
            "--level",
            "province",
            "--to",
            "2024",
            "--from",
            "2023",
            "--limit",
            "2");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("62.857143", "Sufficient", "0.790253", "Tianjin");
    assertThat(result.out() + result.err())
        .contains("--cursor AAAAAAAAAAI", "No criteria judge the year 2023");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo(
            "GET /api/v1/coordination/scorecard?region=000000&from=2023&to=2024&level=province"
                + "&limit=2");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void a_regions_years_are_told_with_what_is_not_scored_and_why() {
    gateway.answers(200, HISTORY);
    Result result = run.run("coordination", "scorecard", "--region", "150000");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("JOBS", "NO_TARGET", "2024-11-30");
    assertThat(result.out() + result.err())
        .contains("No criteria judge the year 2023")
        .contains("score 62.857143, coverage 63.636364%")
        .contains("share of budget 50")
        .contains("U1 0.6, U2 0.65, C -, T 0.625, D 0.790253, class of D 8");
  }

  @Test
  void whoever_names_no_region_is_told_so_before_anybody_is_asked() {
    assertThat(run.run("coordination", "scorecard").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }
}
