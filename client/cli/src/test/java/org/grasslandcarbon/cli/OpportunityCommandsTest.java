// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.domain.coordination.LandPlan;
import org.grasslandcarbon.domain.coordination.ValueEstimate;
import org.grasslandcarbon.domain.coordination.ValueInputs;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpportunityCommandsTest {
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
  void pairs_say_what_they_are_worth_or_why_that_is_not_known() {
    gateway.at(
        "/coordination/opportunities",
        """
        {"items": [
          {"kind": "EXCHANGE", "fromRegion": "150000", "toRegion": "110000", "subject": "FORAGE",
           "numbers": {"valueFen": {"from": [], "fromOf": 0, "value": "22507500"}},
           "reason": "they fit", "reasonZh": "相配"},
          {"kind": "CREDITS", "fromRegion": "150000", "toRegion": "110000", "subject": "CN-11",
           "numbers": {"valueFen": {"from": [], "fromOf": 0, "missing": "BASE_NOT_PUBLIC"}},
           "reason": "not public", "reasonZh": "不公开"}],
         "notShown": 3, "year": 2025}
        """);
    Result result =
        run.run("opportunity", "list", "--region", "150000", "--year", "2025", "--limit", "2");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("225,075.00", "BASE_NOT_PUBLIC", "they fit")
        .doesNotContain("相配");
    assertThat(result.err()).contains("3 more rows");
    assertThat(asked())
        .isEqualTo("GET /api/v1/coordination/opportunities?region=150000&year=2025&limit=2");
  }

  @Test
  void a_template_is_a_file_that_can_be_sent() throws IOException {
    Result template = run.run("opportunity", "value", "--template");
    assertThat(template.exitCode()).as(template.err()).isZero();
    ValueInputs inputs = Codec.read(template.out(), ValueInputs.class);
    assertThat(inputs).isEqualTo(ValueInputs.example());
    Files.writeString(folder.resolve("value.json"), template.out());
    ValueEstimate estimate = ValueEstimate.of(inputs);
    gateway.at("/coordination/value", new String(Codec.write(estimate), StandardCharsets.UTF_8));

    Result result = run.run("opportunity", "value", "value.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("130000", "separate", "joint", "added")
        .contains(estimate.added().leastNpvFen() + " to " + estimate.added().mostNpvFen());
    assertThat(asked()).isEqualTo("POST /api/v1/coordination/value");
    assertThat(Codec.read(run.run("opportunity", "screen", "--template").out(), LandPlan.class))
        .isEqualTo(LandPlan.example());
  }

  @Test
  void ways_of_land_are_shown_condition_by_condition() throws IOException {
    Files.writeString(folder.resolve("plan.json"), "{\"areaHectares\":\"1\"}");
    gateway.at(
        "/coordination/screening",
        """
        {"pathways": [{"id": "COMPENSATION/GRAZING_BAN", "kind": "COMPENSATION", "outcome": "OPEN",
          "nameEn": "Compensation", "nameZh": "补偿", "yearlyFen": 1130625,
          "conditions": [{"id": "GRASSLAND", "state": "MET", "en": "the land is grassland",
                          "zh": "草地", "source": "notices/one"}]}]}
        """);
    Result result = run.run("opportunity", "screen", "plan.json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("OPEN", "1130625", "the land is grassland", "notices/one", "MET");
  }

  @Test
  void what_is_no_file_of_a_question_is_said_before_anything_is_asked() throws IOException {
    assertThat(run.run("opportunity", "value").exitCode()).isEqualTo(2);
    Files.writeString(folder.resolve("list.json"), "[1]");
    assertThat(run.run("opportunity", "screen", "list.json").exitCode()).isEqualTo(2);
    assertThat(gateway.asked()).isEmpty();
  }
}
