// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.grasslandcarbon.cli.CommandLineRun;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.cli.ExitCode;
import org.grasslandcarbon.cli.ScriptedGateway;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How what a person types becomes the arguments of an instruction. */
class SaidArgumentsTest {
  private static final ParticipantId SIGNER = new ParticipantId("91110000600037341L");
  private static final String PROJECT = ExampleProject.ID.value();
  private static final String HASH = Sha256.of("x").value();

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(SIGNER, "signer", key, false).write(folder.resolve("signer.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_KEY", "signer.json");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private JsonNode signed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--sign-only");
    Result result = run.run(all.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    byte[] payload = Base64.getUrlDecoder().decode(result.out().strip().split("\\.")[1]);
    return Codec.read(payload, SignedInstruction.Payload.class).args();
  }

  @Test
  void a_project_is_named_by_its_number_too_which_the_registry_knows() {
    gateway.answers(200, "{\"id\": \"" + PROJECT + "\"}");

    JsonNode args = signed("project", "register", "GCS-152502-2024-0001");

    assertThat(args.path("project").asString()).isEqualTo(PROJECT);
    assertThat(gateway.asked().get(0).line())
        .isEqualTo("GET /api/v1/projects/GCS-152502-2024-0001");
  }

  @Test
  void what_the_record_of_the_subject_says_need_not_be_typed() {
    gateway.answers(200, "{\"project\": \"" + PROJECT + "\"}");

    JsonNode args = signed("reversal", "settle", PROJECT, "--loss", "640", "--report", HASH);
    JsonNode own =
        signed("reversal", "settle", PROJECT, "--loss=0", "--report", HASH, "--project", PROJECT);

    assertThat(args.path("project").asString()).isEqualTo(PROJECT);
    assertThat(own.path("loss").asInt()).isZero();
    assertThat(gateway.asked()).hasSize(1);
  }

  @Test
  void whoever_signs_is_meant_where_nobody_else_is_named() {
    JsonNode args = signed("participant", "revoke-key", key.kid().value(), "--reason", "lost");

    assertThat(args.path("participant").asString()).isEqualTo(SIGNER.value());
  }

  @Test
  void a_list_is_said_by_repeating_or_with_commas_and_is_empty_when_nobody_says_it() {
    String[] words = {"calendar", "publish", "2027", "--document", HASH};
    JsonNode none = signed(words);
    JsonNode some =
        signed(
            "calendar",
            "publish",
            "2027",
            "--document",
            HASH,
            "--holidays",
            "2027-01-01,2027-02-08",
            "--holidays",
            "2027-05-03");

    assertThat(none.path("holidays").isArray()).isTrue();
    assertThat(none.path("makeUpDays").isEmpty()).isTrue();
    assertThat(Codec.text(some.path("holidays")))
        .isEqualTo("[\"2027-01-01\",\"2027-02-08\",\"2027-05-03\"]");
  }

  @Test
  void a_document_is_hashed_on_this_machine_and_a_key_is_taken_from_its_file() throws IOException {
    Files.writeString(folder.resolve("judgment.pdf"), "judgment");

    JsonNode withdrawn =
        signed("trust-anchor", "withdraw", "judgment.pdf", "--reason", "The licence has ended.");
    JsonNode added = signed("participant", "add-key", "--jwk", "signer.json");

    assertThat(withdrawn.path("trustAnchor").asString()).isEqualTo(Sha256.of("judgment").value());
    assertThat(added.path("jwk").path("x").asString()).isEqualTo(key.jwk().x());
    assertThat(added.path("jwk").size()).isEqualTo(4);
  }

  @Test
  void an_element_is_split_at_its_members_only_and_may_be_json_or_a_file() throws IOException {
    Files.writeString(
        folder.resolve("answers.json"),
        "[{\"comment\": 3, \"answer\": \"c\"}, {\"comment\": 4, \"answer\": \"d\"}]");

    JsonNode args =
        signed(
            "project",
            "validate",
            PROJECT,
            "--opinion=positive",
            "--report",
            HASH,
            "--answers",
            "comment=1,answer=Yes, all three, and comments=many",
            "--answers",
            "{\"comment\": 2, \"answer\": \"b\"}",
            "--answers",
            "answers.json");

    assertThat(args.path("opinion").asString()).isEqualTo("POSITIVE");
    assertThat(args.path("answers").size()).isEqualTo(4);
    assertThat(args.at("/answers/0/answer").asString())
        .isEqualTo("Yes, all three, and comments=many");
    assertThat(args.at("/answers/3/comment").asInt()).isEqualTo(4);
  }

  @Test
  void a_record_is_given_as_a_whole_and_its_members_come_before_it() throws IOException {
    Files.writeString(
        folder.resolve("design.json"), Codec.text(ExampleProject.proposal().design()));
    String boundary = Codec.text(ExampleProject.proposal().boundary());

    JsonNode args =
        signed(
            "project",
            "propose",
            "--boundary",
            boundary,
            "--design",
            "design.json",
            "--design-name-en",
            "Another name",
            "--design-methodology",
            "GCS-T1/2.0");

    assertThat(args.at("/design/name/en").asString()).isEqualTo("Another name");
    assertThat(args.at("/design/name/zh").asString()).isEqualTo(ExampleProject.DESIGN.name().zh());
    assertThat(args.at("/design/methodology/version").asString()).isEqualTo("2.0");
  }

  @Test
  void a_record_that_may_be_left_out_is_there_with_the_first_of_its_members() {
    String[] admission = {
      "participant",
      "admit",
      SIGNER.value(),
      "--name-zh",
      "示例",
      "--name-en",
      "Example",
      "--region",
      "110000",
      "--roles",
      "TRADER",
      "--keys",
      "signer.json",
      "--code-override-reason",
      "An early code."
    };

    Result half = run.run(admission);

    assertThat(half.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(half.err()).contains("缺少 --code-override-document；");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--quantity | many | 整吨数，如 100 | whole tonnes, e.g. 100",
        "--quantity | -1 | 整吨数，如 100 | whole tonnes, e.g. 100",
        "--document | nowhere.pdf | SHA-256 摘要（64 位小写十六进制）或本机上的文件 | or a file on this machine",
        "--purpose | PLEASURE | VOLUNTARY、COMPLIANCE | one of VOLUNTARY, COMPLIANCE",
        "--beneficiary-code | 9111 | 统一社会信用代码（18 位） | a unified social credit code of 18 characters"
      })
  void a_wrong_value_is_answered_with_its_option_and_what_is_accepted(
      String option, String value, String zh, String en) {
    String batch = "CN-GCS-152502-20240001-2025-001";
    Result both = run.run("credits", "retire", batch, option, value);
    Result english = run.run("credits", "retire", batch, option, value, "--lang", "en");

    assertThat(both.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(both.err()).contains(option, value, "应为" + zh, "it should be", en);
    assertThat(english.err()).contains(en).doesNotContain("应为");
    assertThat(gateway.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comment=1,comment=2,answer=a",
        "comment=one,answer=a",
        "number=1,answer=a",
        "{\"comment\": 1"
      })
  void an_element_that_is_not_right_is_answered_with_its_members(String element) {
    Result result = run.run("project", "validate", PROJECT, "--answers", element, "--report", HASH);

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--answers", "answer=TEXT,comment=NUMBER（成员名须如此）")
        .contains("answer=TEXT,comment=NUMBER with these members");
  }

  @Test
  void an_option_with_a_slip_leads_to_the_right_one() {
    Result result = run.run("credits", "transfer", "--quantitty", "1");

    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--quantitty")
        .contains("--quantity")
        .contains("grassland credits transfer --help");
  }

  @Test
  void a_value_may_begin_as_a_file_of_arguments_would() {
    JsonNode args = signed("project", "comment", PROJECT, "--text", "@signer.json");

    assertThat(args.path("text").asString()).isEqualTo("@signer.json");
  }

  @Test
  void a_dry_run_shows_what_would_come_of_it_and_sends_nothing() {
    gateway.answers(
        200,
        """
        {"outcome": "APPLIED",
         "postings": [{"amount": 7, "asset": "CN-GCS-152502-20240001-2025-001",
           "source": "held:A", "destination": "held:B", "serials": ["1-7"]}],
         "references": [{"type": "batch", "id": "CN-GCS-152502-20240001-2025-001"}],
         "records": [{"batch": "CN-GCS-152502-20240001-2025-001", "held": ["1-7"]}]}
        """);
    String[] words = {
      "credits",
      "transfer",
      "CN-GCS-152502-20240001-2025-001",
      "--quantity",
      "7",
      "--recipient",
      SIGNER.value(),
      "--dry-run"
    };

    Result people = run.run(words);
    List<String> forPrograms = new ArrayList<>(List.of(words));
    forPrograms.add("--json");
    Result programs = run.run(forPrograms.toArray(String[]::new));

    assertThat(people.exitCode()).as(people.err()).isZero();
    assertThat(people.out()).contains("将会生效", "it would be applied", "held:A", "1-7", "批次 batch");
    assertThat(Codec.read(programs.out(), JsonNode.class).path("outcome").asString())
        .isEqualTo("APPLIED");
    ScriptedGateway.Asked asked = gateway.asked().get(0);
    assertThat(asked.line()).isEqualTo("POST /api/v1/dry-runs");
    assertThat(asked.authorization()).startsWith("Bearer ");
    JsonNode body = Codec.readTree(asked.body().getBytes(StandardCharsets.UTF_8));
    assertThat(body.path("action").asString()).isEqualTo("transferCredits");
    assertThat(body.at("/args/quantity").asInt()).isEqualTo(7);
    assertThat(gateway.asked()).hasSize(2);
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void a_refusal_of_a_dry_run_is_answered_as_one_of_the_instruction_would_be() {
    gateway.answers(
        200,
        """
        {"outcome": "REJECTED", "code": "WRONG_STATE", "codeZh": "状态不符。", "codeEn": "Not now.",
         "detail": "REGISTERED", "postings": [], "references": [], "records": []}
        """);

    Result people = run.run("project", "register", PROJECT, "--dry-run");
    Result programs = run.run("project", "register", PROJECT, "--dry-run", "--json");

    assertThat(people.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(people.out()).isEmpty();
    assertThat(people.err()).contains("WRONG_STATE", "状态不符。", "Not now.", "REGISTERED", "未提交");
    assertThat(programs.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(Codec.read(programs.err(), JsonNode.class).path("code").asString())
        .isEqualTo("WRONG_STATE");
  }
}
