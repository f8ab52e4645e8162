// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** Directories and files that only their owner can read, where the file system can express that. */
public final class OwnerOnlyFiles {
  /** All that an owner can have, and others nothing. */
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OwnerOnlyFiles() {}

  /** Makes a directory, or takes from others what they may do with one that is there. */
  public static void createDirectories(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath();
    if (!Files.isDirectory(absolute)) {
      if (absolute.getParent() != null) {
        Files.createDirectories(absolute.getParent());
      }
      try {
        Files.createDirectory(absolute, attributes(absolute, DIRECTORY));
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(absolute)) {
          throw e;
        }
      }
    }
    restrict(absolute);
  }

  /**
   * Takes from others what they may do with a file or directory that was made otherwise, by an
   * earlier version or another program. What is not ours to change, such as a mounted volume of
   * somebody else, stays as it is and is theirs to protect.
   */
  public static void restrict(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> wanted = Files.isDirectory(path) ? DIRECTORY : FILE;
    if (wanted.containsAll(view.readAttributes().permissions())) {
      return;
    }
    try {
      view.setPermissions(wanted);
    } catch (FileSystemException e) {
      // Not ours, or on a file system that only pretends to know permissions.
      return;
    }
  }

  /** The same for a directory with everything in it. */
  public static void restrictAll(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.toList()) {
        restrict(each);
      }
    }
  }

  /** Opens a file, which only its owner can read from then on. */
  public static FileChannel open(Path file, OpenOption... options) throws IOException {
    FileChannel channel = FileChannel.open(file, Set.of(options), attributes(file, FILE));
    try {
      restrict(file);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Writes a new file, and its name, to the disk. A directory that is missing is made, for its
   * owner only; one that is there stays as it is, since it may be anybody's.
   *
   * @throws FileAlreadyExistsException when the file is there, which is never replaced
   */
  public static void create(Path file, byte[] content) throws IOException {
    createMissing(directoryOf(file));
    FileChannel channel = open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (channel) {
      writeAll(channel, content);
    } catch (IOException e) {
      // Half of it is of no use to anybody, and the next attempt needs the name.
      Files.deleteIfExists(file);
      throw e;
    }
    forceDirectory(directoryOf(file));
  }

  /** Makes a directory for its owner only where there is none, and leaves one that is there. */
  public static void createMissing(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      createDirectories(directory);
    }
  }

  private static Path directoryOf(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private static void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /**
   * Whether others than its owner may read or write a file. Where its file system has no
   * permissions of its own, such as that of most memory sticks, nobody could change what it claims,
   * and whoever holds the stick protects it.
   */
  public static boolean isOpenToOthers(Path file) throws IOException {
    return keepsPermissions(file) && !DIRECTORY.containsAll(Files.getPosixFilePermissions(file));
  }

  private static boolean keepsPermissions(Path file) {
    try {
      return knowsPermissions(file) && Files.getFileStore(file).supportsFileAttributeView("posix");
    } catch (IOException e) {
      // Which file system it is cannot be told inside some containers; theirs has permissions.
      return true;
    }
  }

  /** Writes the file completely or not at all: a temporary file, forced to disk, takes its name. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the file completely or not at all: a temporary file, forced to disk, takes its name. */
  public static void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    try (FileChannel channel =
        open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      writeAll(channel, content);
    }
    try {
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
    forceDirectory(directoryOf(file));
  }

  /**
   * Makes creations and deletions in a directory survive a loss of power. Where directories cannot
   * be opened (Windows), the file system keeps names in its own journal.
   */
  public static void forceDirectory(Path directory) throws IOException {
    if (knowsPermissions(directory)) {
      try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
        opened.force(true);
      }
    }
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return knowsPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
