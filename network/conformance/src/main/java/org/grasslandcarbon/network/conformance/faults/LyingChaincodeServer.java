// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.grasslandcarbon.contract.GrasslandChaincode;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;

/**
 * Serves {@link LyingChaincode} to an office's peer in place of the approved program, under the
 * approved package's id: the peer cannot tell.
 */
final class LyingChaincodeServer {
  private static final int MESSAGE_BYTES_MOST = 100 << 20;

  private LyingChaincodeServer() {}

  /** Reads the environment as the approved program does; arguments are passed over. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    GrasslandChaincode honest =
        new GrasslandChaincode(
            environment.get("CHAINCODE_ID"),
            Clock.systemUTC(),
            Set.of(environment.get("GRASSLAND_FOUNDING_MSP_IDS").split(",")));
    Server server =
        NettyServerBuilder.forAddress(address(environment), credentials(environment))
            .addService(service(new LyingChaincode(honest)))
            .maxInboundMessageSize(MESSAGE_BYTES_MOST)
            .build()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "end"));
    server.awaitTermination();
  }

  private static InetSocketAddress address(Map<String, String> environment) {
    String[] hostAndPort = environment.get("CHAINCODE_SERVER_ADDRESS").split(":");
    return new InetSocketAddress(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
  }

  private static ServerCredentials credentials(Map<String, String> environment) throws IOException {
    return TlsServerCredentials.newBuilder()
        .keyManager(
            new File(environment.get("CHAINCODE_TLS_CERT")),
            new File(environment.get("CHAINCODE_TLS_KEY")))
        .trustManager(new File(environment.get("CHAINCODE_CLIENT_CA_CERT")))
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  private static ChaincodeGrpc.ChaincodeImplBase service(LyingChaincode chaincode) {
    return new ChaincodeGrpc.ChaincodeImplBase() {
      @Override
      public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
        return chaincode.connect(toPeer);
      }
    };
  }
}
