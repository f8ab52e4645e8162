// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.grasslandcarbon.gateway.blocks.BlockSource.BlockStream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer that sends what the test puts into the newest stream's queue; a marker ends a stream. */
@Timeout(60)
class LedgerBlocksTest {
  private static final Block BREAK = Block.getDefaultInstance();

  private volatile BlockingQueue<Block> fromPeer = new LinkedBlockingQueue<>();
  private final List<Long> opened = new CopyOnWriteArrayList<>();
  private final List<Long> taken = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger handlerErrors = new AtomicInteger();
  private final List<Integer> steps = new CopyOnWriteArrayList<>();
  private final Semaphore mayTake = new Semaphore(1_000);
  private volatile long kept = Long.MAX_VALUE;
  private LedgerBlocks.Following following;

  @AfterEach
  void close() {
    mayTake.release(1_000);
    following.close();
  }

  private void follow(long from) {
    LedgerBlocks blocks = new LedgerBlocks(this::open, "registry", pauses::add, Optional.empty());
    following =
        blocks.follow(
            from,
            new BlockHandler() {
              @Override
              public void take(List<LedgerBlock> blocks) throws Exception {
                LedgerBlocksTest.this.take(blocks);
              }

              @Override
              public long resumesAt(long next) {
                return Math.min(next, kept);
              }
            });
  }

