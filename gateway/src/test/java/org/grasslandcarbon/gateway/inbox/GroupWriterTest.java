// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The writer's thread outlives whatever the store does, and every record gets an answer. */
@Timeout(60)
class GroupWriterTest {
  private final List<InboxRecord> stored = new ArrayList<>();
  private volatile Throwable next;
  private final CountDownLatch mayFail = new CountDownLatch(1);
  private volatile boolean holds;

  /** Fails once, in whatever way the test says. */
  private final RecordStore store =
      new RecordStore() {
        @Override
        public void append(List<InboxRecord> records) throws IOException {
          Throwable failure = next;
          next = null;
          if (holds) {
            holds = false;
            awaitQuietly(mayFail);
          }
          if (failure instanceof IOException e) {
            throw e;
          }
          if (failure instanceof RuntimeException e) {
            throw e;
          }
          if (failure instanceof Error e) {
            throw e;
          }
          stored.addAll(records);
        }

        @Override
        public void close() {}
      };

  private final GroupWriter writer = new GroupWriter(store);

  @AfterEach
  void close() throws IOException {
    mayFail.countDown();
    writer.close();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Void> append(long sequence) {
    return writer.append(new InboxRecord.Finished(sequence));
  }

  private static void isRefused(CompletableFuture<Void> answer) {
    await().until(answer::isCompletedExceptionally);
  }

  private void survives(Throwable failure) {
    next = failure;
    isRefused(append(1));
    append(2).join();
    assertThat(stored).containsExactly(new InboxRecord.Finished(2));
    assertThat(writer.isBroken()).isFalse();
  }

  @Test
  void a_full_disk_fails_a_group_and_not_the_writer() {
    survives(new IOException("no space left on device"));
  }

  @Test
  void a_defect_fails_a_group_and_not_the_writer() {
    survives(new IllegalStateException("a defect"));
  }

  @Test
  void an_error_fails_a_group_and_not_the_writer() {
    survives(new OutOfMemoryError("as if there were no memory"));
  }

  @Test
  void after_a_failed_sync_all_that_waits_is_refused_and_nothing_more_is_taken() {
    holds = true;
    next = new AppendOnlyFile.SyncFailure(Path.of("inbox-1.log"), new IOException("the disk"));
    CompletableFuture<Void> first = append(1);
    await().until(() -> !holds);
    CompletableFuture<Void> waiting = append(2);
    mayFail.countDown();

    isRefused(first);
    isRefused(waiting);
    assertThat(append(3)).isCompletedExceptionally();
    assertThat(writer.isBroken()).isTrue();
    assertThat(stored).isEmpty();
  }
}
