// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;

/** An embedded peer with the registry's chaincode on it, in this JVM. */
public final class OneJvmLedger implements AutoCloseable {
  /** The one organisation of a ledger on one machine. */
  public static final String ORGANISATION = "GrasslandMSP";

  /** The channel, named as on the real network. */
  public static final String CHANNEL = "grassland";

  /** The chaincode, named as on the real network. */
  public static final String CHAINCODE = "registry";

  private final GrasslandChaincode chaincode;
  private final EmbeddedPeer peer;
  private final LedgerIdentity identity;

  private OneJvmLedger(GrasslandChaincode chaincode, EmbeddedPeer peer) {
    this.chaincode = chaincode;
    this.peer = peer;
    EmbeddedIdentity enrolled = peer.enrol(ORGANISATION, "gateway");
    identity = new LedgerIdentity(enrolled.mspId(), enrolled.certificate(), enrolled.privateKey());
  }

  /**
   * Opens the ledger in a directory, or makes a new one there.
   *
   * @param clock the peer's and the chaincode's clock: the system's for a ledger that serves
   *     anybody
   * @throws org.grasslandcarbon.network.embedded.EmbeddedPeerException when the directory is in use
   *     or damaged
   */
  public static OneJvmLedger open(Path directory, Clock clock) {
    GrasslandChaincode chaincode =
        new GrasslandChaincode(CHAINCODE + "_1.0", clock, Set.of(ORGANISATION));
    try {
      EmbeddedPeer peer =
          EmbeddedPeer.builder(directory)
              .channel(CHANNEL)
              .organisations(List.of(ORGANISATION))
              .clock(clock)
              .chaincode(CHAINCODE, "1.0", chaincode::connect)
              .open();
      return new OneJvmLedger(chaincode, peer);
    } catch (RuntimeException e) {
      chaincode.close();
      throw e;
    }
  }

  /** A channel for the Fabric Gateway SDK; the caller shuts it down. */
  public ManagedChannel newChannel() {
    return peer.newInProcessChannel();
  }

  /** Who the gateway is to this ledger. */
  public LedgerIdentity identity() {
    return identity;
  }

  /** A client that stamps its transactions with a clock's time. */
  public LedgerClient newClient(ManagedChannel channel, Clock clock) {
    return new LedgerClient(channel, identity, CHANNEL, CHAINCODE, clock, Deadlines.DEFAULT);
  }

  /** The peer itself, for those who check its blocks. */
  public EmbeddedPeer peer() {
    return peer;
  }

  @Override
  public void close() {
    peer.close();
    chaincode.close();
  }
}
