// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.faults.Network;
import org.grasslandcarbon.network.conformance.faults.Node;
import org.grasslandcarbon.network.conformance.faults.Office;

/**
 * A running network of offices ({@code network/fabric}), reached as one office's gateway reaches
 * it.
 *
 * @param network the network
 * @param office whose peer is asked
 * @param mspId the office's organisation
 */
record FabricTarget(Network network, Office office, String mspId) implements BenchTarget {
  /** As the gateway's own channel: a block may be large. */
  private static final int MESSAGE_BYTES_MOST = 50 << 20;

  private Path identityOf(String node) {
    return network.home(office).resolve("identity").resolve(node);
  }

  @Override
  public String name() {
    return "a Fabric network of four offices on this machine, three endorsements";
  }

  @Override
  public ManagedChannel newChannel() {
    try {
      return Grpc.newChannelBuilder(
              network.peer(office),
              TlsChannelCredentials.newBuilder()
                  .trustManager(identityOf("peer").resolve("tls/ca.pem").toFile())
                  .build())
          .maxInboundMessageSize(MESSAGE_BYTES_MOST)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public LedgerIdentity identity() {
    Path msp = identityOf("gateway").resolve("msp");
    return LedgerIdentity.read(
        mspId, msp.resolve("signcerts/cert.pem"), msp.resolve("keystore/priv_sk"));
  }

  @Override
  public ExampleSigners signers() {
    return new ExampleSigners(network.data());
  }

  @Override
  public Map<String, Double> processorMilliseconds() {
    return ProcessTimes.of(network.data());
  }

  /** The offices' gateways. A start waits until each has caught up with its peer. */
  @Override
  public Optional<Companions> companions() {
    return Optional.of(
        new Companions() {
          @Override
          public void stop() {
            for (Office each : Office.values()) {
              network.stop(each, Node.GATEWAY);
            }
          }

          @Override
          public void start() {
            for (Office each : Office.values()) {
              network.start(each, Node.GATEWAY);
            }
          }
        });
  }

  @Override
  public void close() {
    // The network is its starter's to stop.
  }
}
