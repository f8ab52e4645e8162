// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekInfo.SeekBehavior;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks and events, replayed from any height and followed as they come. */
class EventsTest {
  @TempDir Path directory;
  private EmbeddedPeer peer;
  private TestClient client;

  @BeforeEach
  void open() {
    peer =
        Inside.open(
            EmbeddedPeer.builder(directory)
                .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract())));
    client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel());
  }

  @AfterEach
  void close() {
    client.close();
    peer.close();
  }

  private long write(String key) throws Exception {
    SubmittedTransaction submitted =
        client
            .contract()
            .newProposal("putWithEvent")
            .addArguments(key, "1")
            .build()
            .endorse()
            .submitAsync();
    Status status = submitted.getStatus();
    assertThat(status.isSuccessful()).isTrue();
    return status.getBlockNumber();
  }

  @Test
  void chaincode_events_are_replayed_from_a_block_and_then_followed() throws Exception {
    write("a");
    long second = write("b");
    try (CloseableIterator<ChaincodeEvent> events =
        client.network().newChaincodeEventsRequest("keys").startBlock(second).build().getEvents()) {
      ChaincodeEvent event = events.next();
      assertThat(event.getBlockNumber()).isEqualTo(second);
      assertThat(event.getEventName()).isEqualTo("put");
      assertThat(event.getChaincodeName()).isEqualTo("keys");
      assertThat(new String(event.getPayload())).isEqualTo("b=1");
      write("c");
      assertThat(new String(events.next().getPayload())).isEqualTo("c=1");
    }
  }

  @Test
  void chaincode_events_go_on_after_a_transaction() throws Exception {
    write("a");
    write("b");
    List<ChaincodeEvent> first = new ArrayList<>();
    try (CloseableIterator<ChaincodeEvent> events =
        client.network().newChaincodeEventsRequest("keys").startBlock(0).build().getEvents()) {
      first.add(events.next());
      first.add(events.next());
    }
    try (CloseableIterator<ChaincodeEvent> events =
        client
            .network()
            .newChaincodeEventsRequest("keys")
            .startBlock(first.get(0).getBlockNumber())
            .checkpoint(
                new org.hyperledger.fabric.client.Checkpoint() {
                  @Override
                  public java.util.OptionalLong getBlockNumber() {
                    return java.util.OptionalLong.of(first.get(0).getBlockNumber());
                  }

                  @Override
                  public java.util.Optional<String> getTransactionId() {
                    return java.util.Optional.of(first.get(0).getTransactionId());
                  }
                })
            .build()
            .getEvents()) {
      assertThat(events.next().getTransactionId()).isEqualTo(first.get(1).getTransactionId());
    }
  }

  @Test
  void an_invalid_transaction_has_no_chaincode_event() throws Exception {
    var late = client.contract().newProposal("append").addArguments("a", "x").build().endorse();
    write("a");
    assertThat(late.submitAsync().getStatus().getCode())
        .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
    long last = write("b");
    try (CloseableIterator<ChaincodeEvent> events =
        client.network().newChaincodeEventsRequest("keys").startBlock(0).build().getEvents()) {
      assertThat(new String(events.next().getPayload())).isEqualTo("a=1");
      assertThat(events.next().getBlockNumber()).isEqualTo(last);
    }
  }

  @Test
  void blocks_come_from_the_first_on_and_form_a_chain() throws Exception {
    write("a");
    write("b");
    ByteString previous = ByteString.EMPTY;
    try (CloseableIterator<Block> blocks =
        client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
      for (long number = 0; number < 4; number++) {
        Block block = blocks.next();
        assertThat(block.getHeader().getNumber()).isEqualTo(number);
        assertThat(block.getHeader().getPreviousHash()).isEqualTo(previous);
        assertThat(block.getHeader().getDataHash())
            .isEqualTo(Blocks.dataHash(block.getData().getDataList()));
        assertThat(block.getMetadata().getMetadataCount()).isEqualTo(5);
        previous = Blocks.headerHash(block.getHeader());
      }
      CompletableFuture<Block> next = CompletableFuture.supplyAsync(blocks::next);
      long number = write("c");
      assertThat(next.get(10, TimeUnit.SECONDS).getHeader().getNumber()).isEqualTo(number);
    }
  }

  @Test
  void every_block_but_the_first_is_signed_by_the_orderer() throws Exception {
    write("a");
    Membership membership = Inside.of(peer).keys().membership();
    for (long number = 1; number < peer.height(); number++) {
      assertThat(Blocks.signedBy(peer.block(number), membership, PeerKeys.ORDERER_MSP)).isTrue();
      Block other =
          peer.block(number).toBuilder()
              .setHeader(peer.block(number).getHeader().toBuilder().setNumber(99))
              .build();
      assertThat(Blocks.signedBy(other, membership, PeerKeys.ORDERER_MSP)).isFalse();
    }
  }

  @Test
  void filtered_blocks_tell_codes_and_event_names_but_no_contents() throws Exception {
    long number = write("a");
    try (CloseableIterator<FilteredBlock> blocks =
        client.network().newFilteredBlockEventsRequest().startBlock(0).build().getEvents()) {
      FilteredBlock genesis = blocks.next();
      assertThat(genesis.getFilteredTransactions(0).getType()).isEqualTo(HeaderType.CONFIG);
      blocks.next();
      FilteredBlock block = blocks.next();
      assertThat(block.getNumber()).isEqualTo(number);
      assertThat(block.getChannelId()).isEqualTo("grassland");
      assertThat(block.getFilteredTransactions(0).getTxValidationCode())
          .isEqualTo(TxValidationCode.VALID);
      var event =
          block
              .getFilteredTransactions(0)
              .getTransactionActions()
              .getChaincodeActions(0)
              .getChaincodeEvent();
      assertThat(event.getEventName()).isEqualTo("put");
      assertThat(event.getPayload().isEmpty()).isTrue();
    }
  }

  @Test
  void private_values_come_with_their_block() throws Exception {
    client
        .contract()
        .newProposal("putPrivate")
        .addArguments("_implicit_org_GrasslandMSP", "price")
        .putTransient("value", "sixty")
        .build()
        .endorse()
        .submit();
    try (CloseableIterator<BlockAndPrivateData> blocks =
        client
            .network()
            .newBlockAndPrivateDataEventsRequest()
            .startBlock(peer.height() - 1)
            .build()
            .getEvents()) {
      BlockAndPrivateData content = blocks.next();
      assertThat(content.getPrivateDataMapMap()).containsOnlyKeys(0L);
      assertThat(
              content
                  .getPrivateDataMapOrThrow(0)
                  .toByteString()
                  .toString(java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains("sixty");
    }
  }

  @Test
  void a_slow_reader_gets_every_block_and_holds_nobody_up() throws Exception {
    try (CloseableIterator<Block> blocks =
        client.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
      for (int i = 0; i < 100; i++) {
        write("k" + i);
      }
      for (long number = 0; number < 102; number++) {
        assertThat(blocks.next().getHeader().getNumber()).isEqualTo(number);
      }
    }
  }

  @Test
  void a_stranger_gets_no_blocks(@TempDir Path other) {
    try (EmbeddedPeer otherPeer = Inside.open(EmbeddedPeer.builder(other));
        TestClient stranger =
            new TestClient(otherPeer.enrol("GrasslandMSP", "mallory"), peer.channel());
        CloseableIterator<Block> blocks =
            stranger.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
      assertThatThrownBy(blocks::next)
          .isInstanceOf(NoSuchElementException.class)
          .hasMessageContaining("FORBIDDEN");
    }
  }

  @Test
  void streams_end_when_the_peer_is_closed() {
    try (CloseableIterator<Block> blocks =
        client.network().newBlockEventsRequest().startBlock(1000).build().getEvents()) {
      CompletableFuture<Block> next = CompletableFuture.supplyAsync(blocks::next);
      peer.close();
      assertThatThrownBy(() -> next.get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  /**
   * Seeks with the plain stub, as clients other than the SDK do; the client closes its side at
   * once.
   */
  private List<DeliverResponse> seek(SeekPosition start, SeekPosition stop, SeekBehavior behavior)
      throws Exception {
    SeekInfo seek =
        SeekInfo.newBuilder().setStart(start).setStop(stop).setBehavior(behavior).build();
    Instant now = Instant.now();
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(
                        ChannelHeader.newBuilder()
                            .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                            .setChannelId("grassland")
                            .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                            .build()
                            .toByteString())
                    .setSignatureHeader(
                        SignatureHeader.newBuilder()
                            .setCreator(client.creator())
                            .build()
                            .toByteString()))
            .setData(seek.toByteString())
            .build()
            .toByteString();
    List<DeliverResponse> responses = new ArrayList<>();
    CompletableFuture<List<DeliverResponse>> done = new CompletableFuture<>();
    StreamObserver<Envelope> requests =
        DeliverGrpc.newStub(peer.channel())
            .deliver(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DeliverResponse response) {
                    responses.add(response);
                  }

                  @Override
                  public void onError(Throwable cause) {
                    done.completeExceptionally(cause);
                  }

                  @Override
                  public void onCompleted() {
                    done.complete(responses);
                  }
                });
    requests.onNext(
        Envelope.newBuilder().setPayload(payload).setSignature(client.sign(payload)).build());
    requests.onCompleted();
    return done.get(10, TimeUnit.SECONDS);
  }

  private static SeekPosition at(long number) {
    return SeekPosition.newBuilder()
        .setSpecified(SeekSpecified.newBuilder().setNumber(number))
        .build();
  }

  @Test
  void a_bounded_request_ends_with_success_after_its_last_block() throws Exception {
    write("a");
    List<DeliverResponse> responses = seek(at(1), at(2), SeekBehavior.BLOCK_UNTIL_READY);
    assertThat(responses).hasSize(3);
    assertThat(responses.get(0).getBlock().getHeader().getNumber()).isEqualTo(1);
    assertThat(responses.get(1).getBlock().getHeader().getNumber()).isEqualTo(2);
    assertThat(responses.get(2).getStatus())
        .isEqualTo(org.hyperledger.fabric.protos.common.Status.SUCCESS);
  }

  @Test
  void the_newest_block_can_be_asked_for() throws Exception {
    SeekPosition newest =
        SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()).build();
    List<DeliverResponse> responses = seek(newest, newest, SeekBehavior.BLOCK_UNTIL_READY);
    assertThat(responses.get(0).getBlock()).isEqualTo(peer.block(peer.height() - 1));
    assertThat(responses).hasSize(2);
  }

  @Test
  void a_block_that_is_not_there_is_not_found_when_the_client_does_not_want_to_wait()
      throws Exception {
    assertThat(seek(at(99), at(99), SeekBehavior.FAIL_IF_NOT_READY))
        .extracting(DeliverResponse::getStatus)
        .containsExactly(org.hyperledger.fabric.protos.common.Status.NOT_FOUND);
    assertThat(seek(at(1), at(0), SeekBehavior.BLOCK_UNTIL_READY))
        .extracting(DeliverResponse::getStatus)
        .containsExactly(org.hyperledger.fabric.protos.common.Status.BAD_REQUEST);
  }
}
