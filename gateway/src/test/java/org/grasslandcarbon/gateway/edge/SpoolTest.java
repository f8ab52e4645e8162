// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private static final int MOST = 1_000;

  private final Shares room = new Shares(MOST, MOST);

  private static void write(Spool spool, int count) throws IOException {
    spool.write(new byte[count], 0, count);
  }

  @Test
  void all_together_hold_no_more_than_there_is_room_for_and_small_ones_come_through()
      throws IOException {
    Spool large = Spool.inMemory(room, "one");
    try (Spool second = Spool.inMemory(room, "one");
        Spool small = Spool.inMemory(room, "one")) {
      write(large, Spool.UNCOUNTED + MOST);
      write(second, Spool.UNCOUNTED);
      assertThatThrownBy(() -> write(second, 1))
          .isInstanceOfSatisfying(
              RegistryException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));
      write(small, 100);
      assertThat(small.read().readAllBytes()).hasSize(100);
      large.close();
      large.close();
      assertThat(room.held()).as("given back once").isZero();
      write(second, MOST);
    }
    assertThat(room.held()).isZero();
  }

  @Test
  void what_is_read_is_what_was_written() throws IOException {
    byte[] written = new byte[100_003];
    new Random(7).nextBytes(written);
    try (Spool spool = Spool.inMemory(Shares.ofQuarters(4L * written.length), "one")) {
      spool.write(written, 0, 0);
      spool.write(written, 0, 1);
      spool.write(written, 1, 16_383);
      spool.write(written, 16_384, 50_000);
      spool.write(written, 66_384, written.length - 66_384);
      assertThat(spool.length()).isEqualTo(written.length);
      assertThat(spool.read().readAllBytes()).isEqualTo(written);
      spool.reset();
      assertThat(spool.read().readAllBytes()).isEmpty();
      spool.write(written, 5, 2);
      assertThat(spool.read().readAllBytes()).containsExactly(written[5], written[6]);
    }
  }

  @Test
  void what_is_forgotten_gives_its_room_back(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("spool"));
    try (Spool spool = Spool.inFile(file, room, "one")) {
      write(spool, Spool.UNCOUNTED + 7);
      assertThat(room.held()).isEqualTo(7);
      spool.reset();
      assertThat(room.held()).isZero();
      write(spool, 3);
      assertThat(spool.read().readAllBytes()).hasSize(3);
    }
    assertThat(file).doesNotExist();
  }
}
