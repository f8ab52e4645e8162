// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The operating system's lock on a directory; it disappears with the process, however that ends.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a directory that exists.
   *
   * @return empty when another process, or this one, has locked it
   */
  public static Optional<DirectoryLock> tryAcquire(Path directory) throws IOException {
    FileChannel channel =
        OwnerOnlyFiles.open(
            directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel)) {
        return Optional.of(new DirectoryLock(channel));
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
