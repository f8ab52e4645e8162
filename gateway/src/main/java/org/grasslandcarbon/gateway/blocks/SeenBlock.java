// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The last block that was taken, in a file of its own: the database can be lost and is then filled
 * again from whatever ledger there is, which must not be a shorter one. Two places are written in
 * turn, so that a crash can spoil the one in hand only. For one thread.
 */
final class SeenBlock implements AutoCloseable {
  private static final int HASH_BYTES = 32;
  private static final int PLACE_BYTES = Long.BYTES + HASH_BYTES + Integer.BYTES;

  /** What a power cut may take back: blocks of so long, which the ledger still chains to. */
  private static final Duration SYNC_EVERY = Duration.ofSeconds(1);

  private final FileChannel channel;
  private BlockIdentity last;
  private int place;
  private long syncedAt = System.nanoTime();

  SeenBlock(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    channel =
        OwnerOnlyFiles.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    for (int each = 0; each < 2; each++) {
      Optional<BlockIdentity> read = read(each);
      if (read.isPresent() && (last == null || read.get().number() > last.number())) {
        last = read.get();
        place = each;
      }
    }
  }

  private Optional<BlockIdentity> read(int from) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PLACE_BYTES);
    if (channel.read(bytes, (long) from * PLACE_BYTES) < PLACE_BYTES) {
      return Optional.empty();
    }
    bytes.flip();
    long number = bytes.getLong();
    byte[] hash = new byte[HASH_BYTES];
    bytes.get(hash);
    return bytes.getInt() == checksum(number, hash)
        ? Optional.of(new BlockIdentity(number, HexFormat.of().formatHex(hash)))
        : Optional.empty();
  }

  /** The last block that was noted; empty before the first. */
  Optional<BlockIdentity> last() {
    return Optional.ofNullable(last);
  }

  /** Notes a block in the place of the last but one. */
  void note(BlockIdentity block) throws IOException {
    byte[] hash = HexFormat.of().parseHex(block.hash());
    ByteBuffer bytes =
        ByteBuffer.allocate(PLACE_BYTES)
            .putLong(block.number())
            .put(hash)
            .putInt(checksum(block.number(), hash))
            .flip();
    int other = 1 - place;
    channel.write(bytes, (long) other * PLACE_BYTES);
    if (System.nanoTime() - syncedAt > SYNC_EVERY.toNanos()) {
      channel.force(false);
      syncedAt = System.nanoTime();
    }
    place = other;
    last = block;
  }

  private static int checksum(long number, byte[] hash) {
    CRC32 crc = new CRC32();
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    crc.update(hash);
    return (int) crc.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
