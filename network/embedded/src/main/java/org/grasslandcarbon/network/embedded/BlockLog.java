// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.zip.CRC32;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/**
 * The one truth of the ledger: a file to which every block is appended, with the private values
 * that its transactions wrote, and forced to disk before anybody hears of it. Everything else can
 * be made again from this file.
 *
 * <p>The file begins with a header of 16 bytes. A record is a header (mark, block number, length,
 * CRC of the content, CRC of the header itself; big-endian, 24 bytes) and a serialized {@code
 * BlockAndPrivateData}. The header has a CRC of its own so that a damaged length cannot pass for a
 * torn end.
 */
final class BlockLog implements AutoCloseable {
  static final int FORMAT_VERSION = 1;
  static final int FILE_HEADER_SIZE = 16;
  static final int RECORD_HEADER_SIZE = 24;
  private static final long FILE_MARK = 0x4641424c4f434b53L; // "FABLOCKS"
  private static final int RECORD_MARK = 0x424c4b31; // "BLK1"

  /**
   * Up to this size every content is checked when the log is opened, which takes under a second
   * from the page cache; beyond it only the headers are, and a content when it is read. {@link
   * EmbeddedPeer#verify()} always reads all.
   */
  static final long FULL_CHECK_BYTES = 512L << 20;

  /** How bytes get to disk; replaced in tests that need a failing disk. */
  interface Appender {
    /** Writes everything at the position and returns only when it would survive a loss of power. */
    void append(FileChannel channel, ByteBuffer record, long position) throws IOException;
  }

  static final Appender DURABLE =
      (channel, record, position) -> {
        long at = position;
        while (record.hasRemaining()) {
          at += channel.write(record, at);
        }
        channel.force(false);
      };

  private final Path file;
  private final FileChannel channel;
  private final Appender appender;
  private long[] offsets = new long[1024];
  private int height;
  private long end;
  private long droppedBytes;

  private BlockLog(Path file, FileChannel channel, Appender appender) {
    this.file = file;
    this.channel = channel;
    this.appender = appender;
  }

