// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.conformance.ExampleSigners;

/**
 * A running network of offices ({@code network/fabric}), reached as one office's gateway reaches
 * it.
 *
 * @param data the network's data directory
 * @param office whose peer is asked, e.g. {@code beijing}
 * @param mspId the office's organisation
 * @param endpoint its peer, {@code host:port}
 */
record FabricTarget(Path data, String office, String mspId, String endpoint)
    implements BenchTarget {
  /** As the gateway's own channel: a block may be large. */
  private static final int MESSAGE_BYTES_MOST = 50 << 20;

  private Path identityOf(String node) {
    return data.resolve(office).resolve("identity").resolve(node);
  }

  @Override
  public String name() {
    return "a Fabric network of four offices on this machine, three endorsements";
  }

  @Override
  public ManagedChannel newChannel() {
    try {
      return Grpc.newChannelBuilder(
              endpoint,
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
    return new ExampleSigners(data);
  }

  @Override
  public Map<String, Double> processorMilliseconds() {
    return ProcessTimes.of(data);
  }

  @Override
  public void close() {
    // The network is its starter's to stop.
  }
}
