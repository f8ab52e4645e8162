// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of frames, open at its end. For one thread. */
final class FrameFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameFile.class);

  private final Path path;
  private final FileChannel channel;
  private long length;

  private FrameFile(Path path, FileChannel channel, long length) {
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /** A new, empty file whose name is on disk when this returns. */
  static FrameFile create(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      channel.force(true);
      forceDirectory(path.getParent());
      return new FrameFile(path, channel, 0);
    } catch (IOException | RuntimeException | Error e) {
      // Nothing is in it, and the next attempt needs the name.
      channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /**
   * Opens a file after its good part. A torn last frame is cut off: nobody was told that it had
   * been stored.
   */
  static FrameFile reopen(Path path, Frames.Content content) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    long torn = channel.size() - content.goodBytes();
    if (torn > 0) {
      LOG.atWarn()
          .addKeyValue("file", path.getFileName())
          .addKeyValue("bytes", torn)
          .log("Dropped a record that a crash had left unfinished");
      channel.truncate(content.goodBytes());
      channel.force(true);
    }
    channel.position(content.goodBytes());
    return new FrameFile(path, channel, content.goodBytes());
  }

  /**
   * Reads a file.
   *
   * @param last whether it is the file that was being written, whose last frame may be torn
   * @throws InboxException when it is damaged
   */
  static Frames.Content read(Path path, boolean last) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Frames.Content content = Frames.read(bytes);
    boolean bad = content.goodBytes() < bytes.length;
    if (bad && (!last || content.goodFrameFollows())) {
      throw new InboxException(
          path.getFileName()
              + " of the inbox is damaged at byte "
              + content.goodBytes()
              + ", and records after it are good, so that no crash did this: look for a failing"
              + " disk, then restore the file from a backup. If there is none, move the inbox's"
              + " directory away and start with an empty one: whatever in it the ledger does not"
              + " have yet, its senders must send again.");
    }
    return content;
  }

  /**
   * Writes a frame and syncs it.
   *
   * @throws IOException when it could not be written; the file is as before, and so it is after any
   *     other failure
   * @throws SyncFailure when what is on disk is not known any more
   */
  void append(byte[] payload) throws IOException {
    ByteBuffer frame = Frames.frame(payload);
    int bytes = frame.remaining();
    try {
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
    } catch (IOException | RuntimeException | Error e) {
      undo(e);
      throw e;
    }
    try {
      channel.force(false);
    } catch (IOException | RuntimeException | Error e) {
      throw new SyncFailure(path, e);
    }
    length += bytes;
  }

  private void undo(Throwable failure) throws SyncFailure {
    try {
      channel.truncate(length);
      channel.position(length);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
      throw new SyncFailure(path, failure);
    }
  }

  long length() {
    return length;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Makes creations and deletions in a directory survive a power cut, where the system can. */
  static void forceDirectory(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  /**
   * After a failed sync the system may have dropped what was to be written and will not say so
   * again: nothing more may be promised on this file.
   */
  static final class SyncFailure extends IOException {
    private static final long serialVersionUID = 1L;

    SyncFailure(Path path, Throwable cause) {
      super("cannot sync " + path.getFileName(), cause);
    }
  }
}
