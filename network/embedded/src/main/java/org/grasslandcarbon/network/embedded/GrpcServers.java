// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The peer's services, in process and on loopback sockets. */
final class GrpcServers implements AutoCloseable {
  /** Fabric's limit for gRPC messages, on both sides. */
  static final int MAX_MESSAGE_BYTES = 100 << 20;

  private static final int SHUTDOWN_SECONDS = 5;

  private final Map<BindableService, CallLimit> services;
  private final Executor executor;
  private final String name = "embedded-peer-" + UUID.randomUUID();
  private final List<Server> servers = new ArrayList<>();

  GrpcServers(Map<BindableService, CallLimit> services, Executor executor) throws IOException {
    this.services = services;
    this.executor = executor;
    start(InProcessServerBuilder.forName(name).maxInboundMessageSize(MAX_MESSAGE_BYTES));
  }

  private synchronized Server start(ServerBuilder<?> builder) throws IOException {
    services.forEach(
        (service, limit) -> builder.addService(ServerInterceptors.intercept(service, limit)));
    Server server = builder.executor(executor).build().start();
    servers.add(server);
    return server;
  }

  ManagedChannel newInProcessChannel() {
    return InProcessChannelBuilder.forName(name).maxInboundMessageSize(MAX_MESSAGE_BYTES).build();
  }

  InetSocketAddress serve(InetSocketAddress address) throws IOException {
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.INVALID_ARGUMENT,
          "The embedded peer serves loopback addresses only, not "
              + address
              + ": it has no TLS and holds every organisation's keys.");
    }
    Server server =
        start(NettyServerBuilder.forAddress(address).maxInboundMessageSize(MAX_MESSAGE_BYTES));
    return (InetSocketAddress) server.getListenSockets().get(0);
  }

  @Override
  public synchronized void close() {
    servers.forEach(Server::shutdownNow);
    for (Server server : servers) {
      try {
        server.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
