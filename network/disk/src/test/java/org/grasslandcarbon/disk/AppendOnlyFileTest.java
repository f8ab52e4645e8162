// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyFileTest {
  private static final int MARK =
      ByteBuffer.wrap("FRAM".getBytes(StandardCharsets.US_ASCII)).getInt();

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("log");
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String content() throws IOException {
    return Files.readString(path());
  }

  /** A disk that has room for some bytes, as a full one has for the beginning of a write. */
  private static final class SmallDisk implements AppendOnlyFile.Disk {
    private int room;
    private boolean failsToSync;

    private SmallDisk(int room) {
      this.room = room;
    }

    @Override
    public void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
      if (bytes.remaining() > room) {
        channel.write(bytes.slice(0, room), position);
        throw new IOException("No space left on device");
      }
      room -= bytes.remaining();
      AppendOnlyFile.Disk.REAL.write(channel, bytes, position);
    }

    @Override
    public void force(FileChannel channel) throws IOException {
      if (failsToSync) {
        throw new IOException("Input/output error");
      }
      AppendOnlyFile.Disk.REAL.force(channel);
    }
  }

  @Test
  void what_is_appended_is_read_again_after_it_is_opened_again() throws Exception {
    try (AppendOnlyFile file = AppendOnlyFile.create(path())) {
      file.append(text("one"));
      file.append(text("two"));
      assertThat(file.length()).isEqualTo(6);
    }
    try (AppendOnlyFile file = AppendOnlyFile.open(path())) {
      assertThat(file.read(3, 3)).isEqualTo(text("two"));
      file.append(text("three"));
      assertThatThrownBy(() -> file.read(9, 3)).isInstanceOf(EOFException.class);
    }
    assertThat(content()).isEqualTo("onetwothree");
  }

  @Test
  void what_did_not_find_room_is_not_in_the_file_and_the_next_frame_follows_the_last_good_one()
      throws Exception {
    SmallDisk disk = new SmallDisk(5);
    try (AppendOnlyFile file = AppendOnlyFile.create(path(), disk)) {
      file.append(text("one"));
      assertThatThrownBy(() -> file.append(text("three")))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("No space left on device");
      assertThat(content()).isEqualTo("one");
      disk.room = 100;
      file.append(text("four"));
    }
    assertThat(content()).isEqualTo("onefour");
  }

  @Test
  void after_a_failed_sync_nothing_more_is_promised() throws Exception {
    SmallDisk disk = new SmallDisk(100);
    try (AppendOnlyFile file = AppendOnlyFile.create(path(), disk)) {
      file.append(text("one"));
      disk.failsToSync = true;
      assertThatThrownBy(() -> file.append(text("two")))
          .isInstanceOf(AppendOnlyFile.SyncFailure.class);
      disk.failsToSync = false;
      assertThatThrownBy(() -> file.append(text("three")))
          .isInstanceOf(AppendOnlyFile.SyncFailure.class);
    }
    assertThat(content()).isEqualTo("onetwo");
  }

  @Test
  void a_frame_after_a_place_is_found_wherever_it_is_and_a_mark_alone_is_none() throws Exception {
    int window = 1 << 20;
    for (int before : new int[] {0, 1, window - 3, window - 1, window, 2 * window + 7}) {
      Files.deleteIfExists(path());
      try (AppendOnlyFile file = AppendOnlyFile.create(path())) {
        file.append(text("FRAM" + "-".repeat(before)));
        file.append(text("FRAM!"));
        assertThat(file.hasFrameFrom(1, framing(file))).as("%d bytes before", before).isTrue();
        assertThat(file.hasFrameFrom(before + 5, framing(file))).isFalse();
      }
    }
  }

  /** A frame here is the mark and an exclamation mark. */
  private static AppendOnlyFile.Framing framing(AppendOnlyFile file) {
    return new AppendOnlyFile.Framing() {
      @Override
      public int mark() {
        return MARK;
      }

      @Override
      public boolean isFrameAt(long position) throws IOException {
        return position + 5 <= file.length() && file.read(position + 4, 1).get() == '!';
      }
    };
  }

  @Test
  void what_is_cut_off_is_kept_beside_the_file() throws Exception {
    Files.writeString(path(), "goodtorn");
    try (AppendOnlyFile file = AppendOnlyFile.open(path())) {
      Path kept = file.cutOff(4).orElseThrow();
      assertThat(Files.readString(kept)).isEqualTo("torn");
      assertThat(file.cutOff(4)).isEmpty();
      file.append(text(" and more"));
    }
    assertThat(content()).isEqualTo("good and more");
  }

  @Test
  void of_what_was_cut_off_the_last_is_kept_and_only_so_many_before_it() throws Exception {
    Files.writeString(path(), "good");
    for (int crash = 1; crash <= CutOffBytes.KEPT_MOST + 3; crash++) {
      Files.writeString(path(), "torn " + crash, StandardOpenOption.APPEND);
      try (AppendOnlyFile file = AppendOnlyFile.open(path())) {
        file.cutOff(4);
      }
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> kept = files.filter(each -> !each.equals(path())).toList();
      assertThat(kept).hasSize(CutOffBytes.KEPT_MOST);
      assertThat(kept.stream().map(AppendOnlyFileTest::read))
          .contains("torn " + (CutOffBytes.KEPT_MOST + 3))
          .doesNotContain("torn 1");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
