// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
 * is accepted, and all goes on when there is room.
 */
class WriteFailureTest {
  @TempDir Path directory;
  private final FailingDisk disk = new FailingDisk();

  /** A disk as it is when something is the matter with it. */
  private static final class FailingDisk implements AppendOnlyFile.Disk {
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    @Override
    public void write(FileChannel channel, ByteBuffer record, long position) throws IOException {
      if (full.get()) {
        // Half of the record reaches the disk, as when space runs out in the middle.
        ByteBuffer half = record.duplicate();
        half.limit(record.limit() / 2);
        channel.write(half, position);
        throw new IOException("No space left on device");
      }
      AppendOnlyFile.Disk.REAL.write(channel, record, position);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      if (failing.get()) {
        throw new IOException("Input/output error");
      }
      AppendOnlyFile.Disk.REAL.force(channel);
    }
  }

  private EmbeddedPeer open() {
    return Inside.open(
        EmbeddedPeer.builder(directory)
            .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
            .disk(disk));
  }

  private static void assertFailsWith(String text, TestClient client) {
    CommitStatusException waiting =
        catchThrowableOfType(CommitStatusException.class, () -> client.submit("put", "b", "1"));
    assertThat(waiting.getStatus().getCode()).isEqualTo(Code.ABORTED);
    assertThat(waiting.getStatus().getDescription()).contains(text);
    SubmitException later =
        catchThrowableOfType(SubmitException.class, () -> client.submit("put", "c", "1"));
    assertThat(later.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
    assertThat(((GatewayException) later).getDetails().get(0).getMessage()).contains(text);
  }

  @Test
  void a_full_disk_fails_those_who_wait_and_those_who_come() throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "a", "1");
      long height = peer.height();
      disk.full.set(true);
      assertFailsWith("cannot be written at present (No space left on device)", client);
      assertThat(client.evaluate("get", "a")).as("reading goes on").isEqualTo("1");
      assertThat(peer.height()).isEqualTo(height);
    }
    disk.full.set(false);
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
      assertThat(client.evaluate("get", "b")).isEmpty();
      client.submit("put", "b", "2");
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void when_there_is_room_again_what_had_been_taken_is_committed_and_all_goes_on()
      throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      long height = peer.height();
      disk.full.set(true);
      assertFailsWith("No space left on device", client);
      disk.full.set(false);
      while (peer.height() == height) {
        Thread.onSpinWait();
      }
      assertThat(client.evaluate("get", "b")).isEqualTo("1");
      client.submit("put", "c", "1");
      assertThat(peer.verify().problems()).isEmpty();
    }
    try (EmbeddedPeer peer = open()) {
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void after_a_failed_sync_nothing_is_committed_until_the_peer_is_opened_again() throws Exception {
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "a", "1");
      disk.failing.set(true);
      assertFailsWith("cannot be written any more", client);
      disk.failing.set(false);
      assertThatThrownBy(() -> client.submit("put", "c", "1")).isInstanceOf(SubmitException.class);
      assertThat(client.evaluate("get", "a")).as("reading goes on").isEqualTo("1");
    }
    try (EmbeddedPeer peer = open();
        TestClient client = new TestClient(peer.enrol("GrasslandMSP", "alice"), peer.channel())) {
      client.submit("put", "c", "1");
      assertThat(peer.verify().problems()).isEmpty();
    }
  }

  @Test
  void nothing_is_told_before_the_block_is_on_disk() throws Exception {
    AtomicBoolean slow = new AtomicBoolean();
    AtomicBoolean waiting = new AtomicBoolean();
    Semaphore writes = new Semaphore(0);
    try (EmbeddedPeer peer =
            Inside.open(
                EmbeddedPeer.builder(directory)
                    .chaincode("keys", "1.0", ShimChaincode.connector(new KeysContract()))
                    .disk(
                        (channel, record, position) -> {
                          if (slow.get()) {
                            waiting.set(true);
                            writes.acquireUninterruptibly();
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
      writes.release();
      assertThat(status.get(10, TimeUnit.SECONDS).isSuccessful()).isTrue();
      assertThat(next.get(10, TimeUnit.SECONDS).getHeader().getNumber()).isEqualTo(2);
      assertThat(client.evaluate("get", "a")).isEqualTo("1");
    }
  }
}