  private BlockStream open(long from) {
    BlockingQueue<Block> stream = opened.isEmpty() ? fromPeer : new LinkedBlockingQueue<>();
    fromPeer = stream;
    opened.add(from);
    if (refusals.getAndDecrement() > 0) {
      throw new IllegalStateException("no peer");
    }
    return new BlockStream() {
      @Override
      public Block next() {
        try {
          Block next = stream.take();
          if (errors.getAndDecrement() > 0) {
            throw new AssertionError("as if there were no memory");
          }
          if (next == BREAK) {
            throw new IllegalStateException("the stream broke");
          }
          return next;
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void close() {
        stream.add(BREAK);
      }
    };
  }

  private void take(List<LedgerBlock> blocks) throws InterruptedException {
    steps.add(blocks.size());
    mayTake.acquire();
    if (failures.getAndDecrement() > 0) {
      throw new IllegalStateException("the database is away");
    }
    if (handlerErrors.getAndDecrement() > 0) {
      throw new AssertionError("as if there were no memory");
    }
    blocks.forEach(block -> taken.add(block.number()));
  }

  private void send(long... numbers) {
    LongStream.of(numbers).mapToObj(LedgerBlocksTest::block).forEach(fromPeer::add);
  }

  private static Block block(long number) {
    return Block.newBuilder()
        .setHeader(BlockHeader.newBuilder().setNumber(number))
        .setMetadata(
            BlockMetadata.newBuilder().addAllMetadata(Collections.nCopies(5, ByteString.EMPTY)))
        .build();
  }

  private void awaitTaken(Long... numbers) {
    await().until(() -> taken.size() >= numbers.length);
    assertThat(taken).containsExactly(numbers);
  }

  @Test
  void blocks_are_handed_over_in_order_from_where_the_reader_stands() {
    follow(5);
    send(5, 6, 7);
    awaitTaken(5L, 6L, 7L);
    assertThat(opened).containsExactly(5L);
    assertThat(pauses).isEmpty();
  }

  @Test
  void blocks_that_arrive_while_others_are_handled_are_handed_over_together() {
    mayTake.drainPermits();
    follow(0);
    send(0);
    await().until(() -> steps.size() == 1);
    send(LongStream.rangeClosed(1, ReadAhead.BLOCKS_MOST + 50).toArray());
    await().until(() -> fromPeer.isEmpty());
    mayTake.release(1_000);
    await().until(() -> taken.size() == ReadAhead.BLOCKS_MOST + 51);
    assertThat(taken).isSorted();
    assertThat(steps.get(1)).isGreaterThan(1).isLessThanOrEqualTo(ReadAhead.BLOCKS_MOST);
    assertThat(steps).hasSizeLessThan(10);
  }

  @Test
  void reading_waits_when_much_is_waiting_to_be_handled() {
    mayTake.drainPermits();
    follow(0);
    ByteString large = ByteString.copyFrom(new byte[(int) ReadAhead.BYTES_MOST / 2 + 1]);
    for (long number = 0; number < 4; number++) {
      Block block = block(number);
      fromPeer.add(block.toBuilder().setMetadata(padded(block, large)).build());
    }
    await().until(() -> steps.size() == 1);
    await().until(() -> fromPeer.size() == 1);
    await().during(Duration.ofMillis(200)).until(() -> fromPeer.size() == 1);
    mayTake.release(1_000);
    awaitTaken(0L, 1L, 2L, 3L);
  }

  private static BlockMetadata padded(Block block, ByteString padding) {
    return block.getMetadata().toBuilder().setMetadata(0, padding).build();
  }

  @Test
  void after_a_lost_connection_reading_goes_on_where_it_was() {
    follow(0);
    send(0, 1);
    awaitTaken(0L, 1L);
    fromPeer.add(BREAK);
    await().until(() -> opened.size() > 1);
    send(2);
    awaitTaken(0L, 1L, 2L);
    assertThat(opened).containsExactly(0L, 2L);
  }

  @Test
  void a_peer_that_is_away_is_tried_with_growing_pauses_up_to_a_limit() {
    refusals.set(12);
    follow(0);
    await().until(() -> opened.size() > 12);
    assertThat(pauses.subList(0, 3))
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    assertThat(pauses.get(11)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_block_whose_handler_fails_is_asked_for_again_and_not_skipped() {
    failures.set(1);
    follow(3);
    send(3);
    await().until(() -> opened.size() > 1);
    send(3);
    awaitTaken(3L);
    assertThat(opened).containsExactly(3L, 3L);
  }

  @Test
  void blocks_that_a_handler_has_lost_since_it_took_them_are_handed_over_again() {
    follow(3);
    send(3, 4, 5);
    awaitTaken(3L, 4L, 5L);
    kept = 4;
    failures.set(1);
    send(6);
    await().until(() -> opened.size() > 1);
    send(4, 5, 6);
    awaitTaken(3L, 4L, 5L, 4L, 5L, 6L);
    assertThat(opened).containsExactly(3L, 4L);
  }

  @Test
  void a_handler_that_has_lost_blocks_gets_them_again_though_no_new_one_comes() {
    follow(3);
    send(3, 4, 5);
    awaitTaken(3L, 4L, 5L);
    kept = 5;
    following.beginAnew();
    await().until(() -> opened.size() > 1);
    send(5);
    awaitTaken(3L, 4L, 5L, 5L);
  }

  @Test
  void a_gap_in_what_the_peer_sends_is_not_passed_on() {
    follow(3);
    send(4);
    await().until(() -> opened.size() > 1);
    assertThat(opened.get(1)).isEqualTo(3L);
    assertThat(taken).isEmpty();
  }

  @Test
  void a_reader_that_ends_by_an_error_is_started_again() {
    errors.set(1);
    follow(0);
    send(0);
    await().until(() -> opened.size() > 1);
    send(0);
    awaitTaken(0L);
  }

  @Test
  void an_error_while_a_block_is_taken_does_not_end_the_reading() {
    handlerErrors.set(1);
    follow(0);
    send(0);
    await().until(() -> opened.size() > 1);
    send(0);
    awaitTaken(0L);
    assertThat(following.isConnected()).isTrue();
  }

  @Test
  void closing_ends_a_wait_for_the_next_block() {
    follow(0);
    await().until(() -> following.isConnected());
    following.close();
    assertThat(following.isConnected()).isFalse();
    assertThat(pauses).isEmpty();
  }
}
