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
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.SampleValue;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.testing.SampledProject;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SamplingCommandsTest {
  private static final SampledProject SAMPLED = new SampledProject();
  private static final int POINTS = 300;

  @TempDir Path folder;

  private KeepingGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new KeepingGateway();
    gateway.at(
        "/projects/",
        "{\"id\":\""
            + SAMPLED.project
            + "\",\"design\":"
            + Codec.text(SAMPLED.measured.design())
            + "}");
    gateway.at(
        "/methodologies/",
        Codec.text(
            SAMPLED
                .projects
                .ledger
                .find(Methodology.key(SAMPLED.measured.design().methodology()))
                .orElseThrow()));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_OUTBOX", "outbox");
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "owner",
            SigningKey.generate(new SecureRandom()),
            false)
        .write(folder.resolve("owner.json"));
    write();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  /** The project's land with many points, the control site with three. */
  private void write() throws IOException {
    StringBuilder heads =
        new StringBuilder("stratum,scenario,from,to,depthCentimetres,analysis,laboratory\n");
    StringBuilder points = new StringBuilder("stratum,scenario,point,latitude,longitude\n");
    StringBuilder values = new StringBuilder("stratum,scenario,sample,OC [g/kg],SOIL_MASS [g]\n");
    for (String side : List.of("WP", "BSL")) {
      heads.append("S1,").append(side).append(",2023-06-01,2023-06-05,30.5,DRY_COMBUSTION,");
      heads.append(SAMPLED.laboratory).append('\n');
      for (int point = 1; point <= (side.equals("WP") ? POINTS : 3); point++) {
        points.append("S1,").append(side).append(",P").append(point).append(",43.96,116.1\n");
        for (int layer = 1; layer <= 2; layer++) {
          values.append("S1,").append(side).append(",P").append(point).append("-L").append(layer);
          values.append(",2").append(layer).append('.').append(100 + point).append(",270.25\n");
        }
      }
    }
    Files.writeString(folder.resolve("heads.csv"), heads);
    Files.writeString(folder.resolve("points.csv"), points);
    Files.writeString(folder.resolve("values.csv"), values);
    Files.writeString(folder.resolve("report.pdf"), "the laboratory's report");
  }

  private Result read(String... more) {
    return run.run(
        Stream.of(
                new String[] {
                  "sampling",
                  "import",
                  "heads.csv",
                  "points.csv",
                  "values.csv",
                  "--project",
                  "GCS-152502-2024-0001",
                  "--laboratory-report",
                  "report.pdf"
                },
                more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private Result submit() {
    return read("--submit", "--key", "owner.json", "--timeout", "1");
  }

  private List<String> actions() {
    return gateway.applied().stream().map(InstructionText::action).toList();
  }

  private void isWhole() {
    List<String> parts = new ArrayList<>();
    List<SampleValue> values = new ArrayList<>();
    List<RecordSampling> recorded = new ArrayList<>();
    for (InstructionText text : gateway.applied()) {
      if (text.action().equals("submitSampleValues")) {
        parts.add(text.id().value());
        values.addAll(Codec.convert(text.args(), SubmitSampleValues.class).values());
      } else {
        recorded.add(Codec.convert(text.args(), RecordSampling.class));
      }
    }
    assertThat(recorded).hasSize(2);
    RecordSampling control = recorded.get(0);
    RecordSampling land = recorded.get(1);
    assertThat(control.parts()).isEmpty();
    assertThat(control.values()).hasSize(12);
    assertThat(control.depthCentimetres()).contains(Decimal.of("30.5"));
    assertThat(land.depthCentimetres()).contains(Decimal.of("30.5"));
    assertThat(control.laboratoryReport()).isEqualTo(Sha256.of("the laboratory's report"));
    assertThat(land.parts().orElseThrow()).extracting(Object::toString).isEqualTo(parts);
    assertThat(land.values()).isEmpty();
    assertThat(land.points()).hasSize(POINTS);
    assertThat(values).doesNotHaveDuplicates().hasSize(4 * POINTS);
  }

  @Test
  void a_survey_is_recorded_side_by_side_in_parts_where_it_is_large() {
    Result result = submit();

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(actions())
        .startsWith("recordSampling", "submitSampleValues", "submitSampleValues")
        .endsWith("recordSampling");
    isWhole();
    assertThat(result.out()).contains("S1", "BSL", "WP");
    assertThat(folder.resolve("outbox")).isEmptyDirectory();
  }

  @Test
  void after_a_break_the_same_command_goes_on_and_sends_nothing_twice() {
    for (int taken = 0; taken < 2; taken++) {
      gateway.takes(1);
      assertThat(submit().exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }
    gateway.takes(Integer.MAX_VALUE);
    Result resumed = submit();
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("was recorded before", "is on the ledger already");
    isWhole();
    int before = actions().size();
    assertThat(submit().exitCode()).isZero();
    assertThat(actions()).hasSize(before);
  }

  @Test
  void without_submission_the_arguments_are_printed_for_programs_and_people() {
    Result result = read();

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode samplings = Codec.read(result.out(), JsonNode.class).path("samplings");
    assertThat(samplings.size()).isEqualTo(2);
    assertThat(samplings.at("/0/sampling/scenario").asString()).isEqualTo("BSL");
    assertThat(samplings.at("/1/parts").size()).isGreaterThan(1);
    assertThat(gateway.applied()).isEmpty();
  }

  @Test
  void a_bad_cell_keeps_all_of_it_from_being_sent() throws IOException {
    Path heads = folder.resolve("heads.csv");
    Files.writeString(heads, Files.readString(heads).replaceFirst("2023-06-01", "6/1/2023"));

    Result result = submit();

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("ROWS_REFUSED", "C2 from  BAD_DATE  «6/1/2023»");
    assertThat(gateway.applied()).isEmpty();
  }

  @Test
  void of_several_files_the_one_that_is_missing_is_named() throws IOException {
    Files.delete(folder.resolve("points.csv"));

    Result result = read();

    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(result.err()).contains("points.csv").doesNotContain("heads.csv");
  }

  @Test
  void a_template_has_both_sides_of_the_strata() throws IOException {
    String[] template = {"sampling", "template", "--project", "GCS-152502-2024-0001", "--out"};
    String[] csv = Stream.concat(Stream.of(template), Stream.of("t.csv")).toArray(String[]::new);
    assertThat(run.run(csv).exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("t.csv")))
        .contains("OC [g/kg]")
        .contains("S2,WP")
        .contains("S2,BSL");
    String[] xlsx = Stream.concat(Stream.of(template), Stream.of("t.xlsx")).toArray(String[]::new);
    assertThat(run.run(xlsx).exitCode()).isZero();
    assertThat(Files.size(folder.resolve("t.xlsx"))).isPositive();
    String[] other = Stream.concat(Stream.of(template), Stream.of("t.doc")).toArray(String[]::new);
    assertThat(run.run(other).exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
