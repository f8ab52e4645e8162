// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.AuditPlan;
import org.grasslandcarbon.audit.TrustAnchor;
import org.grasslandcarbon.audit.blocks.BlockFolder;
import org.grasslandcarbon.audit.blocks.BlockSource;
import org.grasslandcarbon.audit.blocks.PeerBlockFiles;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.grasslandcarbon.domain.value.BadValueException;
import picocli.CommandLine.Option;

/** Where blocks come from, and what is known of the first of them. */
final class Origin {
  private static final String HASH_PATTERN = "[0-9a-f]{64}";

  @Option(
      names = "--blocks",
      paramLabel = "DIR",
      description = {
        "区块文件夹：peer channel fetch 所存，或节点的 blockfile_*；不给则向 --peer 读取。",
        "A folder of blocks as peer channel fetch writes them, or of a peer's blockfile_*. Without"
            + " it the peer is asked."
      })
  Path blocks;

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description = {
        "信任依据：另行取得的第一个区块。",
        "Trust anchor: the first block, as you have it from elsewhere."
      })
  private Path genesis;

  @Option(
      names = "--genesis-hash",
      paramLabel = "HASH",
      description = {
        "信任依据：第一个区块头的 SHA-256（64 位十六进制）。",
        "Trust anchor: SHA-256 of the first block's header, 64 hexadecimal digits."
      })
  private String genesisHash;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = {
        "信任依据：机构及其根证书（信任文件）。",
        "Trust anchor: the offices and their roots, as for certificates."
      })
  private Path trust;

  @Option(
      names = "--chaincode",
      defaultValue = "registry",
      paramLabel = "NAME",
      description = {"登记系统的链码，默认 registry。", "The registry's chaincode. Default: ${DEFAULT-VALUE}"})
  private String chaincode;

  @Option(
      names = "--founding",
      split = ",",
      paramLabel = "MSPID",
      description = {
        "共同创立登记系统的组织，默认为第一个配置中的各组织。",
        "The organisations that founded the registry. Default: those of the first configuration"
      })
  private List<String> founding = List.of();

  @Option(
      names = "--rules-alike",
      split = ",",
      paramLabel = "VERSION",
      description = {
        "声明这些链码版本的规则与本程序的相同；报告中会列出。",
        "Declares that these versions of the chaincode have this program's rules; the report says"
            + " so."
      })
  private List<String> rulesAlike = List.of();

  AuditPlan plan(Session session) {
    Optional<Set<String>> founders =
        founding.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(founding));
    return new AuditPlan(chaincode, anchor(session), founders, new TreeSet<>(rulesAlike));
  }

  private TrustAnchor anchor(Session session) {
    if (Stream.of(genesis, genesisHash, trust).filter(each -> each != null).count() != 1) {
      throw new UsageException(
          "请给出一项信任依据：--genesis、--genesis-hash 或 --trust。",
          "Give one trust anchor: --genesis, --genesis-hash or --trust.");
    }
    if (genesisHash != null) {
      if (!genesisHash.matches(HASH_PATTERN)) {
        throw new UsageException(
            "--genesis-hash 须为 64 位小写十六进制。",
            "--genesis-hash is 64 hexadecimal digits in lower case.");
      }
      return new TrustAnchor.GenesisHash(genesisHash);
    }
    try {
      return genesis == null
          ? new TrustAnchor.Roots(
              VerifiedCertificate.trust(session.read(trust).getBytes(StandardCharsets.UTF_8)))
          : TrustAnchor.ofGenesis(BinaryFile.bytes(session, genesis));
    } catch (BadValueException e) {
      throw new UsageException(
          (genesis == null ? trust : genesis) + "：" + e.detail().zh() + "。",
          (genesis == null ? trust : genesis) + ": " + e.detail().en() + ".");
    }
  }

  /** The blocks of the folder. */
  BlockSource files(Session session, long from) {
    Path folder = session.terminal().path(blocks.toString());
    return PeerBlockFiles.areIn(folder)
        ? PeerBlockFiles.open(folder, from)
        : BlockFolder.open(folder, from);
  }
}
