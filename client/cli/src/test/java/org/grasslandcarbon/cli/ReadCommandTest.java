// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.console.Width;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReadCommandTest {
  private static final String FIRST =
      """
      {"items": [{"id": "91110000600037341L", "name": {"zh": "内蒙古自治区办公室", "en": "Office"},
        "region": "150000", "roles": ["OFFICE"]}], "next": "c2", "total": 2}
      """;
  private static final String SECOND =
      """
      {"items": [{"id": "91150000MA0MJKLB2N", "name": {"zh": "牧业", "en": "Pastoral company"},
        "region": "152502", "roles": ["OWNER", "TRADER"], "suspension": {"at": "2026-03-02T01:02:03Z", "reason": "x"}}],
       "total": 2}
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
  void a_list_follows_its_pages_and_lines_up() {
    gateway.answers(200, FIRST).answers(200, SECOND);

    Result result = run.run("participant", "list", "--role", "owner", "--search", "牧");

    assertThat(result.exitCode()).isZero();
    String[] lines = result.out().split("\n");
    assertThat(lines).hasSize(3);
    int column = Width.of(lines[1].substring(0, lines[1].indexOf("150000")));
    assertThat(Width.of(lines[2].substring(0, lines[2].indexOf("152502")))).isEqualTo(column);
    assertThat(lines[0]).contains("暂停时间 Suspended Since");
    assertThat(lines[1]).endsWith("OFFICE");
    assertThat(lines[2]).endsWith("2026-03-02T09:02:03+08:00");
    assertThat(gateway.asked())
        .extracting(ScriptedGateway.Asked::line)
        .containsExactly(
            "GET /api/v1/participants?role=OWNER&q=%E7%89%A7&limit=50",
            "GET /api/v1/participants?role=OWNER&q=%E7%89%A7&limit=49&cursor=c2");
  }

  /** A name from before texts had to be readable: another name backwards, hidden, a second line. */
  private static final String OLD_NAME = "司公\u202E\u200B\u001B[2J\n✓ Applied";

  @Test
  void what_is_hidden_in_a_text_of_the_ledger_is_shown_by_its_number() {
    String page =
        Codec.text(
            Map.of(
                "items",
                List.of(
                    Map.of(
                        "id",
                        "91110000600037341L",
                        "name",
                        Map.of("zh", OLD_NAME, "en", OLD_NAME))),
                "total",
                1));
    gateway.answers(200, page).answers(200, page).answers(200, page);

    Result listed = run.run("--lang", "zh", "participant", "list");
    assertThat(listed.out().lines()).hasSize(2);
    assertThat(listed.out()).contains("司公<U+202E><U+200B><U+001B>[2J<U+000A>✓ Applied");

    Result shown = run.run("participant", "show", "91110000600037341L");
    assertThat(shown.out()).contains("<U+202E>").doesNotContain("\u202E", "\u200B", "\u001B");

    // For programs it is the same text, written so that a terminal is not steered either.
    Result json = run.run("participant", "list", "--json");
    assertThat(json.out()).doesNotContain("\u202E", "\u200B", "\u001B").contains("\\u202e");
    assertThat(Codec.read(json.out(), JsonNode.class).at("/items/0/name/zh").asString())
        .isEqualTo(OLD_NAME);
  }

  @Test
  void what_is_hidden_in_a_refusal_is_shown_by_its_number() {
    gateway.answers(
        422,
        "{\"code\":\"WRONG_STATE\\u202e\",\"detail\":\"a\\u2066b\",\"title\":\"t\\u001b\",\"titleZh\":\"z\"}");

    Result result = run.run("participant", "list");
    assertThat(result.err())
        .contains("WRONG_STATE<U+202E>", "a<U+2066>b", "t<U+001B>")
        .doesNotContain("\u202E", "\u2066", "\u001B");
  }

  @Test
  void a_list_for_programs_is_one_document_and_nothing_else() {
    gateway.answers(200, FIRST).answers(200, SECOND);

    Result result = run.run("participant", "list", "--json", "--limit", "2");

    JsonNode document = Codec.read(result.out(), JsonNode.class);
    assertThat(document.path("items").size()).isEqualTo(2);
    assertThat(document.path("total").asInt()).isEqualTo(2);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void a_record_is_shown_with_labels_and_meanings_of_codes() {
    gateway.answers(
        200,
        """
        {"id": "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01", "state": "PUBLICITY",
         "design": {"name": {"zh": "草原碳汇", "en": "Grassland carbon"}, "areaHectares": "4413"},
         "proposedAt": "2026-03-02T01:02:03Z", "unheardOf": 5}
        """);

    Result zh = run.run("project", "show", "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01", "--lang=zh");
    Result en = run.run("project", "show", "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01", "--lang=en");

    assertThat(zh.out())
        .contains("公示中 PUBLICITY", "草原碳汇", "2026-03-02T09:02:03+08:00", "unheardOf");
    assertThat(en.out()).contains("Grassland carbon").doesNotContain("公示");
  }

  @Test
  void an_id_of_several_parts_is_also_taken_as_documents_write_it() {
    gateway.answers(200, "{}").answers(200, "{}");
    run.run("methodology", "show", "GCS-T1", "1.0");
    run.run("methodology", "show", "GCS-T1/1.0");
    assertThat(gateway.asked())
        .hasSize(2)
        .allMatch(asked -> asked.toString().contains("/methodologies/GCS-T1/1.0"));
    Result half = run.run("methodology", "show", "GCS-T1");
    assertThat(half.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(half.err()).contains("ID VERSION");
    assertThat(gateway.asked()).hasSize(2);
  }

  @Test
  void what_does_not_exist_is_a_refusal() {
    gateway.refuses(404, "NOT_FOUND", false);

    Result result = run.run("project", "show", "GCS-152502-2024-9999");

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.err()).contains("NOT_FOUND");
  }

  @Test
  void holdings_are_asked_for_with_a_token() {
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "holder",
            SigningKey.generate(new SecureRandom()),
            true)
        .write(folder.resolve("data/example-keys/owner-demo.json"));
    gateway.answers(
        200,
        """
        {"items": [{"batch": "CN-GCS-152502-20240001-2025-001", "owner": "91110000600037341L",
          "held": ["1-1000", "2001-20500"], "frozen": {"f": ["1001-1010"]},
          "available": 19500, "frozenQuantity": 10}], "total": 1}
        """);

    Result result = run.run("holding", "list", "--as", "owner-demo");

    assertThat(result.out()).contains("19,500").contains(" 10 ").contains("2001-20500");
    String token = gateway.asked().get(0).authorization();
    assertThat(token).startsWith("Bearer ");
    String claims = token.split("\\.")[1];
    assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
        .contains("\"aud\":\"scripted-gateway\"");
  }

  @Test
  void a_name_in_two_languages_stands_in_the_readers() {
    gateway.answers(
        200,
        """
        {"items": [{"id": "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01", "state": "PUBLICITY",
          "design": {"name": {"zh": "草原碳汇", "en": "Grassland carbon"}}}], "total": 1}
        """);

    assertThat(run.run("project", "list", "--lang", "en").out())
        .contains("Project Name (en)", "Grassland carbon")
        .doesNotContain("草原碳汇");
    assertThat(run.run("project", "list", "--lang", "zh").out())
        .contains("项目名称", "草原碳汇")
        .doesNotContain("Grassland carbon");
  }

  @Test
  void a_list_as_csv_on_a_terminal_hides_nothing_and_keeps_its_lines() {
    gateway.answers(200, "\uFEFFid,name\r\n1,\"a\u202Eb\u001B[2J\"\r\n2,c\rd\u200B\n");

    Result printed = run.run("batch", "list", "--csv", "-");

    assertThat(printed.out())
        .isEqualTo("\uFEFFid,name\r\n1,\"a<U+202E>b<U+001B>[2J\"\r\n2,c<U+000D>d<U+200B>\n");
  }

  @Test
  void a_member_of_a_record_makes_no_line_of_its_own() {
    gateway.answers(
        200, "{\"a\\nfake  1\": {\"b\\nfake\": {\"c\": [{\"d\\u001b\": \"e\\nfake\"}]}}}");

    Result shown = run.run("batch", "show", "CN-GCS-152502-20240001-2025-001");

    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(shown.out()).doesNotContain("\u001b").contains("a<U+000A>fake  1");
    assertThat(shown.out().lines()).noneMatch(line -> line.strip().startsWith("fake"));
  }

  @Test
  void a_whole_list_is_saved_as_csv_and_never_over_a_file() throws IOException {
    gateway.answers(200, "a,b\n1,2\n");

    Result saved = run.run("comment", "list", "GCS-152502-2024-0001", "--csv", "all.csv");
    Result again = run.run("comment", "list", "GCS-152502-2024-0001", "--csv", "all.csv");
    Result printed = run.run("batch", "list", "--vintage", "2025", "--csv", "-");
    Result limited = run.run("batch", "list", "--limit", "3", "--csv", "-");
    run.run("batch", "list", "--csv", "-", "--lang", "zh");

    assertThat(saved.exitCode()).isZero();
    assertThat(Files.readString(folder.resolve("all.csv"))).isEqualTo("a,b\n1,2\n");
    assertThat(again.exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(printed.out()).isEqualTo("a,b\n1,2\n");
    assertThat(limited.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.asked())
        .extracting(ScriptedGateway.Asked::line)
        .startsWith("GET /api/v1/projects/GCS-152502-2024-0001/comments")
        .endsWith("GET /api/v1/batches?vintage=2025", "GET /api/v1/batches?lang=zh");
  }

  @Test
  void an_example_key_that_is_not_there_leads_to_those_that_are() {
    KeyFile.plain(
            new ParticipantId("91110000600037341L"),
            "a",
            SigningKey.generate(new SecureRandom()),
            true)
        .write(folder.resolve("elsewhere/example-keys/authority.json"));
    run.with("GRASSLAND_DATA", "elsewhere");

    Result result = run.run("holding", "list", "--as", "nobody");
    Result outside = run.run("holding", "list", "--as", "../../secret");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("nobody").contains("authority");
    assertThat(outside.exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
