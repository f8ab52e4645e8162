// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.LargeSurvey;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A survey that is more than an instruction holds, from its file to the ledger. */
class LargeReportTest {
  private static final StockChangeProject PROJECT = new StockChangeProject();
  private static final List<Datum> ROWS = LargeSurvey.rows(60);
  private static final String OWNER = "91110000600037341L";
  private static final String[] IMPORT = {
    "report",
    "import",
    "survey.csv",
    "--project",
    "GCS-152502-2024-0001",
    "--from",
    "2023-01-01",
    "--to",
    "2024-12-31"
  };

  @TempDir Path folder;

  private KeepingGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new KeepingGateway();
    run = new CommandLineRun(folder).with("GRASSLAND_OUTBOX", "outbox");
    start(gateway);
    KeyFile.plain(new ParticipantId(OWNER), "owner", SigningKey.generate(new SecureRandom()), false)
        .write(folder.resolve("owner.json"));
    Files.writeString(folder.resolve("survey.csv"), survey());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static Methodology methodology() {
    return PROJECT
        .projects
        .ledger
        .find(Methodology.key(PROJECT.design().methodology()))
        .orElseThrow();
  }

  private static String survey() {
    List<String> symbols = ROWS.stream().map(Datum::symbol).distinct().toList();
    StringBuilder text = new StringBuilder("stratum,year,sample");
    for (String symbol : symbols) {
      Datum first =
          ROWS.stream().filter(row -> row.symbol().equals(symbol)).findFirst().orElseThrow();
      text.append(',').append(symbol).append(" [").append(first.unit()).append(']');
    }
    for (Datum row : ROWS) {
      text.append('\n').append(row.stratum()).append(',').append(row.year()).append(',');
      text.append(row.sample().orElse(""));
      for (String symbol : symbols) {
        text.append(',').append(row.symbol().equals(symbol) ? row.value() : "");
      }
    }
    return text.append('\n').toString();
  }

  private Result submit(String... more) {
    return run.run(
        Stream.of(IMPORT, new String[] {"--submit", "--key", "owner.json", "--timeout", "1"}, more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private List<String> actions() {
    return gateway.applied().stream().map(InstructionText::action).toList();
  }

  private void isWhole() {
    List<InstructionText> applied = gateway.applied();
    List<Datum> data = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (InstructionText text : applied.subList(0, applied.size() - 1)) {
      assertThat(text.action()).isEqualTo("submitMonitoringData");
      data.addAll(Codec.convert(text.args(), SubmitMonitoringData.class).data());
      parts.add(text.id().value());
    }
    SubmitMonitoringReport report =
        Codec.convert(applied.get(applied.size() - 1).args(), SubmitMonitoringReport.class);
    assertThat(data).as("each row once").hasSameSizeAs(ROWS).containsAll(ROWS);
    assertThat(report.data()).isEmpty();
    assertThat(report.dataParts().orElseThrow()).extracting(Object::toString).isEqualTo(parts);
  }

  @Test
  void a_large_survey_is_submitted_in_parts_and_then_the_report_that_names_them() {
    Result result = submit();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(actions()).hasSizeGreaterThan(2).endsWith("submitMonitoringReport");
    isWhole();
    assertThat(result.err()).contains("part 1/");
    assertThat(result.out()).contains("submitMonitoringReport");
    assertThat(folder.resolve("outbox")).isEmptyDirectory();
  }

  @Test
  void after_a_break_what_is_on_the_ledger_is_not_sent_twice() {
    gateway.takes(1);
    Result broken = submit();
    assertThat(broken.exitCode()).as(broken.err()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(actions()).containsExactly("submitMonitoringData");

    gateway.takes(Integer.MAX_VALUE);
    Result resumed = submit();
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("part 1/").contains("is on the ledger already");
    isWhole();

    int before = actions().size();
    Result again = submit();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("Applied before");
    assertThat(actions()).hasSize(before);
  }

  @Test
  void a_lost_outbox_loses_nothing() throws IOException {
    gateway.takes(2);
    submit();
    try (Stream<Path> left = Files.list(folder.resolve("outbox"))) {
      for (Path file : left.toList()) {
        Files.delete(file);
      }
    }
    gateway.takes(Integer.MAX_VALUE);
    assertThat(submit().exitCode()).isZero();
    isWhole();
  }

  @Test
  void what_was_refused_is_sent_under_another_id_when_asked_for_again() {
    gateway.refuses(true);
    Result refused = submit();
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("WRONG_STATE");
    assertThat(actions()).isEmpty();

    gateway.refuses(false);
    assertThat(submit().exitCode()).isZero();
    isWhole();
  }

  @Test
  void an_id_that_somebody_else_has_used_is_not_taken_for_ones_own() {
    submit();
    String first = gateway.applied().get(0).id().value();
    gateway.close();
    try (KeepingGateway other = new KeepingGateway()) {
      gateway = other;
      start(other);
      other.has(first, "submitMonitoringData", "91110000600037341M");
      assertThat(submit().exitCode()).isZero();
      isWhole();
      assertThat(other.applied()).noneMatch(text -> text.id().value().equals(first));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void start(KeepingGateway other) {
    other.at(
        "/projects/",
        "{\"id\":\"" + ExampleProject.ID + "\",\"design\":" + Codec.text(PROJECT.design()) + "}");
    other.at("/methodologies/", Codec.text(methodology()));
    run.with("GRASSLAND_GATEWAY", other.address());
  }

  @Test
  void without_submission_all_data_stand_in_one_document_for_a_dry_run() {
    Result result =
        run.run(
            Stream.of(IMPORT, new String[] {"--out", "report.json"})
                .flatMap(Stream::of)
                .toArray(String[]::new));

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(gateway.applied()).isEmpty();
    gateway.at("/quantifications", "{\"tonnes\": \"7\", \"explanation\": {}, \"issuance\": {}}");
    assertThat(run.run("report", "quantify", "report.json").out()).contains("7 t CO2e");
  }
}
