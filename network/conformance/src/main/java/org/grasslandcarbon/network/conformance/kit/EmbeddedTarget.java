// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.grasslandcarbon.network.conformance.kit.probe.ProbeChaincode;
import org.grasslandcarbon.network.embedded.BlockCutting;
import org.grasslandcarbon.network.embedded.EmbeddedIdentity;
import org.grasslandcarbon.network.embedded.EmbeddedPeer;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;

/** The embedded peer with the four founding organisations, in this JVM. */
public final class EmbeddedTarget implements Target {
  private static final List<String> ORGANISATIONS =
      List.of("BeijingMSP", "TianjinMSP", "HebeiMSP", "InnerMongoliaMSP");
  private static final int ENDORSEMENTS = 3;

  /** The sizes of {@code network/fabric/config/channel.yaml}. */
  private static final BlockCutting AS_CONFIGURED =
      new BlockCutting(500, 16 << 20, 4 << 20, Duration.ZERO);

  private final GrasslandChaincode registry;
  private final ProbeChaincode probe;
  private final EmbeddedPeer peer;
  private final List<Office> offices;
  private final Path keys;

  private EmbeddedTarget(Path directory) {
    registry =
        new GrasslandChaincode("registry_1", Clock.systemUTC(), new TreeSet<>(ORGANISATIONS));
    probe = new ProbeChaincode("probe_1");
    keys = directory.resolve("example-keys");
    try {
      peer =
          EmbeddedPeer.builder(directory.resolve("ledger"))
              .channel(CHANNEL)
              .organisations(ORGANISATIONS)
              .endorsementPolicy(ENDORSEMENTS)
              .blockCutting(AS_CONFIGURED)
              .history(false)
              .chaincode(REGISTRY, "1", registry::connect)
              .chaincode(PROBE, "1", probe::connect)
              .open();
    } catch (RuntimeException e) {
      probe.close();
      registry.close();
      throw e;
    }
    offices = ORGANISATIONS.stream().map(this::office).toList();
  }

  /**
   * Opens a new ledger and founds the registry on it.
   *
   * @param directory an empty one, the caller's to delete
   * @param founding the example's founding document
   */
  public static EmbeddedTarget open(Path directory, Path founding) {
    EmbeddedTarget target = new EmbeddedTarget(directory);
    try {
      Files.createDirectories(target.keys);
      target.found(new Founders(founding, target.keys).document());
      return target;
    } catch (IOException e) {
      target.close();
      throw new UncheckedIOException(e);
    } catch (GatewayException | CommitException | RuntimeException e) {
      target.close();
      throw new IllegalStateException("the registry was not founded: " + Failure.of(e), e);
    }
  }

  private Office office(String mspId) {
    EmbeddedIdentity identity = peer.enrol(mspId, "gateway");
    return new Office(mspId, peer.channel(), identity.certificate(), identity.privateKey());
  }

  private void found(byte[] document) throws GatewayException, CommitException {
    for (Office office : offices) {
      try (Client client = new Client(office)) {
        client
            .contract(REGISTRY)
            .newProposal("bootstrap")
            .addArguments(document)
            .build()
            .endorse()
            .submit();
      }
    }
  }

  @Override
  public List<Office> offices() {
    return offices;
  }

  @Override
  public Path founderKeys() {
    return keys;
  }

  @Override
  public Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    ORGANISATIONS.forEach(mspId -> addresses.put("embedded." + mspId, "<peer of " + mspId + ">"));
    addresses.put("embedded.OrdererMSP OrdererMSP", "<an orderer>");
    return addresses;
  }

  @Override
  public void close() {
    peer.close();
    probe.close();
    registry.close();
  }
}
