// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.Audit;
import org.grasslandcarbon.audit.AuditPlan;
import org.grasslandcarbon.audit.TrustAnchor;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.audit.report.AuditReport;
import org.grasslandcarbon.audit.report.SignedReport;
import org.grasslandcarbon.cli.CommandLineRun.Result;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor types; the blocks are of a network on paper. */
class AuditCommandTest {
  @TempDir Path folder;
  private final PaperNetwork network = new PaperNetwork();
  private final TestLedger ledger = new TestLedger();
  private CommandLineRun run;

  @BeforeEach
  void play() throws IOException {
    run = new CommandLineRun(folder);
    network.found(ledger);
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    network.submit(ledger.sent().get(0));
    write();
  }

  private void write() throws IOException {
    Path blocks = Files.createDirectories(folder.resolve("blocks"));
    for (var block : network.blocks()) {
      Files.write(
          blocks.resolve("grassland_" + block.getHeader().getNumber() + ".block"),
          block.toByteArray());
    }
  }

  private Result audit(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "audit",
                "--blocks",
                "blocks",
                "--folder",
                "audit",
                "--founding",
                TestLedger.ORGANISATION));
    words.addAll(List.of(more));
    return run.run(words.toArray(String[]::new));
  }

  private Result good(String... more) {
    List<String> words = new ArrayList<>(List.of("--genesis-hash", network.genesisHash()));
    words.addAll(List.of(more));
    return audit(words.toArray(String[]::new));
  }

  @Test
  void an_honest_ledger_agrees_and_the_report_is_signed() throws IOException {
    SigningKey key = SigningKey.generate(new SecureRandom());
    KeyFile.plain(ledger.newId(), "auditor", key, false).write(folder.resolve("auditor.json"));

    Result result = good("--report", "report.jws", "--key", "auditor.json");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("blocks 0 to 3", "Nothing that was checked differs");
    AuditReport report =
        SignedReport.verified(Files.readString(folder.resolve("report.jws")), key.jwk());
    assertThat(report.conclusion()).isEqualTo(AuditReport.Conclusion.AGREES);
  }

  @Test
  void programs_get_one_document() {
    Result result = good("--json");
    assertThat(result.exitCode()).as(result.err()).isZero();
    var report = Codec.readTree(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(report.path("conclusion").asString()).isEqualTo("AGREES");
    assertThat(report.path("counts").path("instructions").asLong()).isEqualTo(1);
  }

  @Test
  void blocks_that_came_since_are_read_when_it_is_run_again() throws IOException {
    assertThat(good().exitCode()).isZero();
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    network.submit(ledger.sent().get(1));
    write();

    assertThat(good().out()).contains("blocks 0 to 4");
  }

  @Test
  void what_differs_is_named_and_the_exit_code_says_so() throws IOException {
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    network.submit(ledger.sent().get(1), each -> each.endorsedBy(network.peers().subList(0, 2)));
    write();

    Result result = good();

    assertThat(result.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(result.out()).contains("ENDORSEMENTS_TOO_FEW", "block 4", "There are differences");
    assertThat(result.err()).contains("see above");
  }

  @Test
  void rules_that_are_not_at_hand_make_an_audit_incomplete() throws IOException {
    network.define("7", 3);
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    network.submit(ledger.sent().get(1));
    write();

    Result result = good();

    assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_ALL_CHECKED);
    assertThat(result.out()).contains("RULES_NOT_CARRIED", "INCOMPLETE");
    assertThat(result.err()).contains("not all that was asked for was checked");
  }

  @Test
  void the_first_block_is_an_anchor_as_a_file() throws IOException {
    assertThat(audit("--genesis", "blocks/grassland_0.block").exitCode()).isZero();

    Files.writeString(folder.resolve("none.block"), "none");
    Result result = audit("--genesis", "none.block");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("none.block");
    assertThat(audit("--genesis", "blocks/grassland_1.block").err())
        .contains("not the first block");
  }

  @Test
  void without_exactly_one_anchor_nothing_is_begun() {
    assertThat(audit().err()).contains("--genesis-hash");
    assertThat(audit().exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(good("--genesis", "blocks/grassland_0.block").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(audit("--genesis-hash", "12").err()).contains("64 hexadecimal digits");
    assertThat(folder.resolve("audit")).doesNotExist();
  }

  @Test
  void a_peer_is_named_whole_and_with_tls_when_it_is_elsewhere() {
    String[] anchor = {"audit", "--folder", "audit", "--genesis-hash", network.genesisHash()};
    assertThat(run.run(anchor).err()).contains("--blocks or --peer");
    assertThat(good("--peer", "localhost:1").err()).contains("are given together");
    assertThat(good("--compare-state").err()).contains("needs --peer");
    assertThat(
            good("--peer", "peer.office:7051", "--msp", "M", "--cert", "c", "--cert-key", "k")
                .err())
        .contains("--tls-roots");
  }

  @Test
  void a_report_needs_a_key_before_hours_of_work_are_done() {
    Result result = good("--report", "report.jws");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(folder.resolve("audit")).doesNotExist();
  }

  @Test
  void another_anchor_and_another_audit_are_refused_in_the_same_folder() {
    assertThat(good().exitCode()).isZero();
    Result other = audit("--genesis-hash", "0".repeat(64));
    assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).contains("choose another folder");

    AuditPlan plan =
        new AuditPlan(
            PaperNetwork.CHAINCODE,
            new TrustAnchor.GenesisHash(network.genesisHash()),
            Optional.of(Set.of(TestLedger.ORGANISATION)),
            Set.of());
    try (Audit running = Audit.open(folder.resolve("audit"), plan, Clock.systemUTC())) {
      assertThat(running.next()).isPositive();
      assertThat(good().err()).contains("in use by another audit");
    }
  }

  @Test
  void a_file_that_is_no_block_is_a_finding_and_a_folder_that_is_not_there_is_none()
      throws IOException {
    Files.writeString(folder.resolve("blocks").resolve("note.txt"), "no block");
    assertThat(good().err()).contains("note.txt");
    Result nowhere =
        run.run(
            "audit",
            "--blocks",
            "nowhere",
            "--folder",
            "audit",
            "--genesis-hash",
            network.genesisHash());
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(nowhere.err()).contains("cannot be read");
  }
}
