// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DataDiskTest {
  private Instant now = Instant.parse("2026-05-01T08:00:00Z");
  private long free = 1_000;
  private final DataDisk disk =
      new DataDisk(
          () -> {
            if (free < 0) {
              throw new IOException("no such file system");
            }
            return free;
          },
          new DiskSettings(DataSize.ofBytes(100), DataSize.ofBytes(50)),
          () -> now);

  private void set(long bytes) {
    free = bytes;
    now = now.plusSeconds(1);
  }

  @Test
  void there_is_room_down_to_what_is_kept_free() {
    set(100);
    assertThat(disk.hasRoom()).isTrue();
    assertThat(disk.fullSince()).isEmpty();
    set(99);
    assertThat(disk.hasRoom()).isFalse();
    assertThat(disk.fullSince()).contains(now);
    assertThat(disk.hasRoomForDatabase()).isTrue();
    set(49);
    assertThat(disk.hasRoomForDatabase()).isFalse();
  }

  @Test
  void it_is_full_since_the_first_time_and_no_more_when_there_is_room_again() {
    set(99);
    Instant since = disk.fullSince().orElseThrow();
    set(0);
    assertThat(disk.fullSince()).contains(since);
    set(100);
    assertThat(disk.fullSince()).isEmpty();
    assertThat(disk.hasRoom()).isTrue();
  }

  @Test
  void it_is_not_asked_for_every_instruction() {
    set(1_000);
    assertThat(disk.hasRoom()).isTrue();
    free = 0;
    now = now.plusMillis(100);
    assertThat(disk.hasRoom()).isTrue();
    now = now.plusMillis(400);
    assertThat(disk.hasRoom()).isFalse();
  }

  @Test
  void for_the_database_it_is_asked_each_time() {
    set(1_000);
    assertThat(disk.hasRoomForDatabase()).isTrue();
    free = 0;
    assertThat(disk.hasRoomForDatabase()).isFalse();
  }

  @Test
  void a_file_system_that_does_not_answer_has_no_room() {
    set(-1);
    assertThat(disk.hasRoom()).isFalse();
    assertThat(disk.freeBytes()).isZero();
  }
}