  /** Opens or creates the log; a torn last record is cut off, any other damage is refused. */
  static BlockLog open(Path file, Appender appender) throws IOException {
    boolean isNew = !Files.exists(file);
    FileChannel channel =
        FileChannel.open(
            file,
            EnumSet.of(
                StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            OwnerOnlyFiles.attributes(file, "rw-------"));
    BlockLog log = new BlockLog(file, channel, appender);
    try {
      if (isNew || channel.size() < FILE_HEADER_SIZE) {
        // A shorter file is one whose making was interrupted: it has never held a block.
        log.writeFileHeader();
      } else {
        log.checkFileHeader();
      }
      log.scan();
      return log;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void writeFileHeader() throws IOException {
    ByteBuffer header =
        ByteBuffer.allocate(FILE_HEADER_SIZE).putLong(FILE_MARK).putInt(FORMAT_VERSION);
    header.putInt(crc(header.array(), 0, 12)).flip();
    channel.truncate(0);
    DURABLE.append(channel, header, 0);
    OwnerOnlyFiles.forceDirectory(file.toAbsolutePath().getParent());
  }

  private void checkFileHeader() throws IOException {
    ByteBuffer header = readFully(0, FILE_HEADER_SIZE);
    if (header.getLong(0) != FILE_MARK || header.getInt(12) != crc(header.array(), 0, 12)) {
      throw damaged("does not begin like a block log");
    }
    int version = header.getInt(8);
    if (version > FORMAT_VERSION) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.UNKNOWN_FORMAT,
          file
              + " has format version "
              + version
              + ", this software knows up to "
              + FORMAT_VERSION
              + "; open it with the newer software that wrote it.");
    }
  }

  private void scan() throws IOException {
    long size = channel.size();
    boolean checkContents = size <= FULL_CHECK_BYTES;
    long at = FILE_HEADER_SIZE;
    while (at < size) {
      RecordHeader header = headerAt(at, size);
      boolean good = header != null && header.block() == height && header.end() <= size;
      // The last content is always checked: it is the one that a crash may have left incomplete.
      if (good && (checkContents || header.end() == size)) {
        good = header.matches(readFully(at + RECORD_HEADER_SIZE, header.length()));
      }
      if (!good) {
        if (recordFollows(at + 1, size)) {
          throw damaged(
              "is damaged at byte "
                  + at
                  + ", where block "
                  + height
                  + " should be, with later blocks after it");
        }
        cutOff(at, size);
        break;
      }
      remember(at);
      at = header.end();
    }
    end = at;
  }

  private void cutOff(long at, long size) throws IOException {
    droppedBytes = size - at;
    channel.truncate(at);
    channel.force(true);
  }

  /**
   * Whether a whole record with a good header begins anywhere from here on: then the damage is not
   * a torn end.
   */
  private boolean recordFollows(long from, long size) throws IOException {
    byte[] mark = ByteBuffer.allocate(4).putInt(RECORD_MARK).array();
    int window = 1 << 20;
    for (long base = from; base + RECORD_HEADER_SIZE <= size; base += window) {
      byte[] bytes = readFully(base, (int) Math.min(window + 3L, size - base)).array();
      for (int i = 0; i + 4 <= bytes.length; i++) {
        if (bytes[i] == mark[0] && Arrays.equals(bytes, i, i + 4, mark, 0, 4)) {
          RecordHeader header = headerAt(base + i, size);
          if (header != null && header.block() > height - 1 && header.end() <= size) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void remember(long offset) {
    if (height == offsets.length) {
      offsets = Arrays.copyOf(offsets, height * 2);
    }
    offsets[height++] = offset;
  }

  /** Appends the next block; when this returns, it is on disk. */
  synchronized void append(BlockAndPrivateData content) throws IOException {
    int length = content.getSerializedSize();
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER_SIZE + length);
    com.google.protobuf.CodedOutputStream out =
        com.google.protobuf.CodedOutputStream.newInstance(
            record.array(), RECORD_HEADER_SIZE, length);
    content.writeTo(out);
    out.checkNoSpaceLeft();
    record
        .putInt(RECORD_MARK)
        .putLong(height)
        .putInt(length)
        .putInt(crc(record.array(), RECORD_HEADER_SIZE, length));
    record.putInt(crc(record.array(), 0, RECORD_HEADER_SIZE - 4)).rewind();
    appender.append(channel, record, end);
    remember(end);
    end += RECORD_HEADER_SIZE + length;
  }

  /** The number of blocks. */
  synchronized long height() {
    return height;
  }

  /** How many bytes of a torn last record were cut off when the log was opened. */
  long droppedBytes() {
    return droppedBytes;
  }

  /** Reads a block that exists. */
  BlockAndPrivateData read(long block) throws IOException {
    long offset;
    synchronized (this) {
      if (block < 0 || block >= height) {
        throw new IndexOutOfBoundsException(
            "There is no block " + block + ", the height is " + height + ".");
      }
      offset = offsets[(int) block];
    }
    RecordHeader header = headerAt(offset, Long.MAX_VALUE);
    if (header == null || header.block() != block) {
      throw damaged("is damaged at byte " + offset + ", at block " + block);
    }
    ByteBuffer content = readFully(offset + RECORD_HEADER_SIZE, header.length());
    if (!header.matches(content)) {
      throw damaged("is damaged at byte " + offset + ", at block " + block);
    }
    try {
      return BlockAndPrivateData.parseFrom(content);
    } catch (InvalidProtocolBufferException e) {
      throw damaged("holds something else than a block at byte " + offset);
    }
  }

  private record RecordHeader(long offset, long block, int length, int crc) {
    long end() {
      return offset + RECORD_HEADER_SIZE + length;
    }

    boolean matches(ByteBuffer content) {
      return BlockLog.crc(content.array(), 0, length) == crc;
    }
  }

  private RecordHeader headerAt(long offset, long size) throws IOException {
    if (size - offset < RECORD_HEADER_SIZE) {
      return null;
    }
    ByteBuffer header = readFully(offset, RECORD_HEADER_SIZE);
    if (header.getInt(0) != RECORD_MARK
        || header.getInt(20) != crc(header.array(), 0, RECORD_HEADER_SIZE - 4)
        || header.getInt(12) < 0) {
      return null;
    }
    return new RecordHeader(offset, header.getLong(4), header.getInt(12), header.getInt(16));
  }

  private ByteBuffer readFully(long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw damaged("ends before byte " + (position + length));
      }
    }
    return buffer.flip();
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  private EmbeddedPeerException damaged(String what) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
        file + " " + what + "; restore it from a backup.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
