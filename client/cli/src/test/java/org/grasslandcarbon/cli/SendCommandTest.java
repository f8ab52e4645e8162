// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Jws;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SendCommandTest {
  private static final ParticipantId HOLDER = new ParticipantId("91110000600037341L");
  private static final String APPLIED =
      """
      {"id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11", "status": "APPLIED",
       "action": "transferCredits", "block": 17,
       "references": [{"type": "batch", "id": "CN-GCS-152502-20240001-2025-001"}],
       "postings": [{"amount": 100, "asset": "CN-GCS-152502-20240001-2025-001",
         "source": "held:A", "destination": "held:B", "serials": ["1-100"]}]}
      """;
  private static final String[] TRANSFER = {
    "credits",
    "transfer",
    "CN-GCS-152502-20240001-2025-001",
    "--quantity",
    "100",
    "--recipient",
    "91110000600037341L"
  };

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private ScriptedGateway gateway;
  private CommandLineRun run;

  @BeforeEach
  void start() throws IOException {
    gateway = new ScriptedGateway();
    KeyFile.plain(HOLDER, "holder", key, false).write(folder.resolve("holder.json"));
    run =
        new CommandLineRun(folder)
            .with("GRASSLAND_KEY", "holder.json")
            .with("GRASSLAND_GATEWAY", gateway.address())
            .with("GRASSLAND_OUTBOX", "outbox");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private Outbox outbox() {
    return new Outbox(folder.resolve("outbox"));
  }

  private SignedInstruction.Payload sent() {
    return Jws.verify(gateway.asked().get(0).body(), key.jwk());
  }

  @Test
  void options_become_the_arguments_of_a_signed_instruction() {
    gateway.answers(200, APPLIED);

    Result result = run.run(TRANSFER);

    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("✓ 已生效 Applied")
        .contains("#17")
        .contains("CN-GCS-152502-20240001-2025-001")
        .contains("1-100");
    assertThat(sent().action()).isEqualTo("transferCredits");
    assertThat(sent().participant()).isEqualTo(HOLDER);
    assertThat(Codec.convert(sent().args(), TransferCredits.class))
        .isEqualTo(TransferCredits.TYPE.example());
    assertThat(outbox().pending()).isEmpty();
  }

  @Test
  void options_come_before_the_file_and_a_file_may_be_standard_input() {
    gateway.answers(200, APPLIED);
    run.typing(Codec.text(RetireCredits.TYPE.example()));

    Result result = run.run("credits", "retire", "--file", "-", "--quantity", "7");

    assertThat(result.err()).isEmpty();
    RetireCredits args = Codec.convert(sent().args(), RetireCredits.class);
    assertThat(args.quantity().value()).isEqualTo(7);
    assertThat(args.statement()).isEqualTo(RetireCredits.TYPE.example().statement());
  }

  @Test
  void a_retirement_tells_the_number_of_its_certificate_and_where_it_is_seen() {
    gateway.answers(
        200,
        """
        {"id": "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11", "status": "APPLIED",
         "action": "retireCredits", "block": 17,
         "postings": [{"amount": 100, "asset": "CN-GCS-152502-20240001-2025-001",
           "source": "held:91110000600037341L", "serials": ["41-140"],
           "destination": "retired:6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11"}]}
        """);
    run.typing(Codec.text(RetireCredits.TYPE.example()));

    Result result = run.run("credits", "retire", "--file", "-", "--lang", "en");

    assertThat(result.out())
        .containsPattern("certificate number +R-CN-GCS-152502-20240001-2025-001-41\n")
        .contains("grassland retirement show R-CN-GCS-152502-20240001-2025-001-41\n");
  }

  @Test
  void what_a_gateway_tells_makes_no_line_of_its_own() {
    gateway.answers(
        200,
        """
        {"id": "1\\n✓ Applied  2", "status": "APPLIED", "action": "x\\u001b[2J\\nfake",
         "references": [{"type": "batch\\nfake", "id": "b\\u202e\\nfake"}],
         "postings": [{"amount": 1, "asset": "a\\nfake", "source": "s", "destination": "retired\\nfake"}]}
        """);

    Result result = run.run(TRANSFER);

    assertThat(result.out())
        .doesNotContain("\u001b", "\u202e")
        .contains("<U+001B>[2J<U+000A>fake", "b<U+202E><U+000A>fake", "1<U+000A>✓ Applied  2");
    assertThat(result.out().lines()).noneMatch(line -> line.strip().startsWith("fake"));
  }

  @Test
  void programs_get_the_outcome_as_one_document() {
    gateway.answers(200, APPLIED);

    Result result = run.run(join(TRANSFER, "--json"));

    assertThat(Codec.read(result.out(), JsonNode.class).path("block").asInt()).isEqualTo(17);
    assertThat(result.out().strip()).doesNotContain("\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void a_refusal_is_told_in_both_languages_with_the_exit_code_for_it() {
    gateway.refuses(422, "INSUFFICIENT_CREDITS", false);

    Result people = run.run(TRANSFER);
    Result programs = run.run(join(TRANSFER, "--json"));

    assertThat(people.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(people.out()).isEmpty();
    assertThat(people.err())
        .contains("INSUFFICIENT_CREDITS", "一句中文。", "An English sentence.", "12 asked, 5 held");
    assertThat(programs.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(Codec.read(programs.err(), JsonNode.class).path("code").asString())
        .isEqualTo("INSUFFICIENT_CREDITS");
    assertThat(outbox().pending()).isEmpty();
  }

  @Test
  void arguments_that_are_not_well_formed_are_never_signed_or_sent() {
    Result missing = run.run("credits", "transfer", "--quantity", "100");
    Result zero = run.run(join(TRANSFER, "--quantity=0"));
    Result longLife = run.run(join(TRANSFER, "--valid-for", "1441"));
    Result badId = run.run(join(TRANSFER, "--instruction-id", "mine"));
    assertThat(longLife.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(badId.exitCode()).isEqualTo(ExitCode.USAGE);
    Result word =
        run.run(
            "credits", "transfer", TRANSFER[2], "--quantity", "many", "--recipient", TRANSFER[6]);

    assertThat(missing.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.err())
        .contains("缺少 BATCH、--recipient；")
        .contains("BATCH, --recipient is missing")
        .contains("grassland credits transfer --template");
    assertThat(zero.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(word.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(word.err())
        .contains("--quantity：“many”不正确，应为整吨数，如 100。")
        .contains("--quantity: \"many\" is not right, it should be whole tonnes, e.g. 100.");
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void an_instruction_without_an_outcome_is_kept_and_resumed_with_the_very_same_text()
      throws IOException {
    String nobody = nobody();
    Result unreachable = run.run(join(TRANSFER, "--gateway", nobody, "--timeout", "1"));

    assertThat(unreachable.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    InstructionText kept = outbox().pending().get(0);
    assertThat(unreachable.err())
        .contains(nobody)
        .contains("instruction resume")
        .contains("transferCredits  " + kept.id() + "  有效至 valid until 20");
    Result listed = run.run("instruction", "resume", "--list");
    assertThat(listed.out()).contains(kept.id().value());
    assertThat(gateway.asked()).isEmpty();

    gateway.answers(200, APPLIED);
    Result resumed = run.run("instruction", "resume");

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.out()).contains("APPLIED");
    assertThat(gateway.asked()).extracting(ScriptedGateway.Asked::body).containsExactly(kept.jws());
    assertThat(outbox().pending()).isEmpty();
  }

  private static String nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + socket.getLocalPort();
    }
  }

  /** A transfer that no gateway took. */
  private InstructionText left() throws IOException {
    run.run(join(TRANSFER, "--gateway", nobody(), "--timeout", "1"));
    return outbox().pending().get(0);
  }

  @Test
  void what_cannot_be_meant_together_is_refused_before_anything_is_asked() {
    for (String[] more :
        new String[][] {{"--dry-run", "--sign-only"}, {"--dry-run", "--valid-for", "100000"}}) {
      Result result = run.run(join(TRANSFER, more));
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
      assertThat(result.out()).isEmpty();
    }
    assertThat(gateway.asked()).isEmpty();
  }

  @Test
  void what_waits_in_the_outbox_is_not_signed_again_unless_somebody_says_so() throws IOException {
    InstructionText kept = left();
    gateway.answers(200, APPLIED);
    Result typedAgain = run.run(TRANSFER);
    Result changed =
        run.run("credits", "transfer", TRANSFER[2], "--quantity", "7", "--recipient", TRANSFER[6]);
    Result signedOnly = run.run(join(TRANSFER, "--sign-only"));
    Result programs = run.run(join(TRANSFER, "--json"));
    Result no = run.answering("").run(TRANSFER);

    for (Result refused : new Result[] {typedAgain, changed, signedOnly, no}) {
      assertThat(refused.exitCode()).isEqualTo(ExitCode.WAITS_IN_OUTBOX);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err())
          .contains("WAITS_IN_OUTBOX", kept.id().value(), "instruction resume", "--again");
    }
    assertThat(typedAgain.err()).contains("内容相同 the very same");
    assertThat(changed.err()).contains("内容不同 other arguments");
    assertThat(programs.exitCode()).isEqualTo(ExitCode.WAITS_IN_OUTBOX);
    JsonNode problem = Codec.read(programs.err(), JsonNode.class);
    assertThat(problem.at("/waiting/0/id").asString()).isEqualTo(kept.id().value());
    assertThat(gateway.asked()).isEmpty();
    assertThat(outbox().pending()).containsExactly(kept);

    Result yes = run.answering("y").run(TRANSFER);
    Result again = run.answering("").run(join(TRANSFER, "--again"));

    assertThat(yes.exitCode()).isZero();
    assertThat(again.exitCode()).isZero();
    assertThat(gateway.asked()).hasSize(2);
    assertThat(outbox().pending()).containsExactly(kept);
  }

  @Test
  void what_is_signed_elsewhere_or_by_its_name_is_asked_about_too_but_not_the_very_text_that_waits()
      throws IOException {
    Result signed = run.run(join(TRANSFER, "--sign-only"));
    InstructionText kept = left();
    Files.writeString(folder.resolve("other.jws"), signed.out());
    Files.writeString(folder.resolve("kept.jws"), kept.jws());
    Files.writeString(folder.resolve("args.json"), Codec.text(TransferCredits.TYPE.example()));
    gateway.answers(200, APPLIED);

    Result elsewhere = run.run("instruction", "send", "--signed", "other.jws");
    Result byName = run.run("instruction", "send", "transferCredits", "--file", "args.json");
    Result itself = run.run("instruction", "send", "--signed", "kept.jws");

    assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.WAITS_IN_OUTBOX);
    assertThat(byName.exitCode()).isEqualTo(ExitCode.WAITS_IN_OUTBOX);
    assertThat(itself.exitCode()).isZero();
    assertThat(gateway.asked()).extracting(ScriptedGateway.Asked::body).containsExactly(kept.jws());
    assertThat(outbox().pending()).isEmpty();
  }

  @Test
  void another_action_or_another_participant_is_not_asked_about() throws IOException {
    left();
    gateway.answers(200, APPLIED);
    ParticipantId other = new ParticipantId("911100007178302565");
    KeyFile.plain(other, "other", key, false).write(folder.resolve("other.json"));

    Result retired =
        run.typing(Codec.text(RetireCredits.TYPE.example()))
            .run("credits", "retire", "--file", "-");
    Result others = run.run(join(TRANSFER, "--key", "other.json"));

    assertThat(retired.exitCode()).isZero();
    assertThat(retired.err()).contains("(1 in the outbox without an outcome");
    assertThat(others.exitCode()).isZero();
    assertThat(others.err()).isEmpty();
  }

  @Test
  void a_script_that_gives_its_own_id_sends_the_text_that_waits_under_it() throws IOException {
    String[] mine = join(TRANSFER, "--instruction-id", "6f1c2b1e-5a57-4c06-9b1f-0f6f0e6a7c11");
    Result unreachable = run.run(join(mine, "--gateway", nobody(), "--timeout", "1", "--json"));
    InstructionText kept = outbox().pending().get(0);
    gateway.answers(200, APPLIED);
    String[] changed = mine.clone();
    changed[4] = "99";

    Result other = run.run(changed);
    Result again = run.run(mine);

    assertThat(unreachable.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    JsonNode problem = Codec.read(unreachable.err(), JsonNode.class);
    assertThat(problem.at("/waiting/0/id").asString()).isEqualTo(kept.id().value());
    assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(again.exitCode()).isZero();
    assertThat(gateway.asked()).extracting(ScriptedGateway.Asked::body).containsExactly(kept.jws());
  }

  @Test
  void a_server_that_is_none_of_the_registrys_settles_nothing() throws IOException {
    InstructionText kept = left();
    gateway.answers(404, "<html>not here</html>");

    Result resumed = run.run("instruction", "resume");
    Result programs = run.run("instruction", "resume", "--json");

    assertThat(resumed.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(resumed.out()).contains("PENDING  UNEXPECTED_ANSWER");
    assertThat(resumed.err()).contains(kept.id().value());
    assertThat(Codec.read(programs.err(), JsonNode.class).at("/waiting/0/id").asString())
        .isEqualTo(kept.id().value());
    assertThat(outbox().pending()).containsExactly(kept);
  }

  @Test
  void resuming_tells_each_as_it_ends_and_keeps_what_has_no_outcome() throws IOException {
    InstructionText refused = left();
    run.run(join(TRANSFER, "--gateway", nobody(), "--timeout", "1", "--again"));
    gateway
        .refuses(403, "PARTICIPANT_SUSPENDED", false)
        .answers(202, "{\"id\": \"x\", \"status\": \"RECEIVED\"}");

    Result resumed = run.run("instruction", "resume", "--timeout", "1");

    assertThat(resumed.exitCode()).isEqualTo(ExitCode.UNKNOWN_YET);
    assertThat(resumed.out().lines())
        .anyMatch(line -> line.startsWith(refused.id().value()) && line.contains("REJECTED"))
        .anyMatch(line -> line.contains("PENDING"));
    assertThat(outbox().pending()).hasSize(1).doesNotContain(refused);
    assertThat(resumed.err()).contains(outbox().pending().get(0).id().value());
  }

  @Test
  void files_that_cannot_be_read_or_written_have_one_exit_code() throws IOException {
    gateway.answers(200, "{\"items\": [], \"total\": 0}");
    Files.writeString(folder.resolve("there.csv"), "mine");

    Result[] ended = {
      run.run("credits", "transfer", "--file", "nowhere.json"),
      run.run("instruction", "send", "--signed", "nowhere.jws"),
      run.run(join(TRANSFER, "--key", "nowhere.json")),
      run.run("batch", "list", "--csv", "there.csv"),
      run.run("batch", "list", "--csv", "nowhere/batches.csv"),
      run.run("key", "show", "nowhere.json"),
      run.run("report", "explain", "--file", "nowhere.json")
    };

    for (Result each : ended) {
      assertThat(each.exitCode()).as(each.err()).isEqualTo(ExitCode.LOCAL_FILE);
      assertThat(each.err()).containsAnyOf("nowhere", "there.csv").doesNotContain("Exception");
    }
    assertThat(Files.readString(folder.resolve("there.csv"))).isEqualTo("mine");
  }

  @Test
  void an_outcome_that_does_not_come_in_time_has_its_own_exit_code() {
    gateway.answers(202, "{\"id\": \"x\", \"status\": \"RECEIVED\"}");

    Result result = run.run(join(TRANSFER, "--timeout", "1"));

    assertThat(result.exitCode()).isEqualTo(ExitCode.UNKNOWN_YET);
    assertThat(result.err()).contains(outbox().pending().get(0).id().value());
  }

  @Test
  void a_text_signed_on_another_machine_is_sent_as_it_is() throws IOException {
    gateway.answers(200, APPLIED);

    Result signed = run.run(join(TRANSFER, "--sign-only"));
    assertThat(gateway.asked()).isEmpty();
    // It is sent byte by byte by other programs.
    assertThat(signed.out()).matches("[A-Za-z0-9_.-]+");
    Files.writeString(folder.resolve("transfer.jws"), signed.out());
    Result sent = run.run("instruction", "send", "--signed", "transfer.jws");

    assertThat(sent.exitCode()).isZero();
    assertThat(gateway.asked().get(0).body()).isEqualTo(signed.out());
  }

  @Test
  void any_action_can_be_sent_by_its_name() throws IOException {
    gateway.answers(200, APPLIED);
    Files.writeString(folder.resolve("args.json"), Codec.text(TransferCredits.TYPE.example()));

    Result result = run.run("instruction", "send", "transferCredits", "--file", "args.json");

    assertThat(result.exitCode()).isZero();
    assertThat(sent().action()).isEqualTo("transferCredits");
    assertThat(run.run("instruction", "send").out()).contains("transferCredits");
    assertThat(run.run("instruction", "send", "fly").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void a_missing_or_open_key_file_is_named_in_a_sentence() throws IOException {
    Result missing = run.run(join(TRANSFER, "--key", "nowhere.json"));
    Result none = new CommandLineRun(folder).run(TRANSFER);

    assertThat(missing.exitCode()).isEqualTo(ExitCode.LOCAL_FILE);
    assertThat(missing.err()).contains("nowhere.json");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("--key").contains("--as");
  }

  private static String[] join(String[] first, String... more) {
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
