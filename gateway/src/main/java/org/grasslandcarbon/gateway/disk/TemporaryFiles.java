// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where files are kept that nobody needs when the process has ended: uploads while they are read,
 * exports while they are sent. They are in the data directory, whose disk is watched, and what an
 * earlier process left is deleted at the start.
 */
public final class TemporaryFiles {
  private final Path directory;

  /**
   * Empties the directory, or makes it.
   *
   * @param directory nobody else's: the caller holds the lock of the data directory
   */
  public TemporaryFiles(Path directory) throws IOException {
    this.directory = directory;
    if (Files.exists(directory)) {
      Files.walkFileTree(directory, new Emptying());
    }
    Files.createDirectories(directory);
    if (isPosix()) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private boolean isPosix() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** A new, empty file, readable by its owner only; whoever asked for it deletes it. */
  public Path create(String purpose) throws IOException {
    return Files.createTempFile(directory, purpose + "-", ".part");
  }

  private static final class Emptying extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException failure)
        throws IOException {
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
