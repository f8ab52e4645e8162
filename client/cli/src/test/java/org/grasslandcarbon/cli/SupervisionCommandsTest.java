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

/** What those who supervise look at is asked for with their key. */
class SupervisionCommandsTest {
  private static final String SIGNALS =
      """
      {"from": "2026-03-02", "settings": [{"detector": "WASH_RING", "values": {"days": 30}}],
       "signals": [{"clause": 2, "detector": "WASH_RING", "evidence": ["GCS-152502-2024-0001-2025:7"], "evidenceOf": 1,
                    "first": "2026-03-03", "instrument": "GCS-152502-2024-0001-2025", "last": "2026-03-12",
                    "participants": ["91110000600037341L"],
                    "why": {"en": "up to 300 t came back to a related account in 2 dealings", "zh": "至多 300 吨回到关联账户"}}],
       "to": "2026-03-31"}
      """;

  @TempDir Path folder;

  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "office",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("office.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_KEY", "office.json")
            .with("GRASSLAND_LANG", "en")
            .with("GRASSLAND_GATEWAY", gateway.address());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private String asked() {
    ScriptedGateway.Asked last = gateway.asked().get(gateway.asked().size() - 1);
    assertThat(last.authorization()).startsWith("Bearer ");
    return last.line();
  }

  @Test
  void signals_say_why_they_are_shown_and_what_was_asked_for_is_asked_for() {
    gateway.at("/supervision/signals", SIGNALS);

    Result result =
        run.run(
            "supervision",
            "signals",
            "--from",
            "2026-03-02",
            "--to",
            "2026-03-31",
            "--detector",
            "WASH_RING",
            "--settings",
            "days:30,steps:3");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("WASH_RING", "91110000600037341L", "came back to a related account")
        .doesNotContain("关联账户");
    assertThat(asked())
        .startsWith("GET /api/v1/supervision/signals?from=2026-03-02&to=2026-03-31")
        .contains("detector=WASH_RING", "settings=days%3A30%2Csteps%3A3");
    assertThat(run.run("supervision", "signals", "--json").out()).contains("\"evidence\"");
  }

  @Test
  void what_is_not_said_is_not_asked_and_nothing_found_is_said() {
    gateway.at("/supervision/flows", "{\"items\": []}");
    Result result = run.run("supervision", "flows");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("There is nothing");
    assertThat(asked()).isEqualTo("GET /api/v1/supervision/flows");
  }

  @Test
  void detectors_are_listed_with_the_ranges_of_their_settings() {
    gateway.at(
        "/supervision/detectors",
        """
        {"items": [{"clause": 4, "detector": "ORDER_AND_WITHDRAW", "settings":
          [{"name": "orders", "standard": 5, "least": 1, "most": 1000}]}]}
        """);
    assertThat(run.run("supervision", "detectors").out())
        .contains("ORDER_AND_WITHDRAW", "orders:5[1-1000]");
  }

  @Test
  void every_list_shows_its_rows() {
    gateway.at(
        "/supervision/certifiers",
        "{\"items\": [{\"certifier\": \"C\", \"region\": \"152502\", \"findingPerMille\": 250}]}");
    gateway.at(
        "/supervision/flags",
        "{\"items\": [{\"projectNumber\": \"GCS-152502-2024-0001\", \"severeUnread\": true}]}");
    gateway.at(
        "/supervision/refusals",
        "{\"items\": [{\"code\": \"INSUFFICIENT_CREDITS\", \"last\": \"2026-03-02T02:00:00Z\"}]}");
    gateway.at(
        "/supervision/holdings",
        "{\"items\": [{\"holderRegion\": \"ELSEWHERE\", \"tonnes\": 700}]}");
    assertThat(run.run("supervision", "certifiers", "--year", "2026").out())
        .contains("152502", "250");
    assertThat(asked()).endsWith("/supervision/certifiers?year=2026");
    assertThat(run.run("supervision", "flags").out()).contains("GCS-152502-2024-0001", "true");
    assertThat(run.run("supervision", "refusals", "--least", "9").out())
        .contains("INSUFFICIENT_CREDITS", "2026-03-02");
    assertThat(asked()).endsWith("/supervision/refusals?least=9");
    assertThat(run.run("supervision", "holdings").out()).contains("ELSEWHERE", "700");
  }

  @Test
  void who_is_late_is_named_and_what_nobody_can_say_is_said() {
    gateway.at(
        "/supervision/overdue",
        """
        {"items": [
           {"action": "closeTradingDay", "basis": "RULE", "due": "2026-03-02", "late": 12, "since": "2026-03-02",
            "participants": ["91110000600037341L"], "region": "152502", "roles": ["EXCHANGE"], "subject": "S"},
           {"action": "verifyMonitoringReport", "basis": "WAITED", "since": "2026-03-02T16:30:00Z", "waited": 31,
            "participants": [], "roles": ["CERTIFIER"], "subject": "R"}],
         "more": ["confirmWithdrawal"],
         "unknown": [{"action": "payBenefit", "count": 3, "why": {"code": "NO_BEGINNING", "en": "no record says since when", "zh": "没有记录载明起始"}}],
         "workingDays": 30}
        """);
    Result result = run.run("supervision", "overdue", "--region", "150000", "--working-days", "30");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(asked()).endsWith("/supervision/overdue?region=150000&workingDays=30");
    assertThat(result.out())
        .contains("91110000600037341L", "closeTradingDay", "12", "CERTIFIER", "2026-03-03", "31");
    assertThat(result.err())
        .contains(
            "payBenefit: of 3 nobody can say: no record says since when",
            "Not all of confirmWithdrawal",
            "no rule sets one");
  }
}
