// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.blocks.PeerConnection;
import org.grasslandcarbon.audit.blocks.PeerIdentity;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.value.BadValueException;
import picocli.CommandLine.Option;

/** A peer that the auditor has chosen, and who the auditor is to it. */
final class PeerOptions {
  @Option(
      names = "--peer",
      paramLabel = "HOST:PORT",
      description = {"节点地址。", "The peer's address."})
  private String address;

  @Option(
      names = "--channel",
      defaultValue = "grassland",
      paramLabel = "NAME",
      description = {"通道，默认 grassland。", "The channel. Default: ${DEFAULT-VALUE}"})
  private String channel;

  @Option(
      names = "--msp",
      paramLabel = "MSPID",
      description = {"审计者在通道中的组织。", "The organisation that the auditor belongs to on the channel."})
  private String mspId;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = {"审计者的证书（PEM）。", "The auditor's certificate (PEM)."})
  private Path certificate;

  @Option(
      names = "--cert-key",
      paramLabel = "FILE",
      description = {"该证书的私钥（PKCS 8，PEM）。", "The key of that certificate (PKCS 8 in PEM)."})
  private Path privateKey;

  @Option(
      names = "--tls-roots",
      paramLabel = "FILE",
      description = {
        "节点 TLS 的根证书（PEM）；不给则不用 TLS，仅限本机。",
        "The roots of the peer's TLS (PEM). Without them there is no TLS, which is for this machine"
            + " only."
      })
  private Path tlsRoots;

  @Option(
      names = "--tls-name",
      paramLabel = "NAME",
      description = {
        "节点 TLS 证书中的名称，与地址不同时给出。",
        "The name in the peer's TLS certificate, when it is not the address's."
      })
  private String tlsName;

  /** Refuses what is given in part, before anything is begun. */
  void requireWhole(boolean comparesState, boolean readsBlocks) {
    boolean any = Stream.of(address, mspId, certificate, privateKey).anyMatch(each -> each != null);
    boolean all = Stream.of(address, mspId, certificate, privateKey).allMatch(each -> each != null);
    if (any && !all) {
      throw new UsageException(
          "--peer、--msp、--cert 和 --cert-key 须同时给出。",
          "--peer, --msp, --cert and --cert-key are given together.");
    }
    if (!any && comparesState) {
      throw new UsageException("--compare-state 需要 --peer。", "--compare-state needs --peer.");
    }
    if (!any && readsBlocks) {
      throw new UsageException(
          "请给出区块来源：--blocks 或 --peer。", "Say where the blocks are: --blocks or --peer.");
    }
    if (any
        && tlsRoots == null
        && !address.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\]):[0-9]+")) {
      throw new UsageException(
          "不在本机的节点须给出 --tls-roots。", "A peer on another machine needs --tls-roots.");
    }
  }

  PeerConnection connect(Session session) {
    try {
      PeerIdentity identity =
          PeerIdentity.of(
              mspId, BinaryFile.bytes(session, certificate), BinaryFile.bytes(session, privateKey));
      return PeerConnection.open(
          new PeerConnection.Address(
              address,
              Optional.ofNullable(tlsRoots).map(file -> BinaryFile.bytes(session, file)),
              Optional.ofNullable(tlsName)),
          channel,
          identity,
          Clock.systemUTC());
    } catch (BadValueException e) {
      throw new UsageException(
          privateKey + "：" + e.detail().zh() + "。", privateKey + ": " + e.detail().en() + ".");
    }
  }
}
