// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.grasslandcarbon.network.standalone.OneJvmLedger;
import org.grasslandcarbon.network.standalone.OpenedLedger;

/** The embedded peer with the example registry and, beside it, the plain chaincode. */
final class EmbeddedTarget implements BenchTarget {
  private final ExampleSigners signers;
  private final GrasslandChaincode registry;
  private final EmbeddedPeer peer;
  private final LedgerIdentity identity;
  private final ThreadTimes threads = new ThreadTimes();

  /** Makes the ledger in an empty directory. */
  EmbeddedTarget(Path data) {
    OpenedLedger.open(data, true).close();
    signers = new ExampleSigners(data);
    registry =
        new GrasslandChaincode(
            OneJvmLedger.CHAINCODE, Clock.systemUTC(), Set.of(OneJvmLedger.ORGANISATION));
    peer =
        EmbeddedPeer.builder(data.resolve("ledger"))
            .channel(OneJvmLedger.CHANNEL)
            .organisations(List.of(OneJvmLedger.ORGANISATION))
            .chaincode(OneJvmLedger.CHAINCODE, "1.0", registry::connect)
            .chaincode(
                PlainChaincode.NAME,
                "1.0",
                toPeer -> new PlainChaincode(PlainChaincode.NAME).attach(toPeer))
            .open();
    EmbeddedIdentity client = peer.enrol(OneJvmLedger.ORGANISATION, "gateway");
    identity = new LedgerIdentity(client.mspId(), client.certificate(), client.privateKey());
  }

  @Override
  public String name() {
    return "the embedded peer: client, peer and chaincode in one JVM, one endorsement";
  }

  @Override
  public ManagedChannel newChannel() {
    return peer.newInProcessChannel();
  }

  @Override
  public LedgerIdentity identity() {
    return identity;
  }

  @Override
  public ExampleSigners signers() {
    return signers;
  }

  @Override
  public Map<String, Double> processorMilliseconds() {
    return threads.milliseconds();
  }

  @Override
  public void close() {
    peer.close();
    registry.close();
  }
}
