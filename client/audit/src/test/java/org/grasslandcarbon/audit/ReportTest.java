// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.audit.report.AuditReport;
import org.grasslandcarbon.audit.report.ReportLines;
import org.grasslandcarbon.audit.report.SignedReport;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Instant AT = Instant.parse("2026-11-30T08:00:00Z");

  @TempDir private Path folder;
  private final PaperNetwork network = new PaperNetwork();
  private final Signer auditor = Signer.seeded(77);

  private AuditReport report(boolean honest) {
    TestLedger ledger = new TestLedger();
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    network.found(ledger);
    network.submit(
        ledger.sent().get(0), each -> each.endorsedBy(network.peers().subList(0, honest ? 3 : 2)));
    try (Audit audit = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      audit.read(new ListedBlocks(network.blocks()), (block, newest) -> {});
      return AuditReport.of(audit, "list", Map.of("certificates", 2L), AT);
    }
  }

  private String signed(AuditReport report) {
    return SignedReport.of(
        report,
        auditor.kid(),
        message -> {
          String jws =
              new String(
                  auditor.signBytes(header(message), payload(message)), StandardCharsets.US_ASCII);
          return Base64.getUrlDecoder().decode(jws.substring(jws.lastIndexOf('.') + 1));
        });
  }

  private static byte[] header(byte[] message) {
    return part(message, 0);
  }

  private static byte[] payload(byte[] message) {
    return part(message, 1);
  }

  private static byte[] part(byte[] message, int index) {
    return Base64.getUrlDecoder()
        .decode(new String(message, StandardCharsets.US_ASCII).split("\\.")[index]);
  }

  @Test
  void a_signed_report_is_read_with_the_auditors_key_and_no_other() {
    AuditReport report = report(true);
    String jws = signed(report);

    assertThat(SignedReport.verified(jws, auditor.jwk())).isEqualTo(report);
    assertThatThrownBy(() -> SignedReport.verified(jws, Signer.seeded(78).jwk()))
        .isInstanceOf(BadValueException.class);
    String altered =
        jws.replaceFirst(
            "\\.(.{40})(.)", jws.charAt(jws.indexOf('.') + 41) == 'A' ? ".$1B" : ".$1A");
    assertThat(altered).isNotEqualTo(jws);
    assertThatThrownBy(() -> SignedReport.verified(altered, auditor.jwk()))
        .isInstanceOf(BadValueException.class);
    assertThatThrownBy(() -> SignedReport.verified("x", auditor.jwk()))
        .isInstanceOf(BadValueException.class);
  }

  @Test
  void it_concludes_that_all_agrees_and_says_how_far_it_came() {
    AuditReport report = report(true);

    assertThat(report.conclusion()).isEqualTo(AuditReport.Conclusion.AGREES);
    assertThat(report.lastBlock()).isEqualTo(network.blocks().size() - 1L);
    assertThat(report.rules()).hasSize(1);
    assertThat(report.rulesCarried()).contains("1", "1.0");
    List<Detail> lines = ReportLines.of(report);
    assertThat(lines.get(0).en()).contains("blocks 0 to 3");
    assertThat(lines.get(lines.size() - 1).en()).isEqualTo("Nothing that was checked differs");
    assertThat(lines).anySatisfy(line -> assertThat(line.zh()).contains("重新执行"));
  }

  @Test
  void what_was_asked_for_and_not_done_is_no_agreement() {
    network.define("7", 3);
    AuditReport report = report(true);

    assertThat(report.conclusion()).isEqualTo(AuditReport.Conclusion.INCOMPLETE);
    List<Detail> lines = ReportLines.of(report);
    assertThat(lines.get(lines.size() - 1).en()).startsWith("INCOMPLETE");
  }

  @Test
  void it_names_what_differs_with_block_and_transaction() {
    AuditReport report = report(false);

    assertThat(report.conclusion()).isEqualTo(AuditReport.Conclusion.DIFFERS);
    assertThat(ReportLines.of(report))
        .anySatisfy(
            line ->
                assertThat(line.en()).contains("ENDORSEMENTS_TOO_FEW", "block 3", "transaction "));
  }
}
