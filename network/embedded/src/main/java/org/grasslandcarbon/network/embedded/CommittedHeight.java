// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import org.grasslandcarbon.disk.AppendOnlyFile;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * How many blocks have been committed and which was the last, in a file beside the block log. It is
 * on disk before anybody hears of a block, so that a log that has fewer blocks, or ends with
 * another one, is known to have lost something. Without it, a last block that has rotted looks as
 * if it had never been written completely.
 *
 * <p>The file has two places and they are written in turns: a crash in the middle of writing one
 * leaves the other, which is a block older.
 */
final class CommittedHeight implements AutoCloseable {
  private static final long FILE_MARK = 0x464142484947484dL; // "FABHIGHM"
  private static final int HASH_BYTES = 32;
  private static final int PLACE_BYTES = 8 + 8 + HASH_BYTES + 4;

  /** In different blocks of any disk, so that a torn write cannot take both. */
  private static final int PLACE_DISTANCE = 4096;

  private static final int FILE_BYTES = 2 * PLACE_DISTANCE;

  /**
   * What has been committed.
   *
   * @param height the number of blocks
   * @param lastBlock the hash of the last one's header; zeros when there is none
   */
  record Mark(long height, ByteString lastBlock) {
    static final Mark NOTHING = new Mark(0, ByteString.copyFrom(new byte[HASH_BYTES]));
  }

  private final Path path;
  private FileChannel channel;
  private Mark newest;

  private CommittedHeight(Path path) {
    this.path = path;
  }

  /** Reads the file if it is there. */
  static CommittedHeight open(Path path) throws IOException {
    CommittedHeight height = new CommittedHeight(path);
    if (Files.exists(path)) {
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(path));
      for (int place = 0; place < 2; place++) {
        height.consider(content, place * PLACE_DISTANCE);
      }
    }
    return height;
  }

  private void consider(ByteBuffer content, int at) {
    if (content.limit() < at + PLACE_BYTES) {
      return;
    }
    ByteBuffer place = content.slice(at, PLACE_BYTES);
    boolean good =
        place.getLong(0) == FILE_MARK && place.getInt(PLACE_BYTES - 4) == crc(place.duplicate());
    long height = place.getLong(8);
    if (good && (newest == null || newest.height() < height)) {
      newest = new Mark(height, ByteString.copyFrom(place.position(16), HASH_BYTES));
    }
  }

  /** What the file says; empty when it is not there or neither place can be read. */
  Optional<Mark> newest() {
    return Optional.ofNullable(newest);
  }

  /** Whether the file is there and says nothing. */
  boolean isDamaged() {
    return newest == null && Files.exists(path);
  }

  /**
   * Notes what has been committed; it is on disk when this returns.
   *
   * @throws AppendOnlyFile.SyncFailure when nobody knows whether it is
   */
  void note(Mark mark) throws IOException {
    if (newest != null && mark.height() < newest.height()) {
      // A loss was accepted. The greater of the two places counts, so that both must go.
      close();
      newest = null;
    }
    if (channel == null) {
      channel = openOrBegin(mark);
    }
    if (!mark.equals(newest)) {
      write(bytes(mark), mark.height());
      newest = mark;
    }
  }

  /** One that is not there, or says nothing, is made with its full length, which never changes. */
  private FileChannel openOrBegin(Mark mark) throws IOException {
    if (newest == null || Files.size(path) != FILE_BYTES) {
      ByteBuffer content = ByteBuffer.allocate(FILE_BYTES);
      content.put(placeOf(mark.height()), bytes(mark).array(), 0, PLACE_BYTES);
      OwnerOnlyFiles.write(path, content.array());
      newest = mark;
    }
    return OwnerOnlyFiles.open(
        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
  }

  private static ByteBuffer bytes(Mark mark) {
    ByteBuffer place = ByteBuffer.allocate(PLACE_BYTES).putLong(FILE_MARK).putLong(mark.height());
    place.put(mark.lastBlock().toByteArray());
    return place.putInt(crc(place.duplicate().rewind())).rewind();
  }

  private void write(ByteBuffer place, long height) throws IOException {
    try {
      AppendOnlyFile.Disk.REAL.write(channel, place, placeOf(height));
    } catch (IOException e) {
      throw new AppendOnlyFile.SyncFailure(path, e);
    }
  }

  private static int placeOf(long height) {
    return (int) (height % 2) * PLACE_DISTANCE;
  }

  private static int crc(ByteBuffer place) {
    CRC32 crc = new CRC32();
    crc.update(place.limit(PLACE_BYTES - 4));
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
