// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.grasslandcarbon.gateway.blocks.BlockSource.BlockStream;
import org.grasslandcarbon.gateway.blocks.LedgerDoubt.Kind;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that has read a ledger, is started again, and finds another one. */
@Timeout(60)
class KnownLedgerTest {
  private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

  @TempDir Path directory;
  private final List<Long> taken = new CopyOnWriteArrayList<>();
  private final Peer peer = new Peer();
  private KnownLedger known;
  private LedgerBlocks.Following following;

  /** A peer whose blocks a test adds and takes away; a stream waits for those not yet there. */
  private static final class Peer implements BlockSource {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Long> opened = new CopyOnWriteArrayList<>();
    private long firstServed;

    /** As a peer that was restored from a snapshot. */
    synchronized void forgetBefore(long block) {
      firstServed = block;
    }

    synchronized void grow(int count, String content) {
      for (int i = 0; i < count; i++) {
        blocks.add(block(blocks.size(), last(), content));
      }
      notifyAll();
    }

    synchronized void shrink(int count) {
      blocks.subList(blocks.size() - count, blocks.size()).clear();
    }

    synchronized OptionalLong height() {
      return OptionalLong.of(blocks.size());
    }

    private Optional<BlockHeader> last() {
      return blocks.isEmpty()
          ? Optional.empty()
          : Optional.of(blocks.get(blocks.size() - 1).getHeader());
    }

    @Override
    public BlockStream open(long from) {
      opened.add(from);
      return new BlockStream() {
        private long next = from;
        private boolean closed;

        @Override
        public Block next() {
          synchronized (Peer.this) {
            if (next < firstServed) {
              throw new BlockNotServedException(
                  next, new NoSuchElementException("Unexpected status response: NOT_FOUND"));
            }
            while (!closed && next >= blocks.size()) {
              awaitMore();
            }
            if (closed) {
              throw new IllegalStateException("the stream was closed");
            }
            return blocks.get((int) next++);
          }
        }

        @Override
        public void close() {
          synchronized (Peer.this) {
            closed = true;
            Peer.this.notifyAll();
          }
        }
      };
    }

