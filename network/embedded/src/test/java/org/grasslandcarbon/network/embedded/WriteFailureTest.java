// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that stops taking data: nobody waits for ever, nothing acknowledged is lost, nothing new
 * is accepted.
 */
class WriteFailureTest {
  @TempDir Path directory;
  private final AtomicBoolean full = new AtomicBoolean();

  private EmbeddedPeer open() {
    return Inside.open(
        EmbeddedPeer.builder(directory)
            .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
            .disk(
                (channel, record, position) -> {
                  if (full.get()) {
                    // Half of the record reaches the disk, as when space runs out in the middle.
                    ByteBuffer half = record.duplicate();
                    half.limit(record.limit() / 2);
                    channel.write(half, position);
                    throw new IOException("No space left on device");
                  }
                  AppendOnlyFile.Disk.REAL.write(channel, record, position);
                }));
  }

  @Test
  void a_full_disk_fails_those_who_wait_and_those_who_come() throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "a", "1");
      long height = peer.height();
      full.set(true);
      CommitStatusException waiting =
          catchThrowableOfType(CommitStatusException.class, () -> client.submit("put", "b", "1"));
      assertThat(waiting.getStatus().getCode()).isEqualTo(Code.ABORTED);
      assertThat(waiting.getStatus().getDescription())
          .contains("cannot be written any more")
          .contains("No space left on device");
      SubmitException later =
          catchThrowableOfType(SubmitException.class, () -> client.submit("put", "c", "1"));
      assertThat(later.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
      assertThat(((GatewayException) later).getDetails().get(0).getMessage())
          .contains("cannot be written any more");
      assertThat(Inside.of(peer).orderer().failure().reason())
          .isEqualTo(EmbeddedPeerException.Reason.WRITE_FAILED);
      assertThat(client.evaluate("get", "a")).as("reading goes on").isEqualTo("1");
      assertThat(peer.height()).isEqualTo(height);
    }
    full.set(false);
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
      assertThat(client.evaluate("get", "b")).isEmpty();
      client.submit("put", "b", "2");
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void nothing_is_told_before_the_block_is_on_disk() throws Exception {
    AtomicBoolean slow = new AtomicBoolean();
    AtomicBoolean waiting = new AtomicBoolean();
    Semaphore disk = new Semaphore(0);
    try (EmbeddedPeer peer =
            Inside.open(
                EmbeddedPeer.builder(directory)
                    .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
                    .disk(
                        (channel, record, position) -> {
                          if (slow.get()) {
                            waiting.set(true);
                            disk.acquireUninterruptibly();
                          }
                          AppendOnlyFile.Disk.REAL.write(channel, record, position);
                        }));
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel());
        var blocks =
            client
                .network()
                .newBlockEventsRequest()
                .startBlock(peer.height())
                .build()
                .getEvents()) {
      slow.set(true);
      var next = CompletableFuture.supplyAsync(blocks::next);
      var submitted =
          client
              .contract()
              .newProposal("put")
              .addArguments("a", "1")
              .build()
              .endorse()
              .submitAsync();
      var status =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return submitted.getStatus();
                } catch (CommitStatusException e) {
                  throw new IllegalStateException(e);
                }
              });
      while (!waiting.get() || Inside.of(peer).waiters().size() == 0) {
        Thread.onSpinWait();
      }
      assertThat(client.evaluate("get", "a")).isEmpty();
      assertThat(peer.height()).isEqualTo(2);
      assertThat(status).isNotDone();
      assertThat(next).isNotDone();
      disk.release();
      assertThat(status.get(10, TimeUnit.SECONDS).isSuccessful()).isTrue();
      assertThat(next.get(10, TimeUnit.SECONDS).getHeader().getNumber()).isEqualTo(2);
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
    }
  }
}
