// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.testing.TestParticipant;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;

/** A peer in this JVM with the registry's chaincode, under a clock that the test sets. */
final class TestNetwork implements AutoCloseable {
  static final String ORGANISATION = "GrasslandMSP";

  /** A clock that stands until it is set. */
  static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2025-03-03T02:00:00.123456789Z");

    void set(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  final SetClock clock = new SetClock();
  private final TestFounders founders = new TestFounders(clock);
  final EmbeddedPeer peer;
  private final GrasslandChaincode chaincode;

  TestNetwork(Path directory) {
    chaincode = new GrasslandChaincode("registry:1", clock, Set.of(ORGANISATION));
    peer =
        EmbeddedPeer.builder(directory)
            .clock(clock)
            .chaincode("registry", "1.0", chaincode::connect)
            .open();
  }

  ManagedChannel channel() {
    return peer.channel();
  }

  LedgerIdentity identity() {
    EmbeddedIdentity enrolled = peer.enrol(ORGANISATION, "gateway");
    return new LedgerIdentity(enrolled.mspId(), enrolled.certificate(), enrolled.privateKey());
  }

  LedgerClient client() {
    return client("registry");
  }

  LedgerClient client(String chaincodeName) {
    return new LedgerClient(
        channel(), identity(), "grassland", chaincodeName, clock, Deadlines.DEFAULT);
  }

  byte[] foundingDocument() {
    return founders.foundingDocument();
  }

  byte[] admit(InstructionId id, TestParticipant admitted) {
    return founders.admit(id, admitted);
  }

  @Override
  public void close() {
    peer.close();
    chaincode.close();
  }
}
