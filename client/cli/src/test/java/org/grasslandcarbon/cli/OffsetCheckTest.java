// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a market would take is asked without a key, by what is typed. */
class OffsetCheckTest {
  private static final String ANSWER =
      """
      {"basis": "TYPED",
       "caps": [{"cap": "OUTSIDE", "left": 25000, "limit": 25000, "used": 0},
                {"base": "ISSUED", "cap": "OTHER", "used": 0}],
       "credits": [{"bindingCap": "OUTSIDE", "capsAfter": [], "credits": "CCER:FORESTRY:130800:2023:30000",
                    "eligible": true, "reasons": [], "tonnes": 30000, "usableTonnes": 25000},
                   {"capsAfter": [], "credits": "GRASSLAND_SINK:GRASSLAND:152502:2024:10", "eligible": false,
                    "reasons": [{"code": "KIND_NOT_TAKEN", "detail": "GRASSLAND_SINK is not taken", "detailZh": "种类不接受",
                                 "remedy": "Use credits of a kind that is named.", "remedyZh": "请改用所列种类的减排量。"}],
                    "tonnes": 10, "usableTonnes": 0}],
       "market": "CN-11",
       "rule": {"name": {"en": "Beijing", "zh": "北京"}, "status": "IN_FORCE", "unread": ["Articles 4 and later"], "version": 2},
       "usableTonnes": 25000, "year": 2025}
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

  private Result check(String... more) {
    String[] first = {"offset", "check", "--market", "CN-11", "--year", "2025"};
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return run.run(all);
  }

  @Test
  void it_says_what_is_usable_what_binds_and_what_would_make_the_rest_eligible() {
    gateway.answers(200, ANSWER);

    Result result =
        check(
            "--confirmed-emissions",
            "1000000",
            "CCER:FORESTRY:130800:2023:30000",
            "GRASSLAND_SINK:GRASSLAND:152502:2024:10");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("25000", "OUTSIDE", "IN_FORCE", "ISSUED", "Articles 4 and later");
    assertThat(result.out() + result.err())
        .containsAnyOf("GRASSLAND_SINK is not taken", "种类不接受")
        .containsAnyOf("Use credits of a kind that is named", "请改用所列种类的减排量");
    assertThat(gateway.asked()).hasSize(1);
    assertThat(gateway.asked().get(0).line())
        .startsWith("GET /api/v1/offsets/check?")
        .contains("market=CN-11", "year=2025", "confirmedEmissions=1000000", "130800");
  }

  @Test
  void programs_read_the_answer_itself() {
    gateway.answers(200, ANSWER);
    assertThat(check("--json").out()).contains("\"bindingCap\"", "\"basis\"");
  }

  @Test
  void who_asks_for_what_it_holds_signs_a_token_and_is_told_of_what_was_not_judged() {
    assertThat(check("--held").exitCode()).as("without a key").isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();

    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "mine",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("mine.json"));
    gateway.answers(200, ANSWER.replace("\"market\":", "\"notJudged\": 7, \"market\":"));
    Result result = check("--held", "--key", "mine.json", "--lang", "en");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(gateway.asked().get(0).line()).contains("held=true");
    assertThat(gateway.asked().get(0).authorization()).startsWith("Bearer ");
    assertThat(result.out() + result.err())
        .contains("usable in all: 25000 t", "7 more batches are held and not judged");
  }

  @Test
  void market_and_year_are_asked_for() {
    assertThat(run.run("offset", "check", "--market", "CN-11").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }
}
