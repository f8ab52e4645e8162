// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ComputationsTest {
  private final Computations threads = new Computations("test", 1, 2, Duration.ofSeconds(1));
  private final Computations patient = new Computations("test", 1, 2, Duration.ofSeconds(50));
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger afterwards = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger();

  @AfterEach
  void close() {
    mayEnd.countDown();
    threads.close();
    patient.close();
  }

  private static void isOverloaded(CompletableFuture<?> answer) {
    assertThatThrownBy(answer::join)
        .hasCauseInstanceOf(RegistryException.class)
        .extracting(e -> ((RegistryException) e.getCause()).code())
        .isEqualTo(ErrorCode.OVERLOADED);
  }

  /** Work that a hostile file makes: it would never end by itself. */
  private CompletableFuture<Object> endless() {
    return threads.submit(
        mustBeWanted -> {
          begun.incrementAndGet();
          while (true) {
            mustBeWanted.run();
            Thread.onSpinWait();
          }
        },
        afterwards::incrementAndGet);
  }

  @Test
  void work_ends_when_its_time_is_up_and_not_only_the_wait_for_it() {
    isOverloaded(endless());
    await().until(() -> afterwards.get() == 1);
    assertThat(threads.submit(mustBeWanted -> "next", afterwards::incrementAndGet).join())
        .isEqualTo("next");
  }

  @Test
  void what_has_waited_too_long_is_not_begun() {
    List<CompletableFuture<Object>> answers = new ArrayList<>();
    answers.add(
        threads.submit(
            mustBeWanted -> {
              begun.incrementAndGet();
              awaitQuietly();
              return "late";
            },
            afterwards::incrementAndGet));
    answers.add(endless());
    answers.forEach(ComputationsTest::isOverloaded);
    assertThat(afterwards).as("what the first needs is not taken away from it").hasValue(0);
    mayEnd.countDown();
    await().until(() -> afterwards.get() == 2);
    assertThat(begun).hasValue(1);
  }

  private void awaitQuietly() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void beyond_those_that_wait_one_is_asked_to_come_again() {
    List<CompletableFuture<Object>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(
          patient.submit(
              mustBeWanted -> {
                begun.incrementAndGet();
                awaitQuietly();
                return "done";
              },
              afterwards::incrementAndGet));
    }
    isOverloaded(answers.get(3));
    assertThat(afterwards).hasValue(1);
    mayEnd.countDown();
    assertThat(answers.get(0).join()).isEqualTo("done");
  }

  @Test
  void what_it_throws_is_the_answer() {
    CompletableFuture<Object> answer =
        threads.submit(
            mustBeWanted -> {
              throw new RegistryException(ErrorCode.BAD_STRATA, Detail.told("没有分层", "no stratum"));
            },
            afterwards::incrementAndGet);
    assertThatThrownBy(answer::join).hasCauseInstanceOf(RegistryException.class);
    assertThat(afterwards).hasValue(1);
  }
}
