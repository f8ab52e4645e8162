// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that grows by frames at its end. What {@link #append} has returned for is on disk; what it
 * has failed for is not in the file, so that the next frame follows the last good one.
 *
 * <p>How frames look is their writer's business ({@link Framing}). Frames are written one by one,
 * each with one sync, so that a crash leaves at most one torn frame, at the end; a good frame after
 * a bad place shows that something else has damaged the file. {@link #append} and {@link #cutOff}
 * are for one thread at a time, the rest is for any.
 */
public final class AppendOnlyFile implements AutoCloseable {
  /** Bytes looked through at a time for a frame. */
  private static final int WINDOW_BYTES = 1 << 20;

  /** How bytes get to disk; a test gives one that fails. */
  @FunctionalInterface
  public interface Disk {
    /** The real one. */
    Disk REAL =
        (channel, bytes, position) -> {
          long at = position;
          while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
          }
        };

    /** Writes all the bytes at a position. */
    void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException;

    /** Returns when what was written would survive a loss of power. */
    default void force(FileChannel channel) throws IOException {
      channel.force(false);
    }
  }

  /** What the frames of a file look like. */
  public interface Framing {
    /** The four bytes, as a number, with which each begins. */
    int mark();

    /** Whether a whole, good frame begins at a place where there is a mark. */
    boolean isFrameAt(long position) throws IOException;
  }

  /**
   * What is on disk is not known any more: after a failed sync the system may have dropped what was
   * to be written, and will not say so again. Nothing more can be promised on this file.
   */
  public static final class SyncFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** Of a file, for one reason or another. */
    public SyncFailure(Path path, Throwable cause) {
      super("cannot sync " + path.getFileName(), cause);
    }
  }

  private final Path path;
  private final FileChannel channel;
  private final Disk disk;
  private volatile long length;
  private SyncFailure broken;

  private AppendOnlyFile(Path path, FileChannel channel, Disk disk) throws IOException {
    this.path = path;
    this.channel = channel;
    this.disk = disk;
    this.length = channel.size();
  }

  /** A new, empty file whose name is on disk when this returns. */
  public static AppendOnlyFile create(Path path) throws IOException {
    return create(path, Disk.REAL);
  }

  /** A new, empty file whose name is on disk when this returns. */
  public static AppendOnlyFile create(Path path, Disk disk) throws IOException {
    FileChannel channel =
        OwnerOnlyFiles.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      channel.force(true);
      OwnerOnlyFiles.forceDirectory(path.toAbsolutePath().getParent());
      return new AppendOnlyFile(path, channel, disk);
    } catch (IOException | RuntimeException | Error e) {
      // Nothing is in it, and the next attempt needs the name.
      channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** A file that is there. */
  public static AppendOnlyFile open(Path path) throws IOException {
    return open(path, Disk.REAL);
  }

  /** A file that is there. */
  public static AppendOnlyFile open(Path path, Disk disk) throws IOException {
    FileChannel channel =
        OwnerOnlyFiles.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new AppendOnlyFile(path, channel, disk);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Writes a frame at the end and waits for the disk.
   *
   * @throws IOException when it could not be written; the file is as before, and so it is after any
   *     other failure
   * @throws SyncFailure when what is on disk is not known any more, now and ever after
   */
  public void append(ByteBuffer frame) throws IOException {
    if (broken != null) {
      throw broken;
    }
    long before = length;
    int bytes = frame.remaining();
    try {
      disk.write(channel, frame, before);
    } catch (IOException | RuntimeException | Error e) {
      undo(before, e);
      throw e;
    }
    try {
      disk.force(channel);
    } catch (IOException | RuntimeException | Error e) {
      broken = new SyncFailure(path, e);
      throw broken;
    }
    length = before + bytes;
  }

  private void undo(long before, Throwable failure) throws SyncFailure {
    try {
      channel.truncate(before);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      broken = new SyncFailure(path, failure);
      throw broken;
    }
  }

  /**
   * Some bytes of the file.
   *
   * @throws EOFException when the file ends before them
   */
  public ByteBuffer read(long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException(path + " ends before byte " + (position + bytes));
      }
    }
    return buffer.flip();
  }

  /**
   * Whether a good frame begins at a place or after it. Then no crash has torn what is before it:
   * it was damaged later.
   */
  public boolean hasFrameFrom(long position, Framing framing) throws IOException {
    byte[] mark = ByteBuffer.allocate(Integer.BYTES).putInt(framing.mark()).array();
    long end = length;
    for (long base = position; base + mark.length <= end; base += WINDOW_BYTES) {
      // A mark may lie across the border of two windows.
      byte[] bytes =
          read(base, (int) Math.min(WINDOW_BYTES + mark.length - 1L, end - base)).array();
      for (int i = 0; i + mark.length <= bytes.length; i++) {
        if (bytes[i] == mark[0]
            && Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)
            && framing.isFrameAt(base + i)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Takes off a torn end and keeps it in a file beside this one, for those who want to know what it
   * was; of such files only the last few are kept.
   *
   * @param end where the good part ends
   * @return the file with what was cut off; empty when there was nothing
   */
  public Optional<Path> cutOff(long end) throws IOException {
    if (end == length) {
      return Optional.empty();
    }
    Path kept = CutOffBytes.keep(path, channel, end);
    channel.truncate(end);
    channel.force(true);
    length = end;
    return Optional.of(kept);
  }

  /** How long the file is. */
  public long length() {
    return length;
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
