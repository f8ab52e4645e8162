// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NegotiationType;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaincodeServerTest {
  private static final String PACKAGE_ID = "grassland:0123abcd";

  /** Reads and writes as many keys as its argument says, each value of 10 KB. */
  private static final TransactionHandler MANY_KEYS =
      (invocation, store) -> {
        int count = Integer.parseInt(invocation.arguments().get(0).toStringUtf8());
        byte[] value = new byte[10_000];
        Arrays.fill(value, (byte) 'x');
        TreeMap<String, byte[]> entries = new TreeMap<>();
        List<String> keys = IntStream.range(0, count).mapToObj("key-%05d"::formatted).toList();
        keys.forEach(key -> entries.put(key, value));
        store.putAll(entries);
        long present = store.getAll(keys).stream().filter(read -> read != null).count();
        return Long.toString(present).getBytes(StandardCharsets.UTF_8);
      };

  @TempDir Path directory;

  private TestCertificates authority;
  private TestCertificates.Identity peerIdentity;
  private ChaincodeServer server;
  private ManagedChannel channel;

  @BeforeEach
  void issueCertificates() {
    authority = new TestCertificates(directory, "authority");
    peerIdentity = authority.issue("peer");
  }

  @AfterEach
  void stop() {
    if (channel != null) {
      channel.shutdownNow();
    }
    if (server != null) {
      server.close();
    }
  }

  private void serve(TransactionHandler handler) throws IOException {
    TestCertificates.Identity identity = authority.issue("chaincode");
    serve(
        handler,
        Optional.of(
            new ServerSettings.TlsFiles(
                identity.certificate(), identity.key(), authority.authority())));
  }

  private void serve(TransactionHandler handler, Optional<ServerSettings.TlsFiles> tls)
      throws IOException {
    GrasslandChaincode chaincode =
        new GrasslandChaincode(
            PACKAGE_ID, handler, WorkerPools.transactions(), Duration.ofSeconds(10));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
    server =
        ChaincodeServer.start(
            new ServerSettings(
                PACKAGE_ID, anyPort, tls, GrasslandChaincode.CLOCK_TOLERANCE, Set.of("BeijingMSP")),
            chaincode);
  }

  /** Connects as a peer does, with the identity or without one. */
  private InMemoryPeer connect(Optional<TestCertificates.Identity> identity) throws SSLException {
    SslContextBuilder tls =
        GrpcSslContexts.forClient().trustManager(authority.authority().toFile());
    identity.ifPresent(own -> tls.keyManager(own.certificate().toFile(), own.key().toFile()));
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .sslContext(tls.build())
            .maxInboundMessageSize(ChaincodeServer.MAX_MESSAGE_BYTES)
            .build();
    return open();
  }

  private InMemoryPeer open() {
    InMemoryPeer peer = new InMemoryPeer(InMemoryPeer.MANY_KEYS);
    return peer.attach(ChaincodeGrpc.newStub(channel).connect(peer));
  }

  @Test
  void a_peer_with_a_certificate_runs_transactions_of_many_keys() throws IOException {
    serve(MANY_KEYS);
    InMemoryPeer peer = connect(Optional.of(peerIdentity)).awaitReady();

    Response response = peer.call("tx", "many", "2500");

    assertThat(response.getPayload().toStringUtf8()).isEqualTo("2500");
    assertThat(Collections.frequency(peer.receivedTypes(), Type.WRITE_BATCH_STATE)).isEqualTo(3);
    assertThat(Collections.frequency(peer.receivedTypes(), Type.GET_STATE_MULTIPLE)).isEqualTo(3);
  }

  @Test
  void many_transactions_at_once_each_get_their_own_result() throws IOException {
    serve(MANY_KEYS);
    InMemoryPeer peer = connect(Optional.of(peerIdentity)).awaitReady();

    List<CompletableFuture<Response>> responses =
        IntStream.range(0, 50)
            .mapToObj(n -> peer.start(Calls.call("tx" + n, "many", Integer.toString(n))))
            .toList();

    for (int n = 0; n < 50; n++) {
      assertThat(responses.get(n).join().getPayload().toStringUtf8())
          .isEqualTo(Integer.toString(n));
    }
  }

  @Test
  void a_client_without_a_certificate_is_refused() throws Exception {
    serve(MANY_KEYS);

    assertRefused(connect(Optional.empty()));
  }

  @Test
  void a_client_with_a_certificate_of_another_authority_is_refused() throws Exception {
    serve(MANY_KEYS);
    TestCertificates other = new TestCertificates(directory, "other");

    assertRefused(connect(Optional.of(other.issue("stranger"))));
  }

  @Test
  void a_client_without_tls_is_refused() throws Exception {
    serve(MANY_KEYS);
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .negotiationType(NegotiationType.PLAINTEXT)
            .build();

    assertRefused(open());
  }

  private static void assertRefused(InMemoryPeer client) throws Exception {
    assertThat(Status.fromThrowable(client.ended.get(10, TimeUnit.SECONDS)).getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(client.received).as("nothing is told to a stranger").isEmpty();
  }

  @Test
  void without_tls_it_serves_where_the_settings_allow_it() throws IOException {
    serve(MANY_KEYS, Optional.empty());
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .negotiationType(NegotiationType.PLAINTEXT)
            .build();

    assertThat(open().awaitReady().call("tx", "many", "1").getStatus()).isEqualTo(200);
  }

  @Test
  void two_streams_do_not_disturb_each_other() throws IOException {
    serve(MANY_KEYS);
    InMemoryPeer first = connect(Optional.of(peerIdentity)).awaitReady();
    InMemoryPeer second = open().awaitReady();

    first.lose(Status.CANCELLED.asRuntimeException());

    assertThat(second.call("tx", "many", "3").getPayload().toStringUtf8()).isEqualTo("3");
  }

  @Test
  void stopping_lets_the_running_transaction_end_and_then_ends_the_stream() throws Exception {
    serve(MANY_KEYS);
    InMemoryPeer peer = connect(Optional.of(peerIdentity)).holding(Type.WRITE_BATCH_STATE);
    CompletableFuture<Response> running = peer.awaitReady().start(Calls.call("tx", "many", "1"));
    ChaincodeMessage request = peer.awaitHeld();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    Response late = firstRefusal(peer);
    assertThat(running).isNotDone();
    peer.release(request);

    assertThat(running.join().getPayload().toStringUtf8()).isEqualTo("1");
    assertThat(late.getMessage()).startsWith("OVERLOADED: ");
    stopped.get(10, TimeUnit.SECONDS);
    assertThat(peer.ended.get(10, TimeUnit.SECONDS)).as("an end in order").isNull();
  }

  /** The stop runs on another thread; calls until it has taken effect. */
  private static Response firstRefusal(InMemoryPeer peer) {
    Response response = peer.call("probe", "many", "0");
    for (int n = 0; response.getStatus() == 200 && n < 100_000; n++) {
      response = peer.call("probe" + n, "many", "0");
    }
    return response;
  }

  @Test
  void an_address_that_is_not_free_is_an_error() throws IOException {
    serve(MANY_KEYS);
    ServerSettings taken =
        new ServerSettings(
            PACKAGE_ID,
            new InetSocketAddress("127.0.0.1", server.port()),
            Optional.empty(),
            GrasslandChaincode.CLOCK_TOLERANCE,
            Set.of("BeijingMSP"));
    GrasslandChaincode second =
        new GrasslandChaincode(
            PACKAGE_ID, MANY_KEYS, WorkerPools.transactions(), Duration.ofSeconds(1));

    assertThatThrownBy(() -> ChaincodeServer.start(taken, second)).isInstanceOf(IOException.class);
    second.close();
  }

  @Test
  void a_message_larger_than_grpcs_default_is_taken() throws IOException {
    serve((invocation, store) -> store.getAll(List.of("large", "other")).get(0));
    InMemoryPeer peer = connect(Optional.of(peerIdentity)).awaitReady();
    peer.state.put("large", ByteString.copyFrom(new byte[5 * 1024 * 1024]));

    assertThat(peer.call("tx", "read").getPayload().size()).isEqualTo(5 * 1024 * 1024);
  }
}
