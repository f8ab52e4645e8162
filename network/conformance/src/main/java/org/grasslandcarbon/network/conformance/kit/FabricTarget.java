// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.hyperledger.fabric.client.GatewayException;

/** A Fabric network that runs: its four founding offices' peers, over TLS. */
public final class FabricTarget implements Target {
  /** The same as a peer's own limit. */
  private static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

  private static final int CONNECTION_ATTEMPTS = 5;

  private final Path data;
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final List<Office> offices = new ArrayList<>();
  private final Map<String, String> addresses = new TreeMap<>();

  private FabricTarget(Path data) {
    this.data = data;
  }

  /**
   * Reads where the network is.
   *
   * @param data the network's directory
   * @param endpoints a line for each office: its name, MSP id, and the addresses of its peer and
   *     its orderer, with tabs between
   */
  public static FabricTarget open(Path data, Path endpoints) {
    FabricTarget target = new FabricTarget(data);
    try {
      for (String line : Files.readAllLines(endpoints)) {
        String[] parts = line.split("\t");
        target.add(parts[0], parts[1], parts[2], parts[3]);
      }
      target.offices.forEach(FabricTarget::awaitAnswer);
      return target;
    } catch (IOException e) {
      target.close();
      throw new UncheckedIOException("the network's files cannot be read", e);
    }
  }

  private void add(String office, String mspId, String peer, String orderer) throws IOException {
    Path identities = data.resolve(office).resolve("identity");
    ChannelCredentials tls =
        TlsChannelCredentials.newBuilder()
            .trustManager(identities.resolve("peer/tls/ca.pem").toFile())
            .build();
    ManagedChannel channel =
        Grpc.newChannelBuilder(peer, tls).maxInboundMessageSize(MAX_MESSAGE_BYTES).build();
    channels.add(channel);
    LedgerIdentity identity =
        LedgerIdentity.read(
            mspId,
            identities.resolve("gateway/msp/signcerts/cert.pem"),
            identities.resolve("gateway/msp/keystore/priv_sk"));
    offices.add(new Office(mspId, channel, identity.certificate(), identity.privateKey()));
    addresses.put(peer, "<peer of " + mspId + ">");
    // Which of the orderers answer first is chance.
    addresses.put(orderer + " " + mspId, "<an orderer>");
  }

  /** A connection that breaks while it is made says nothing about the peer. */
  private static void awaitAnswer(Office office) {
    try (Client client = new Client(office)) {
      for (int attempt = 1; ; attempt++) {
        try {
          client.contract(Transactions.LEDGER_QUERIES).evaluateTransaction("GetChainInfo", CHANNEL);
          return;
        } catch (GatewayException e) {
          if (attempt == CONNECTION_ATTEMPTS) {
            throw new IllegalStateException(office + " does not answer: " + Failure.of(e), e);
          }
        }
      }
    }
  }

  @Override
  public List<Office> offices() {
    return offices;
  }

  @Override
  public Path founderKeys() {
    return data.resolve("example-keys");
  }

  @Override
  public Map<String, String> addresses() {
    return addresses;
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
  }
}