    private void awaitMore() {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Block block(long number, Optional<BlockHeader> previous, String content) {
    BlockHeader.Builder header =
        BlockHeader.newBuilder()
            .setNumber(number)
            .setDataHash(ByteString.copyFromUtf8(content + number));
    previous.ifPresent(
        before ->
            header.setPreviousHash(
                ByteString.copyFrom(HexFormat.of().parseHex(BlockIdentity.of(before).hash()))));
    return Block.newBuilder()
        .setHeader(header)
        .setMetadata(
            BlockMetadata.newBuilder().addAllMetadata(Collections.nCopies(5, ByteString.EMPTY)))
        .build();
  }

  private void start(long from) {
    known = KnownLedger.open(directory.resolve("seen-block"), () -> NOW);
    following =
        new LedgerBlocks(peer, "registry", length -> {}, Optional.of(known))
            .follow(from, blocks -> blocks.forEach(block -> taken.add(block.number())));
  }

  @AfterEach
  void stop() {
    following.close();
    known.close();
  }

  private void readThenStop(int blocks) {
    readOnThenStop(0, blocks);
  }

  private void readOnThenStop(long from, int blocks) {
    peer.grow(blocks, "ours");
    start(from);
    long last = from + blocks - 1;
    await().until(() -> known.seen().filter(seen -> seen.number() == last).isPresent());
    stop();
    taken.clear();
    peer.opened.clear();
  }

  private void ask() {
    known.watching(peer::height).get();
  }

  @Test
  void the_same_ledger_is_recognised_and_read_on() {
    readThenStop(5);
    start(5);
    assertThat(known.doubt()).isEmpty();
    peer.grow(1, "ours");
    await().until(() -> taken.contains(5L));
    assertThat(known.isRecognised()).isTrue();
    assertThat(taken).containsExactly(5L);
  }

  @Test
  void a_ledger_that_was_never_read_is_believed() {
    start(0);
    assertThat(known.isRecognised()).isTrue();
    ask();
    assertThat(known.doubt()).isEmpty();
  }

  @Test
  void until_the_peer_has_shown_its_ledger_it_is_not_believed() {
    readThenStop(5);
    known = KnownLedger.open(directory.resolve("seen-block"), () -> NOW);
    assertThat(known.doubt()).isEmpty();
    assertThat(known.isRecognised()).isFalse();
  }

  @Test
  void a_ledger_that_has_lost_blocks_is_doubted_until_it_has_them_again() {
    readThenStop(5);
    List<Block> whole = List.copyOf(peer.blocks);
    peer.shrink(2);
    start(5);
    ask();
    assertThat(known.doubt()).contains(new LedgerDoubt(Kind.SHORTER, 4, NOW));
    assertThat(known.isRecognised()).isFalse();
    assertThat(following.isConnected()).isFalse();

    synchronized (peer) {
      peer.blocks.addAll(whole.subList(3, 5));
      peer.notifyAll();
    }
    await().until(() -> known.doubt().isEmpty());
    await().until(() -> known.isRecognised());
    assertThat(taken).isEmpty();
  }

  @Test
  void after_the_loss_of_the_database_the_ledger_is_known_all_the_same() {
    readThenStop(5);
    peer.shrink(2);
    start(0);
    ask();
    assertThat(known.doubt()).map(LedgerDoubt::kind).contains(Kind.SHORTER);
    assertThat(taken).as("nothing is read from such a ledger").isEmpty();
  }

  @Test
  void a_peer_without_the_early_blocks_is_told_of_until_it_has_them() {
    readThenStop(5);
    peer.forgetBefore(3);
    start(0);
    ask();
    await().until(() -> known.doubt().isPresent());
    assertThat(known.doubt()).contains(new LedgerDoubt(Kind.WITHOUT_EARLY_BLOCKS, 0, NOW));
    ask();
    assertThat(known.doubt()).as("it is high enough and still lacks them").isPresent();
    assertThat(known.isRecognised()).isFalse();
    assertThat(taken).isEmpty();

    peer.forgetBefore(0);
    await().until(() -> taken.contains(4L));
    assertThat(known.doubt()).isEmpty();
    assertThat(known.isRecognised()).isTrue();
  }

  @Test
  void a_peer_without_early_blocks_serves_a_gateway_that_has_read_them() {
    readThenStop(5);
    peer.forgetBefore(4);
    start(5);
    peer.grow(1, "ours");
    await().until(() -> taken.contains(5L));
    ask();
    assertThat(known.doubt()).isEmpty();
  }

  @Test
  void a_peer_that_begins_after_the_last_block_is_believed_when_nothing_is_missing() {
    readThenStop(5);
    peer.forgetBefore(5);
    start(5);
    assertThat(known.isRecognised()).as("before its height is known").isFalse();
    ask();
    await().until(() -> known.isRecognised());
    assertThat(known.doubt()).isEmpty();
    synchronized (peer) {
      peer.blocks.add(block(5, Optional.of(peer.blocks.get(3).getHeader()), "ours"));
      peer.notifyAll();
    }
    await().until(() -> known.doubt().isPresent());
    assertThat(known.doubt()).contains(new LedgerDoubt(Kind.DIFFERENT, 5, NOW));
    synchronized (peer) {
      peer.shrink(1);
      peer.grow(1, "ours");
    }
    await().until(() -> taken.contains(5L));
    assertThat(known.doubt()).isEmpty();
  }

  @Test
  void a_shorter_peer_that_does_not_give_the_last_block_is_not_believed() {
    readThenStop(5);
    peer.shrink(2);
    peer.forgetBefore(5);
    start(5);
    ask();
    assertThat(known.doubt()).map(LedgerDoubt::kind).contains(Kind.SHORTER);
    assertThat(known.isRecognised()).isFalse();
  }

  @Test
  void a_block_that_is_yet_to_come_is_not_missed() {
    readThenStop(3);
    start(3);
    ask();
    known.notServed(3);
    assertThat(known.doubt()).isEmpty();
    known.notServed(2);
    assertThat(known.doubt()).map(LedgerDoubt::block).contains(2L);
  }

  @Test
  void a_database_that_has_read_further_is_enough_to_doubt_a_shorter_ledger() throws IOException {
    readThenStop(5);
    Files.delete(directory.resolve("seen-block"));
    peer.shrink(2);
    start(4);
    ask();
    assertThat(known.doubt()).map(LedgerDoubt::kind).contains(Kind.SHORTER);
  }

  @Test
  void a_ledger_that_has_lost_blocks_and_grown_others_is_another_one() {
    readThenStop(5);
    peer.shrink(2);
    peer.grow(4, "others");
    start(5);
    await().until(() -> known.doubt().isPresent());
    assertThat(known.doubt()).contains(new LedgerDoubt(Kind.DIFFERENT, 4, NOW));
    ask();
    assertThat(known.doubt()).as("it is high enough and still another").isPresent();
    assertThat(taken).isEmpty();
    await().until(() -> peer.opened.size() > 3);
    assertThat(taken).as("however often it is tried").isEmpty();
  }

  @Test
  void a_block_that_does_not_follow_the_one_before_it_is_not_passed_on() {
    readThenStop(5);
    synchronized (peer) {
      peer.blocks.add(block(5, Optional.of(peer.blocks.get(3).getHeader()), "ours"));
    }
    start(5);
    await().until(() -> known.doubt().isPresent());
    assertThat(known.doubt()).contains(new LedgerDoubt(Kind.DIFFERENT, 5, NOW));
    assertThat(taken).isEmpty();
    synchronized (peer) {
      peer.shrink(1);
      peer.grow(1, "ours");
    }
    await().until(() -> taken.contains(5L));
    assertThat(known.doubt()).isEmpty();
  }

  @Test
  void what_was_taken_and_could_not_be_noted_is_read_again_and_not_handed_over() {
    readThenStop(5);
    peer.grow(3, "ours");
    start(7);
    await().until(() -> taken.contains(7L));
    assertThat(taken).containsExactly(7L);
    assertThat(peer.opened).containsExactly(4L, 5L);
  }

  @Test
  void a_note_that_a_crash_has_spoilt_leaves_the_one_before() throws IOException {
    // Blocks that are read together are noted once, so that two notes need two readings.
    readThenStop(4);
    readOnThenStop(4, 1);
    Path file = directory.resolve("seen-block");
    byte[] bytes = Files.readAllBytes(file);
    int newest = bytes[7] == 4 ? 0 : bytes.length / 2;
    bytes[newest + 20] ^= 1;
    Files.write(file, bytes);
    start(5);
    assertThat(known.seen()).map(BlockIdentity::number).contains(3L);
    peer.grow(1, "ours");
    await().until(() -> taken.contains(5L));
    assertThat(known.doubt()).isEmpty();
  }
}
