// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * Chaincode as a service: the gRPC server that a peer connects to. Whoever reaches it can speak for
 * a peer, so it asks for a client certificate; without one it listens on the loopback address only.
 */
final class ChaincodeServer implements AutoCloseable {

  /** Largest message, the same as a peer's own limit. */
  static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

  /** A peer opens one stream on its connection; a second one may overlap while it reconnects. */
  private static final int MAX_STREAMS_PER_CONNECTION = 4;

  private static final long KEEPALIVE_SECONDS = 60;
  private static final long KEEPALIVE_TIMEOUT_SECONDS = 20;

  /** A peer pings every minute; half of that so that a hasty clock does not cost the connection. */
  private static final long PERMITTED_KEEPALIVE_SECONDS = 30;

  /** How long the last answers may take to leave. */
  private static final long FLUSH_SECONDS = 2;

  private final GrasslandChaincode chaincode;
  private final Server server;

  private ChaincodeServer(GrasslandChaincode chaincode, Server server) {
    this.chaincode = chaincode;
    this.server = server;
  }

  /**
   * Listens.
   *
   * @param chaincode belongs to the server from here on
   * @throws SettingException when the TLS files are not usable
   * @throws IOException when the address is not free
   */
  static ChaincodeServer start(ServerSettings settings, GrasslandChaincode chaincode)
      throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(settings.address())
            .addService(new Service(chaincode))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .maxConcurrentCallsPerConnection(MAX_STREAMS_PER_CONNECTION)
            .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveTime(PERMITTED_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true);
    settings.tls().map(MutualTls::forServer).ifPresent(builder::sslContext);
    return new ChaincodeServer(chaincode, builder.build().start());
  }

  int port() {
    return server.getPort();
  }

  void awaitEnd() throws InterruptedException {
    server.awaitTermination();
  }

  /** Ends in order: running transactions first, then the streams, then the connections. */
  @Override
  public void close() {
    server.shutdown();
    chaincode.close();
    try {
      server.awaitTermination(FLUSH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
  }

  private static final class Service extends ChaincodeGrpc.ChaincodeImplBase {
    private final GrasslandChaincode chaincode;

    Service(GrasslandChaincode chaincode) {
      this.chaincode = chaincode;
    }

    @Override
    public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
      return chaincode.connect(toPeer);
    }
  }
}
