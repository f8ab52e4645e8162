// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

/** What waits for the signer, and how long stages take, as a gateway tells it. */
class WorkCommandsTest {
  private static final String WORK =
      """
      {"items": [
        {"action": "acceptBlockTrade", "due": "2026-01-01T16:24:00Z", "kind": "block", "link": "/api/v1/block-offers/a",
         "since": "2025-12-30T02:00:00Z", "subject": "a", "title": {"en": "A block trade offered", "zh": "大宗协议报价待答复"}},
        {"action": "approveIssuance", "kind": "report", "link": "/api/v1/reports/b",
         "noDue": {"code": "NO_RULE", "en": "no rule sets a day", "zh": "规则未规定期限"},
         "subject": "b", "title": {"en": "Approval of its issuance", "zh": "待批准签发"}}],
       "more": ["recordInvoice"]}
      """;

  private static final String STAGES =
      """
      {"items": [
        {"calendarDays": {"mean": "26.0", "median": 26, "ninetieth": 28}, "count": 3,
         "name": {"en": "Publicity of projects", "zh": "项目公示"}, "open": 1,
         "promisedWorkingDays": {"least": 20, "most": 30}, "stage": "PROJECT_PUBLICITY", "withoutCalendar": 0,
         "workingDays": {"mean": "20.0", "median": 20, "ninetieth": 21}},
        {"count": 0, "name": {"en": "Issuance", "zh": "签发"},
         "noDays": {"code": "NOTHING_ENDED", "en": "nothing has come to its end yet", "zh": "尚无已完成的"},
         "noPromise": {"code": "NO_RULE", "en": "no rule sets a day", "zh": "规则未规定期限"},
         "open": 2, "stage": "ISSUANCE", "withoutCalendar": 0}]}
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

  private String key() throws IOException {
    Path file = folder.resolve("key.json");
    if (!Files.exists(file)) {
      SigningKey key = SigningKey.generate(new SecureRandom());
      KeyFile.plain(new ParticipantId("91110000600037341L"), "signer", key, false).write(file);
    }
    return file.toString();
  }

  @Test
  void what_waits_is_shown_with_its_day_or_why_there_is_none() throws IOException {
    String key = key();
    gateway.answers(200, WORK);
    Result result = run.run("work", "--kind", "report", "--key", key);
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("2026-01-02", "大宗协议报价待答复", "规则未规定期限", "approveIssuance");
    assertThat(result.out() + result.err()).contains("recordInvoice 还有更多");
    assertThat(gateway.asked().get(0).line()).isEqualTo("GET /api/v1/work?kind=report");
    assertThat(gateway.asked().get(0).authorization()).startsWith("Bearer ");
    assertThat(run.run("work", "--json", "--key", key).out()).contains("\"noDue\"");
  }

  @Test
  void without_a_key_nobody_is_asked_what_waits() {
    gateway.answers(200, WORK);
    assertThat(run.run("work").exitCode()).isNotZero();
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void stages_are_shown_with_what_was_promised_and_what_is_not_known_with_its_reason() {
    gateway.answers(200, STAGES);
    Result result = run.run("stages", "--region", "150000", "--year", "2025", "--training");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("20 – 30", "20.0 / 20 / 21", "26.0 / 26 / 28", "尚无已完成的", "规则未规定期限");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/stages?region=150000&year=2025&training=true");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void both_are_saved_as_files() throws IOException {
    gateway.answers(200, "a,b\r\n");
    Path file = folder.resolve("stages.csv");
    assertThat(run.run("stages", "--csv", file.toString()).exitCode()).isZero();
    assertThat(Files.readString(file)).isEqualTo("a,b\r\n");
    assertThat(run.run("work", "--csv", "-", "--key", key()).out()).contains("a,b");
  }
}
