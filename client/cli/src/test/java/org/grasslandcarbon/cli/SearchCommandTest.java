// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public registry is searched, summed up and saved without a key. */
class SearchCommandTest {
  private static final String FOUND =
      """
      {"items": [
         {"at": "/api/v1/projects/p", "id": "p", "kind": "project", "line": "GCS-152502-2024-0001",
          "title": {"en": "Restoration", "zh": "修复项目"}, "training": false},
         {"id": "12", "kind": "block", "line": "t", "title": {"en": "x", "zh": "x"}, "training": false}],
       "lists": [{"at": "/api/v1/projects?q=a", "kind": "project"}], "q": "修复 a"}
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
  void words_are_looked_for_together_and_hits_are_told_with_where_there_are_more() {
    gateway.answers(200, FOUND);

    Result result = run.run("search", "修复", "a");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("project", "修复项目", "GCS-152502-2024-0001", "block");
    assertThat(result.out() + result.err()).contains("/api/v1/projects?q=a");
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/search?q=%E4%BF%AE%E5%A4%8D%20a");
    assertThat(gateway.asked().get(0).authorization()).isEmpty();
  }

  @Test
  void nothing_found_is_no_failure_and_is_said() {
    gateway.answers(200, "{\"items\": [], \"lists\": [], \"q\": \"x\"}");
    Result result = run.run("search", "x");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out() + result.err()).contains("Nothing was found");
  }

  @Test
  void totals_are_asked_for_by_class() {
    gateway.answers(
        200,
        "{\"by\": \"VINTAGE\", \"items\": [{\"name\": \"2024\", \"issued\": 10, \"held\": 4,"
            + " \"buffered\": 1, \"retired\": 5, \"cancelled\": 0, \"retiredFor\": {}}]}");
    Result result = run.run("credits", "totals", "--by", "vintage", "--region", "150000");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("2024", "10");
    assertThat(gateway.asked().get(0).line())
        .startsWith("GET /api/v1/totals?")
        .contains("by=vintage", "region=150000", "training=false");
  }

  @Test
  void a_table_that_several_lists_make_is_one_file_under_one_line_of_headings() throws IOException {
    gateway
        .at("/projects", "project_id\r\np\r\n")
        .at("/batches", "quantity,note\r\n1,i\r\n")
        .at("/retirements", "quantity,note\r\n2,\"two\r\nlines\"\r\n")
        .at("/cancellations", "quantity,note\r\n");

    Result result = run.run("export", "offsetsdb", "--into", ".", "--filter", "vintage=2024");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(folder.resolve("offsetsdb-credits.csv"), StandardCharsets.UTF_8))
        .isEqualTo("quantity,note\r\n1,i\r\n2,\"two\r\nlines\"\r\n");
    assertThat(folder.resolve("offsetsdb-projects.csv")).exists();
    assertThat(gateway.asked())
        .filteredOn(asked -> asked.line().contains("/retirements"))
        .singleElement()
        .satisfies(asked -> assertThat(asked.line()).contains("schema=offsetsdb", "vintage=2024"));
    assertThat(gateway.asked())
        .filteredOn(asked -> asked.line().contains("/projects"))
        .singleElement()
        .satisfies(asked -> assertThat(asked.line()).doesNotContain("vintage"));
  }

  @Test
  void a_filter_or_columns_that_there_are_not_are_refused_before_anybody_is_asked() {
    assertThat(run.run("export", "verra", "--into", ".").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.run("export", "cadt", "--into", ".", "--filter", "colour=red").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(run.run("retirement", "list", "--schema", "cadt").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void a_list_is_saved_in_the_columns_of_others_and_for_excel() throws IOException {
    gateway.at("/retirements", "serialNumberBlock\r\n");
    Result result =
        run.run(
            "retirement",
            "list",
            "--csv",
            "r.csv",
            "--schema",
            "cadt",
            "--excel",
            "--serial",
            "CN-GCS-152502-20240001-2025-001-17");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(gateway.asked().get(0).line())
        .contains("schema=cadt", "excel=zh", "serial=CN-GCS-152502-20240001-2025-001-17");
    assertThat(folder.resolve("r.csv")).exists();
  }
}
