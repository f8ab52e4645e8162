// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
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
 * be made again from this file. How far it went is noted beside it ({@link CommittedHeight}).
 *
 * <p>The file begins with a header of 16 bytes. A record is a header (mark, block number, length,
 * CRC of the content, CRC of the header itself; big-endian, 24 bytes) and a serialized {@code
 * BlockAndPrivateData}. The header has a CRC of its own so that a damaged length cannot pass for a
 * torn end.
 */
final class BlockLog implements AutoCloseable {
  /** Of version 1 is a log that was begun without a note of its height beside it. */
  static final int FORMAT_VERSION = 2;

  private static final int FIRST_WITH_HEIGHT = 2;
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

  private static final String FILE = "blocks.log";
  private static final String HEIGHT_FILE = "blocks.height";

  private final AppendOnlyFile file;
  private final CommittedHeight committed;
  private long[] offsets = new long[1024];
  private int height;
  private Optional<Path> dropped = Optional.empty();
  private boolean lossAccepted;

  private BlockLog(AppendOnlyFile file, CommittedHeight committed) {
    this.file = file;
    this.committed = committed;
  }

  /**
   * Opens or creates the log of a directory. A torn last record is cut off. Any other damage is
   * refused, and so is a log that lacks a block that was committed, unless a person has accepted
   * the loss.
   */
  static BlockLog open(Path directory, AppendOnlyFile.Disk disk) throws IOException {
    Path path = directory.resolve(FILE);
    CommittedHeight committed = CommittedHeight.open(directory.resolve(HEIGHT_FILE));
    boolean begun = Files.exists(path) && Files.size(path) >= FILE_HEADER_SIZE;
    boolean lossAccepted = !begun && begin(path, committed);
    BlockLog log = new BlockLog(AppendOnlyFile.open(path, disk), committed);
    try {
      log.lossAccepted = lossAccepted;
      int version = log.checkFileHeader();
      log.settle(log.scan(), version);
      return log;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /**
   * Makes a log without blocks, the note of its height first: whoever finds a log finds a note too.
   *
   * @return whether there had been blocks, whose loss is accepted
   */
  private static boolean begin(Path path, CommittedHeight committed) throws IOException {
    Optional<BlockLoss> loss = BlockLoss.of(committed, true, 0);
    if (loss.isPresent()) {
      loss.get().mustBeAccepted(path.getParent());
    }
    committed.note(CommittedHeight.Mark.NOTHING);
    // A shorter file is one whose making was interrupted: it has never held a block.
    Files.deleteIfExists(path);
    try (AppendOnlyFile made = AppendOnlyFile.create(path)) {
      made.append(fileHeader());
    }
    return loss.isPresent();
  }

  private static ByteBuffer fileHeader() {
    ByteBuffer header =
        ByteBuffer.allocate(FILE_HEADER_SIZE).putLong(FILE_MARK).putInt(FORMAT_VERSION);
    return header.putInt(crc(header.array(), 0, 12)).flip();
  }

  private int checkFileHeader() throws IOException {
    ByteBuffer header = file.read(0, FILE_HEADER_SIZE);
    if (header.getLong(0) != FILE_MARK || header.getInt(12) != crc(header.array(), 0, 12)) {
      throw damaged("开头不是区块日志", "does not begin like a block log");
    }
    int version = header.getInt(8);
    if (version > FORMAT_VERSION) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.UNKNOWN_FORMAT,
          file.path() + " 的格式版本为 " + version + "，本软件只认识到 " + FORMAT_VERSION + "；请用写入它的较新软件打开。",
          file.path()
              + " has format version "
              + version
              + ", this software knows up to "
              + FORMAT_VERSION
              + "; open it with the newer software that wrote it.");
    }
    return version;
  }

  /** Reads record after record; returns where the last good one ends. */
  private long scan() throws IOException {
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
        return at;
      }
      remember(at);
      at = header.end();
    }
    return at;
  }

  /** Decides about what follows the last good record. */
  private void settle(long end, int version) throws IOException {
    Optional<BlockLoss> loss = loss(end, version);
    if (loss.isPresent()) {
      loss.get().mustBeAccepted(directory());
      lossAccepted = true;
    }
    dropped = file.cutOff(end);
    if (lossAccepted && dropped.isPresent()) {
      dropped = Optional.of(keepForGood(dropped.get()));
    }
    committed.note(mark());
    if (lossAccepted) {
      BlockLoss.settle(directory());
    }
  }

  private Optional<BlockLoss> loss(long end, int version) throws IOException {
    if (end < file.length() && file.hasFrameFrom(end + 1, laterRecords())) {
      return Optional.of(BlockLoss.before(file.path(), end, height));
    }
    Optional<BlockLoss> loss = BlockLoss.of(committed, version >= FIRST_WITH_HEIGHT, height);
    if (loss.isPresent()) {
      return loss;
    }
    Optional<CommittedHeight.Mark> mark = committed.newest();
    boolean same =
        mark.isEmpty()
            || mark.get().height() == 0
            || hash(read(mark.get().height() - 1)).equals(mark.get().lastBlock());
    return same ? Optional.empty() : Optional.of(BlockLoss.replaced(mark.get(), height));
  }

  /** Bytes of committed blocks are not among those of which only the last few are kept. */
  private Path keepForGood(Path cut) throws IOException {
    Path kept = cut.resolveSibling(FILE + ".lost-from-block-" + height);
    for (int i = 2; Files.exists(kept); i++) {
      kept = cut.resolveSibling(FILE + ".lost-from-block-" + height + "-" + i);
    }
    return Files.move(cut, kept);
  }

  private CommittedHeight.Mark mark() throws IOException {
    return height == 0
        ? CommittedHeight.Mark.NOTHING
        : new CommittedHeight.Mark(height, hash(read(height - 1)));
  }

  private static ByteString hash(BlockAndPrivateData content) {
    return Blocks.headerHash(content.getBlock().getHeader());
  }

  Path directory() {
    return file.path().getParent();
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
   * Appends the next block; when this returns, it is on disk and noted to be there.
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
    committed.note(new CommittedHeight.Mark(height, hash(content)));
  }

  /** The number of blocks. */
  synchronized long height() {
    return height;
  }

  /** Where the bytes are that were cut off when the log was opened, its last record being torn. */
  Optional<Path> dropped() {
    return dropped;
  }

  /** Whether blocks that had been committed are gone, and a person has accepted that. */
  boolean lossAccepted() {
    return lossAccepted;
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
        throw damagedAt(offset, block);
      }
      ByteBuffer content = file.read(offset + RECORD_HEADER_SIZE, header.length());
      if (!header.matches(content)) {
        throw damagedAt(offset, block);
      }
      return BlockAndPrivateData.parseFrom(content);
    } catch (InvalidProtocolBufferException e) {
      throw damaged(
          "在字节 " + offset + " 处不是区块", "holds something else than a block at byte " + offset);
    } catch (EOFException e) {
      throw damagedAt(offset, block);
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

  private EmbeddedPeerException damagedAt(long offset, long block) {
    return damaged(
        "在字节 " + offset + "（区块 " + block + "）处已损坏",
        "is damaged at byte " + offset + ", at block " + block);
  }

  private EmbeddedPeerException damaged(String zh, String en) {
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
        file.path() + " " + zh + "；请从备份恢复。",
        file.path() + " " + en + "; restore it from a backup.");
  }

  @Override
  public void close() throws IOException {
    try {
      committed.close();
    } finally {
      file.close();
    }
  }
}
