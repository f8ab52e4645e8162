// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.audit.Audit;
import org.grasslandcarbon.audit.OtherAuditException;
import org.grasslandcarbon.audit.blocks.BlockSource;
import org.grasslandcarbon.audit.blocks.BlocksUnreadableException;
import org.grasslandcarbon.audit.blocks.DeliveredBlocks;
import org.grasslandcarbon.audit.blocks.PeerConnection;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.compare.CertificateCheck;
import org.grasslandcarbon.audit.compare.PeerComparison;
import org.grasslandcarbon.audit.compare.ProjectionComparison;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.report.AuditReport;
import org.grasslandcarbon.audit.report.ReportLines;
import org.grasslandcarbon.audit.report.SignedReport;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.cli.NotAllChecked;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.OutFile;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.client.SigningKey;
import org.grasslandcarbon.domain.value.Detail;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Audits a ledger from its blocks, of which nobody needs to be trusted but the first. */
@Command(
    name = "audit",
    description = {
      "由原始区块重新推导整个账本：哈希链、签名、背书策略、冲突、每条指令与规则；可中断后继续；有不符则退出码为 1，未能全部核对则为 7。",
      "Derives a whole ledger again from its raw blocks: hashes, signatures, policies, conflicts,"
          + " every instruction and rule. It may be interrupted and goes on; exit code 1 when"
          + " anything differs, 7 when not all could be checked."
    },
    footer = {
      "  grassland audit --blocks blocks/ --genesis genesis.block --folder audit/",
      "  grassland audit --peer peer.office:7051 --tls-roots tls.pem --msp BeijingMSP --cert a.pem"
          + " --cert-key a.key --trust trust.json --folder audit/ --compare-state --report"
          + " report.jws --key auditor.json"
    })
public final class AuditCommand extends RegistryCommand {
  @Option(
      names = "--folder",
      required = true,
      paramLabel = "DIR",
      description = {
        "审计自己的状态；再次运行时由此继续。",
        "The audit's own state, from which it goes on when it is run again."
      })
  private Path folder;

  @ArgGroup(exclusive = false)
  private Origin origin = new Origin();

  @ArgGroup(exclusive = false)
  private PeerOptions peer = new PeerOptions();

  @Option(
      names = "--compare-state",
      description = {
        "逐键比较该节点的状态库。",
        "Compares the peer's state with what the blocks lead to, key by key."
      })
  private boolean compareState;

  @Option(
      names = "--compare-gateway",
      description = {
        "逐条比较网关所示（--gateway，用 --key 的审计密钥）。",
        "Compares what a gateway shows (--gateway, with the auditor's --key), record by record."
      })
  private boolean compareGateway;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = {"核对注销证书，可重复。", "Holds a certificate against the ledger; may be repeated."})
  private List<Path> certificates = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "存为以 --key 签署的报告（JWS），不覆盖。",
        "Saves the report, signed with --key (JWS); nothing is overwritten."
      })
  private Path report;

  @Override
  protected void perform(Session session) {
    Optional<SigningKey> key = report == null ? Optional.empty() : Optional.of(key(session));
    peer.requireWhole(compareState, origin.blocks == null);
    try (Audit audit =
            Audit.open(
                session.terminal().path(folder.toString()),
                origin.plan(session),
                Clock.systemUTC());
        AuditProgress progress =
            new AuditProgress(session.terminal().err(), session.terminal().interactive())) {
      String source = read(session, audit, progress);
      audit.checkInvariants();
      Map<String, Long> compared = compare(session, audit);
      conclude(session, AuditReport.of(audit, source, compared, Clock.systemUTC().instant()), key);
    } catch (LedgerState.UnusableException e) {
      throw new NotDone(e.inWords().zh() + "。", e.getMessage() + ".");
    } catch (OtherAuditException e) {
      throw new UsageException(
          e.inWords().zh() + "；请另选目录。", e.getMessage() + ": choose another folder.");
    } catch (BlocksUnreadableException e) {
      throw new NotDone(e.inWords().zh() + "。", e.getMessage() + ".");
    }
  }

  private static SigningKey key(Session session) {
    KeyFile file =
        session
            .keyFile()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--report 需要审计机构的密钥：--key FILE。",
                        "--report needs the auditor's key: --key FILE."));
    return session.unlock(file);
  }

  private String read(Session session, Audit audit, AuditProgress progress) {
    if (origin.blocks != null) {
      try (BlockSource source = origin.files(session, audit.next())) {
        audit.read(source, progress);
        return source.description();
      }
    }
    try (PeerConnection connection = peer.connect(session);
        BlockSource source = DeliveredBlocks.from(connection, audit.next())) {
      audit.read(source, progress);
      return source.description();
    }
  }

  private Map<String, Long> compare(Session session, Audit audit) {
    Map<String, Long> compared = new LinkedHashMap<>();
    long last = audit.next() - 1;
    String chaincode = audit.plan().chaincode();
    String channel = audit.configuration().map(Configuration::channel).orElse("");
    if (!certificates.isEmpty()) {
      CertificateCheck check =
          new CertificateCheck(audit.state(), channel, chaincode, audit.findings());
      certificates.forEach(
          file -> check.check(session.read(file).getBytes(StandardCharsets.UTF_8)));
      compared.put("certificates", (long) certificates.size());
    }
    if (compareState) {
      try (PeerConnection connection = peer.connect(session)) {
        long keys =
            new PeerComparison(audit.state(), chaincode, audit.findings())
                .compare(
                    asked -> connection.query(chaincode, "stateDigests", asked),
                    last,
                    () -> DeliveredBlocks.newest(connection));
        compared.put("keys of the peer's state", keys);
      }
    }
    if (compareGateway) {
      GatewayShown gateway = new GatewayShown(session);
      long records =
          session
              .progress()
              .during(
                  calledAs(),
                  () ->
                      new ProjectionComparison(audit.state(), chaincode, audit.findings())
                          .compare(gateway, last, gateway::projected));
      compared.put("records that the gateway shows", records);
    }
    return compared;
  }

  private void conclude(Session session, AuditReport made, Optional<SigningKey> key) {
    key.ifPresent(
        signing ->
            OutFile.write(
                session,
                report,
                SignedReport.of(made, signing.kid(), signing::sign)
                    .getBytes(StandardCharsets.US_ASCII)));
    if (session.isForPrograms()) {
      session.document(made);
    } else {
      for (Detail line : ReportLines.of(made)) {
        session.say(line.zh(), line.en());
      }
    }
    if (made.conclusion() == AuditReport.Conclusion.DIFFERS) {
      throw new FaultFound("账本与所审计的不符，见上。", "The ledger is not what it should be: see above.");
    }
    if (made.conclusion() == AuditReport.Conclusion.INCOMPLETE) {
      throw new NotAllChecked(
          "已核对的内容均相符，但所要求的并未全部核对，见上。",
          "Nothing that was checked differs, but not all that was asked for was checked: see above.");
    }
    if (made.conclusion() == AuditReport.Conclusion.NOTHING_READ) {
      throw new NotDone("没有可读取的区块。", "There was no block to read.");
    }
  }
}
