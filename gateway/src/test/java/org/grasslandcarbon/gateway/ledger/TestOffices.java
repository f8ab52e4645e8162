// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import io.grpc.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;

/**
 * Four offices, three of which must endorse, each with its own copy of the chaincode. One of them
 * has founded the registry.
 */
final class TestOffices implements AutoCloseable {
  static final List<String> OFFICES =
      List.of("BeijingMSP", "TianjinMSP", "HebeiMSP", "InnerMongoliaMSP");

  final TestNetwork.SetClock clock = new TestNetwork.SetClock();
  final TestFounders founders = new TestFounders(clock);
  final EmbeddedPeer peer;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Disagreements disagreements = new Disagreements(clock, Disagreements.COMPARE_EVERY, meters);
  private final GrasslandChaincode chaincode;
  private final Map<String, AlteredCopy> copies = new LinkedHashMap<>();

  TestOffices(Path directory) {
    chaincode = new GrasslandChaincode("registry:1", clock, Set.of("BeijingMSP"));
    EmbeddedPeer.Builder builder =
        EmbeddedPeer.builder(directory)
            .clock(clock)
            .organisations(OFFICES)
            .endorsementPolicy(3)
            .chaincode("registry", "1.0", chaincode::connect);
    for (String office : OFFICES) {
      AlteredCopy copy = new AlteredCopy(chaincode);
      copies.put(office, copy);
      builder.chaincodeOf(office, "registry", copy::connect);
    }
    peer = builder.open();
    client("BeijingMSP", peer.channel(), Disagreements.loggedOnly())
        .bootstrap(founders.foundingDocument());
  }

  AlteredCopy copyOf(String office) {
    return copies.get(office);
  }

  /** The gateway of an office. */
  LedgerClient clientOf(String office) {
    return client(office, peer.channel(), disagreements);
  }

  LedgerClient client(String office, Channel channel, Disagreements noted) {
    EmbeddedIdentity enrolled = peer.enrol(office, "gateway");
    return new LedgerClient(
        channel,
        new LedgerIdentity(enrolled.mspId(), enrolled.certificate(), enrolled.privateKey()),
        "grassland",
        "registry",
        clock,
        Deadlines.DEFAULT,
        noted);
  }

  @Override
  public void close() {
    peer.close();
    chaincode.close();
  }
}
