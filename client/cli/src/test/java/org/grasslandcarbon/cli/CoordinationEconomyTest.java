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

class CoordinationEconomyTest {
  private static final String ECONOMY =
      """
      {"region": "150000", "year": 2025, "practice": false, "figures": [
        {"measure": "SALES_TONNES", "name": {"zh": "成交量", "en": "Tonnes traded"}, "unit": "t",
         "value": "3500", "from": ["/region-totals/150000/real"], "fromCount": 1},
        {"measure": "SALES_FEN", "name": {"zh": "成交额", "en": "Value of trades"}, "unit": "fen",
         "value": "138400929", "from": [], "fromCount": 1},
        {"measure": "NET_FEN_PER_MU", "name": {"zh": "每亩净收益", "en": "Net a mu"},
         "unit": "fen/mu", "value": "-1365.21", "from": [], "fromCount": 1},
        {"measure": "FEES_FEN", "name": {"zh": "手续费", "en": "Fees of both sides"}, "unit": "fen",
         "reason": "WITHHELD", "from": [], "fromCount": 0}]}
      """;

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

  @Test
  void each_number_is_told_with_its_name_and_unit_money_in_yuan_or_why_there_is_none() {
    gateway.answers(200, ECONOMY);
    Result result = run.run("coordination", "economy", "--region", "150000", "--year", "2025");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("Tonnes traded +3500 +t")
        .containsPattern("Value of trades +1,384,009\\.29 +yuan")
        .containsPattern("Net a mu +-13\\.6521 +yuan/mu")
        .containsPattern("Fees of both sides +yuan +WITHHELD");
    assertThat(result.err()).contains("--key");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/coordination/economy?region=150000&year=2025");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void practice_is_asked_for_and_programs_are_given_the_answer_as_it_is() {
    gateway.answers(200, ECONOMY);
    Result result =
        run.run(
            "coordination",
            "economy",
            "--region",
            "150000",
            "--year",
            "2025",
            "--practice",
            "--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("/region-totals/150000/real");
    assertThat(gateway.asked().get(0).line()).endsWith("&practice=true");
  }

  @Test
  void whoever_names_no_year_is_told_so_before_anybody_is_asked() {
    Result result = run.run("coordination", "economy", "--region", "150000");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--year");
    assertThat(gateway.asked()).isEmpty();
  }
}
