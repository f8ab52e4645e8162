// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReportCommandsTest {
  private static final String GOOD =
      """
      stratum,year,MANAGED_AREA [ha],HEAD.SHEEP [head],FUEL.DIESEL [L]
      S1,2023,2800,6000,1200
      S2,2023,1400,2000,900
      """;
  private static final String[] PERIOD = {
    "--project", "GCS-152502-2024-0001", "--from", "2023-01-01", "--to", "2023-12-31"
  };
  private static final String EXPLANATION =
      """
      {"equations": [
        {"formula": "NET = A + B", "id": "T1-11", "name": {"zh": "净减排量", "en": "Net"}, "unit": "t CO2e"},
        {"formula": "A = HEAD * EF", "id": "T1-2", "name": {"zh": "肠道发酵", "en": "Enteric"}, "unit": "t CO2e"}],
       "lines": [
        {"number": 1, "equation": "T1-2", "symbol": "A 2023", "unit": "t CO2e", "value": "6",
         "inputs": [
          {"origin": "MONITORING", "symbol": "HEAD.SHEEP S1 2023", "unit": "head", "value": "3",
           "name": {"zh": "存栏数", "en": "Animals"}},
          {"origin": "PARAMETER", "symbol": "EF", "unit": "t/head", "value": "2", "source": "IPCC 2006"}]},
        {"number": 2, "equation": "T1-11", "symbol": "NET 2023", "unit": "t CO2e", "value": "12",
         "inputs": [
          {"origin": "LINE", "line": 1, "symbol": "A 2023", "unit": "t CO2e", "value": "6"},
          {"origin": "LINE", "line": 1, "symbol": "A 2023", "unit": "t CO2e", "value": "6"}]}]}
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

  private void answersProjectAndMethodology() {
    gateway
        .answers(
            200,
            "{\"id\":\""
                + ExampleProject.ID
                + "\",\"design\":"
                + Codec.text(ExampleProject.DESIGN)
                + ",\"unheardOf\":1}")
        .answers(200, Codec.text(methodology()));
  }

  private static Methodology methodology() {
    PublishMethodology published = ExampleMethodology.tier1();
    return new Methodology(
        published.algorithm(),
        published.document(),
        published.name(),
        Instant.EPOCH,
        new ParticipantId("91110000600037341L"),
        published.science(),
        published.terms(),
        published.training(),
        published.validity(),
        published.version(),
        Optional.empty());
  }

  private Result with(String verb, String... more) {
    String[] all = new String[2 + PERIOD.length + more.length];
    all[0] = "report";
    all[1] = verb;
    System.arraycopy(PERIOD, 0, all, 2, PERIOD.length);
    System.arraycopy(more, 0, all, 2 + PERIOD.length, more.length);
    return run.run(all);
  }

  @Test
  void a_template_has_the_strata_of_the_project() throws IOException {
    answersProjectAndMethodology();

    Result written = with("template", "--out", "data.csv");
    assertThat(written.err()).contains("data.csv");
    assertThat(written.exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("data.csv")))
        .startsWith("\uFEFFstratum,year,")
        .contains("S2,2023");
  }

  @Test
  void a_template_never_overwrites_a_file() throws IOException {
    answersProjectAndMethodology();
    Files.writeString(folder.resolve("data.csv"), "mine");

    assertThat(with("template", "--out", "data.csv").exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(Files.readString(folder.resolve("data.csv"))).isEqualTo("mine");
  }

  @Test
  void a_template_is_a_workbook_or_csv() {
    answersProjectAndMethodology();

    assertThat(with("template", "--out", "data.doc").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_good_file_becomes_the_arguments_of_a_report() throws IOException {
    answersProjectAndMethodology();
    Files.writeString(folder.resolve("data.csv"), GOOD);

    Result result = with("import", "data.csv");

    assertThat(result.exitCode()).as(result.err()).isZero();
    SubmitMonitoringReport report = Codec.read(result.out(), SubmitMonitoringReport.class);
    assertThat(report.data()).hasSize(6);
    assertThat(report.project()).isEqualTo(ExampleProject.ID);
    assertThat(result.err()).contains("2 rows with 6 data");
  }

  @Test
  void a_report_that_waits_in_the_outbox_is_not_submitted_twice() throws IOException {
    Files.writeString(folder.resolve("data.csv"), GOOD);
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "owner",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("owner.json"));
    run.with("GRASSLAND_OUTBOX", "outbox");
    answersProjectAndMethodology();
    gateway.refuses(503, "OVERLOADED", true);
    String[] submit = {"data.csv", "--submit", "--key", "owner.json", "--timeout", "1"};

    Result busy = with("import", submit);
    // The busy answer was the last and stands; a new gateway answers anew.
    gateway.close();
    gateway = new ScriptedGateway();
    run.with("GRASSLAND_GATEWAY", gateway.address());
    answersProjectAndMethodology();
    Result again = with("import", join(submit, "--out", "report.json"));

    assertThat(busy.exitCode()).as(busy.err()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(busy.err()).contains("submitMonitoringReport");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.WAITS_IN_OUTBOX);
    assertThat(again.err()).contains("内容相同 the very same");
    assertThat(folder.resolve("report.json")).doesNotExist();
  }

  @Test
  void of_several_files_the_one_that_is_a_folder_is_named() throws IOException {
    Files.writeString(folder.resolve("data.csv"), GOOD);
    Files.createDirectory(folder.resolve("samples"));
    answersProjectAndMethodology();

    Result result = with("import", "data.csv", "samples");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(result.err())
        .contains("samples：这是一个目录", "samples: it is a directory")
        .doesNotContain("data.csv");
  }

  private static String[] join(String[] first, String... more) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void a_bad_file_is_refused_with_every_cell_for_people_and_for_programs() throws IOException {
    Files.writeString(folder.resolve("data.csv"), GOOD.replace("6000", "6,5").replace("900", "x"));

    answersProjectAndMethodology();
    Result people = with("import", "data.csv");
    assertThat(people.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(people.out()).isEmpty();
    assertThat(people.err())
        .contains("ROWS_REFUSED", "F2  OUTSIDE_COLUMNS", "E3 FUEL.DIESEL  NOT_A_NUMBER  «x»");
  }

  @Test
  void a_problem_for_programs_is_one_document() throws IOException {
    Files.writeString(folder.resolve("data.csv"), GOOD.replace("900", "x"));
    answersProjectAndMethodology();

    Result programs = with("import", "data.csv", "--json");

    // A slow machine may say before what it is doing.
    String last = programs.err().lines().reduce((first, next) -> next).orElseThrow();
    JsonNode document = Codec.read(last, JsonNode.class);
    assertThat(document.at("/problems/0/row").asInt()).isEqualTo(3);
    assertThat(programs.out()).isEmpty();
  }

  @Test
  void an_explanation_is_a_tree_with_every_number_and_its_origin() {
    gateway.answers(200, EXPLANATION);

    Result all = run.run("report", "explain", "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02");

    assertThat(all.exitCode()).as(all.err()).isZero();
    assertThat(all.out())
        .contains("[2] NET 2023 = 12 t CO2e    Eq. T1-11  净减排量 Net")
        .contains("   NET = A + B")
        .contains("      · HEAD.SHEEP S1 2023")
        .contains("= 3 head  监测数据 monitoring data; 存栏数 Animals")
        .contains("= 2 t/head  方法学参数 parameter; IPCC 2006")
        .containsOnlyOnce("[1] A 2023 = 6 t CO2e");
  }

  @Test
  void one_line_or_equation_can_be_asked_for() {
    gateway.answers(200, EXPLANATION);
    String id = "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02";

    assertThat(run.run("report", "explain", id, "--line", "Eq. T1-2").out())
        .startsWith("[1] A 2023")
        .doesNotContain("NET");
    assertThat(run.run("report", "explain", id, "--line", "2", "--depth", "1").out())
        .startsWith("[2] NET 2023")
        .doesNotContain("HEAD");
    Result unknown = run.run("report", "explain", id, "--line", "Eq. 43");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("T1-11");
  }
}
