// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * How long the newest file of the inbox was when its last frame was known to be on disk, in a file
 * of its own: without it a last frame that has rotted since would be taken for one that a crash had
 * left unfinished, and be cut off. Two places are written in turn, so that a crash can spoil the
 * one in hand only.
 *
 * <p>It is not synced: a process that is killed loses nothing of it, and what a power cut may take
 * is its newest notes, which leaves a weaker memory and a true one. For one thread.
 */
final class StoredLength implements AutoCloseable {
  private static final int PLACE_BYTES = 2 * Long.BYTES + Integer.BYTES;

  private final FileChannel channel;
  private Note last;
  private int place;

  /**
   * A note.
   *
   * @param firstSequence names the file
   * @param bytes how long it was
   */
  record Note(long firstSequence, long bytes) {
    boolean isNewerThan(Note other) {
      return firstSequence > other.firstSequence
          || firstSequence == other.firstSequence && bytes > other.bytes;
    }
  }

  StoredLength(Path file) throws IOException {
    channel =
        OwnerOnlyFiles.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    for (int each = 0; each < 2; each++) {
      Optional<Note> read = read(each);
      if (read.isPresent() && (last == null || read.get().isNewerThan(last))) {
        last = read.get();
        place = each;
      }
    }
  }

  private Optional<Note> read(int from) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PLACE_BYTES);
    if (channel.read(bytes, (long) from * PLACE_BYTES) < PLACE_BYTES) {
      return Optional.empty();
    }
    Note note = new Note(bytes.getLong(0), bytes.getLong(Long.BYTES));
    return bytes.getInt(2 * Long.BYTES) == checksum(note) ? Optional.of(note) : Optional.empty();
  }

  /** The newest note; empty before the first. */
  Optional<Note> last() {
    return Optional.ofNullable(last);
  }

  /** Notes a length in the place of the last but one. */
  void note(Note note) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(PLACE_BYTES)
            .putLong(note.firstSequence())
            .putLong(note.bytes())
            .putInt(checksum(note))
            .flip();
    int other = 1 - place;
    channel.write(bytes, (long) other * PLACE_BYTES);
    place = other;
    last = note;
  }

  private static int checksum(Note note) {
    CRC32 crc = new CRC32();
    crc.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(note.firstSequence())
            .putLong(note.bytes())
            .flip());
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
