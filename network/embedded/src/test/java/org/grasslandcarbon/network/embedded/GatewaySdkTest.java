// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewaySdkTest {
  @TempDir Path directory;
  private EmbeddedPeer peer;

  @BeforeEach
  void open() {
    peer = reopen();
  }

  private EmbeddedPeer reopen() {
    return Inside.open(
        EmbeddedPeer.builder(directory)
            .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract())));
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void a_value_that_was_submitted_is_read_back_in_process() throws Exception {
    try (TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(client.submit("put", "a", "1")).isEqualTo("1");
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
      assertThat(peer.height()).isEqualTo(3);
      assertThat(Inside.state(peer, "keys", "a").value().toStringUtf8()).isEqualTo("1");
    }
  }

  @Test
  void a_value_that_was_submitted_is_read_back_over_a_socket() throws Exception {
    InetSocketAddress address =
        peer.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ManagedChannel channel = NettyChannelBuilder.forAddress(address).usePlaintext().build();
    try (TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), channel)) {
      assertThat(client.submit("put", "a", "1")).isEqualTo("1");
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void the_signer_of_the_sdk_works_with_an_enrolled_key() throws Exception {
    EmbeddedIdentity identity = peer.enrol("GrasslandMSP", "alice");
    try (var gateway =
        org.hyperledger.fabric.client.Gateway.newInstance()
            .identity(
                new org.hyperledger.fabric.client.identity.X509Identity(
                    identity.mspId(), identity.certificate()))
            .signer(
                org.hyperledger.fabric.client.identity.Signers.newPrivateKeySigner(
                    identity.privateKey()))
            .connection(peer.channel())
            .connect()) {
      assertThat(
              gateway
                  .getNetwork("grassland")
                  .getContract("keys")
                  .submitTransaction("put", "a", "1"))
          .asString()
          .isEqualTo("1");
    }
  }

  @Test
  void an_address_that_others_can_reach_is_refused() {
    assertThatThrownBy(() -> peer.serve(new InetSocketAddress("0.0.0.0", 0)))
        .isInstanceOf(EmbeddedPeerException.class)
        .hasMessageContaining("loopback")
        .extracting(e -> ((EmbeddedPeerException) e).reason())
        .isEqualTo(EmbeddedPeerException.Reason.INVALID_ARGUMENT);
  }

  @Test
  void everything_is_there_after_closing_and_opening_again() throws Exception {
    EmbeddedIdentity alice = peer.enrol("GrasslandMSP", "alice");
    try (TestClient client = new TestClient(alice, peer.channel())) {
      client.submit("put", "a", "1");
    }
    long height = peer.height();
    peer.close();
    peer = reopen();
    assertThat(peer.height()).isEqualTo(height);
    assertThat(peer.enrol("GrasslandMSP", "alice").certificate()).isEqualTo(alice.certificate());
    try (TestClient client = new TestClient(alice, peer.channel())) {
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
    }
    assertThat(peer.verify().problems()).isEmpty();
  }

  @Test
  void blocks_and_transactions_can_be_asked_for() throws Exception {
    try (TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      var transaction =
          client.contract().newProposal("put").addArguments("a", "1").build().endorse();
      transaction.submit();
      var queries = client.network().getContract("qscc");
      var info =
          org.hyperledger.fabric.protos.common.BlockchainInfo.parseFrom(
              queries.evaluateTransaction("GetChainInfo", "grassland"));
      assertThat(info.getHeight()).isEqualTo(3);
      assertThat(info.getCurrentBlockHash())
          .isEqualTo(Blocks.headerHash(peer.block(2).getHeader()));
      assertThat(
              org.hyperledger.fabric.protos.common.Block.parseFrom(
                  queries.evaluateTransaction("GetBlockByNumber", "grassland", "2")))
          .isEqualTo(peer.block(2));
      var processed =
          org.hyperledger.fabric.protos.peer.ProcessedTransaction.parseFrom(
              queries.evaluateTransaction(
                  "GetTransactionByID", "grassland", transaction.getTransactionId()));
      assertThat(processed.getTransactionEnvelope().toByteString())
          .isEqualTo(peer.block(2).getData().getData(0));
      assertThatThrownBy(
              () -> queries.evaluateTransaction("GetTransactionByID", "grassland", "unknown"))
          .hasMessageContaining("Failed to get transaction with id unknown");
      var configuration = client.network().getContract("cscc");
      assertThat(
              org.hyperledger.fabric.protos.common.Block.parseFrom(
                  configuration.evaluateTransaction("GetConfigBlock", "grassland")))
          .isEqualTo(peer.block(0));
      assertThatThrownBy(() -> configuration.evaluateTransaction("JoinChain", "grassland"))
          .hasMessageContaining("Requested function JoinChain not found.");
    }
  }
}
