// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * Runs the chaincode as a service for a Fabric peer, with mutual TLS. Reads {@code CHAINCODE_ID},
 * {@code CHAINCODE_SERVER_ADDRESS}, {@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY} and
 * {@code CHAINCODE_CLIENT_CA_CERT}, as the registry's own chaincode does.
 */
public final class ProbeServer {
  private static final int MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

  /** A peer pings every minute. */
  private static final long PERMITTED_KEEPALIVE_SECONDS = 30;

  private ProbeServer() {}

  /** Serves until the process is told to end. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ServerCredentials credentials =
        TlsServerCredentials.newBuilder()
            .keyManager(file("CHAINCODE_TLS_CERT"), file("CHAINCODE_TLS_KEY"))
            .trustManager(file("CHAINCODE_CLIENT_CA_CERT"))
            .clientAuth(ClientAuth.REQUIRE)
            .build();
    URI address = URI.create("//" + setting("CHAINCODE_SERVER_ADDRESS"));
    ProbeChaincode chaincode = new ProbeChaincode(setting("CHAINCODE_ID"));
    NettyServerBuilder.forAddress(
            new InetSocketAddress(address.getHost(), address.getPort()), credentials)
        .addService(new Service(chaincode))
        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
        .permitKeepAliveTime(PERMITTED_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .build()
        .start()
        .awaitTermination();
  }

  private static File file(String name) {
    return new File(setting(name));
  }

  private static String setting(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("缺少环境变量 " + name + "。 Set " + name + ": it is missing.");
    }
    return value;
  }

  private static final class Service extends ChaincodeGrpc.ChaincodeImplBase {
    private final ProbeChaincode chaincode;

    private Service(ProbeChaincode chaincode) {
      this.chaincode = chaincode;
    }

    @Override
    public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
      return chaincode.connect(toPeer);
    }
  }
}
