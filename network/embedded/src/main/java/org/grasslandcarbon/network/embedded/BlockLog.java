// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.grasslandcarbon.disk.AppendOnlyFile;
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

  private final AppendOnlyFile file;
  private long[] offsets = new long[1024];
  private int height;
  private Optional<Path> dropped = Optional.empty();

  private BlockLog(AppendOnlyFile file) {
    this.file = file;
  }

  /** Opens or creates the log; a torn last record is cut off, any other damage is refused. */
  static BlockLog open(Path path, AppendOnlyFile.Disk disk) throws IOException {
    if (Files.exists(path) && Files.size(path) < FILE_HEADER_SIZE) {
      // Its making was interrupted: it has never held a block.
      Files.delete(path);
    }
    boolean isNew = !Files.exists(path);
    BlockLog log =
        new BlockLog(isNew ? AppendOnlyFile.create(path, disk) : AppendOnlyFile.open(path, disk));
    try {
      if (isNew) {
        log.file.append(fileHeader());
      } else {
        log.checkFileHeader();
      }
      log.scan();
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static ByteBuffer fileHeader() {
    ByteBuffer header =
        ByteBuffer.allocate(FILE_HEADER_SIZE).putLong(FILE_MARK).putInt(FORMAT_VERSION);
    return header.putInt(crc(header.array(), 0, 12)).flip();
  }

  private void checkFileHeader() throws IOException {
    ByteBuffer header = file.read(0, FILE_HEADER_SIZE);
    if (header.getLong(0) != FILE_MARK || header.getInt(12) != crc(header.array(), 0, 12)) {
      throw damaged("does not begin like a block log");
    }
    int version = header.getInt(8);
    if (version > FORMAT_VERSION) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.UNKNOWN_FORMAT,
          file.path()
              + " has format version "
              + version
              + ", this software knows up to "
              + FORMAT_VERSION
              + "; open it with the newer software that wrote it.");
    }
  }

  private void scan() throws IOException {
    long size = file.length();
    boolean checkContents = size <= FULL_CHECK_BYTES;
    long at = FILE_HEADER_SIZE;
    while (at < size) {
      RecordHeader header = headerAt(at, size);
      boolean good = header != null && header.block() == height && header.end() <= size;
      // The last content is always checked: it is the one that a crash may have left incomplete.
      if (good && (checkContents || header.end() == size)) {
        good = header.matches(file.read(at + RECORD_HEADER_SIZE, header.length()));
      }
      if (!good) {
        if (file.hasFrameFrom(at + 1, laterRecords())) {
          throw damaged(
              "is damaged at byte "
                  + at
                  + ", where block "
                  + height
                  + " should be, with later blocks after it");
        }
        dropped = file.cutOff(at);
        break;
      }
      remember(at);
      at = header.end();
    }
  }

  /** A record with a good header of a block that is not in the log yet. */
  private AppendOnlyFile.Framing laterRecords() {
    return new AppendOnlyFile.Framing() {
      @Override
      public int mark() {
        return RECORD_MARK;
      }

      @Override
      public boolean isFrameAt(long position) throws IOException {
        RecordHeader header = headerAt(position, file.length());
        return header != null && header.block() >= height && header.end() <= file.length();
      }
    };
  }

  private void remember(long offset) {
    if (height == offsets.length) {
      offsets = Arrays.copyOf(offsets, height * 2);
    }
    offsets[height++] = offset;
  }

  /**
   * Appends the next block; when this returns, it is on disk.
   *
   * @throws IOException when it cannot be written; the log is as before
   * @throws AppendOnlyFile.SyncFailure when it is not known whether it is there
   */
  synchronized void append(BlockAndPrivateData content) throws IOException {
    int length = content.getSerializedSize();
    ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER_SIZE + length);
    CodedOutputStream out =
        CodedOutputStream.newInstance(record.array(), RECORD_HEADER_SIZE, length);
    content.writeTo(out);
    out.checkNoSpaceLeft();
    record
        .putInt(RECORD_MARK)
        .putLong(height)
        .putInt(length)
        .putInt(crc(record.array(), RECORD_HEADER_SIZE, length));
    record.putInt(crc(record.array(), 0, RECORD_HEADER_SIZE - 4)).rewind();
    long at = file.length();
    file.append(record);
    remember(at);
  }

  /** The number of blocks. */
  synchronized long height() {
    return height;
  }

  /** Where the bytes are that were cut off when the log was opened, its last record being torn. */
  Optional<Path> dropped() {
    return dropped;
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
    try {
      RecordHeader header = headerAt(offset, Long.MAX_VALUE);
      if (header == null || header.block() != block) {
        throw damaged("is damaged at byte " + offset + ", at block " + block);
      }
      ByteBuffer content = file.read(offset + RECORD_HEADER_SIZE, header.length());
      if (!header.matches(content)) {
        throw damaged("is damaged at byte " + offset + ", at block " + block);
      }
      return BlockAndPrivateData.parseFrom(content);
    } catch (InvalidProtocolBufferException e) {
      throw damaged("holds something else than a block at byte " + offset);
    } catch (EOFException e) {
      throw damaged("ends within block " + block);
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
    ByteBuffer header = file.read(offset, RECORD_HEADER_SIZE);
    if (header.getInt(0) != RECORD_MARK
        || header.getInt(20) != crc(header.array(), 0, RECORD_HEADER_SIZE - 4)
        || header.getInt(12) < 0) {
      return null;
    }
    return new RecordHeader(offset, header.getLong(4), header.getInt(12), header.getInt(16));
  }

  private static int crc(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  private EmbeddedPeerException damaged(String what) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
        file.path() + " " + what + "; restore it from a backup.");
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
