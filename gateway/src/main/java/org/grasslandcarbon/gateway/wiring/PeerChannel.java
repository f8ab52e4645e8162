// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/** Opens the gateway's one connection to its peer. */
final class PeerChannel {
  /** A block may have 10 MB by default and 49 MB at most. */
  private static final int MESSAGE_BYTES_MOST = 50 << 20;

  /**
   * Finds out that a peer is gone while nothing is sent. Peers refuse clients that ask more often
   * than once a minute.
   */
  private static final long KEEP_ALIVE_SECONDS = 120;

  private static final long KEEP_ALIVE_ANSWER_SECONDS = 20;

  private PeerChannel() {}

  /**
   * Opens the channel; connecting happens when it is used.
   *
   * @throws IllegalArgumentException when a setting is missing, a file is not readable, or the
   *     connection would leave this machine unencrypted
   */
  static ManagedChannel open(LedgerSettings settings) {
    String endpoint = LedgerSettings.must(settings.endpoint(), "endpoint");
    ManagedChannelBuilder<?> builder =
        Grpc.newChannelBuilder(endpoint, credentials(endpoint, settings))
            .maxInboundMessageSize(MESSAGE_BYTES_MOST)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(KEEP_ALIVE_ANSWER_SECONDS, TimeUnit.SECONDS);
    if (settings.overrideAuthority() != null) {
      builder.overrideAuthority(settings.overrideAuthority());
    }
    return builder.build();
  }

  private static ChannelCredentials credentials(String endpoint, LedgerSettings settings) {
    if (settings.tlsCa() == null) {
      mustBeLoopback(endpoint);
      return InsecureChannelCredentials.create();
    }
    try {
      TlsChannelCredentials.Builder tls =
          TlsChannelCredentials.newBuilder().trustManager(settings.tlsCa().toFile());
      if (settings.clientTls() != null) {
        LedgerSettings.ClientTls own = settings.clientTls();
        tls.keyManager(own.certificate().toFile(), own.privateKey().toFile());
      }
      return tls.build();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the files of TLS: " + e.getMessage(), e);
    }
  }

  private static void mustBeLoopback(String endpoint) {
    String host = URI.create("grpc://" + endpoint).getHost();
    try {
      if (host != null && InetAddress.getByName(host).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host " + host, e);
    }
    throw new IllegalArgumentException(
        "the peer at "
            + endpoint
            + " is not on this machine: set grassland.ledger.tls-ca, so that the connection is"
            + " encrypted");
  }
}
