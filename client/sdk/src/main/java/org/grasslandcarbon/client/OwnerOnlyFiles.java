// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that nobody but their owner may read. Where the file system knows no POSIX permissions
 * (Windows), the user's own folder protects them and nothing is checked here.
 */
final class OwnerOnlyFiles {
  /** Larger than any instruction or key; stops a wrong path from filling the memory. */
  private static final int BYTES_MOST = 128 * 1024;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnlyFiles() {}

  /**
   * Creates a file and waits until it is on the disk. Folders that are missing are made.
   *
   * @throws LocalFileException when it exists or cannot be written
   */
  static void create(Path file, byte[] bytes) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              permissions(folder))) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
    } catch (FileAlreadyExistsException e) {
      throw new LocalFileException(
          file + " 已存在；不会覆盖，请换一个文件名。",
          file + " exists and is not replaced: choose another name.",
          e);
    } catch (IOException e) {
      throw LocalFileException.about("无法写入", "Cannot write", file, e);
    }
  }

  private static FileAttribute<?>[] permissions(Path folder) throws IOException {
    return knowsPosix(folder)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  private static boolean isOpenToOthers(Set<PosixFilePermission> permissions) {
    return permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"));
  }

  /**
   * Reads a file that only its owner can read.
   *
   * @throws LocalFileException when it is missing or others can read or write it
   */
  static byte[] read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (knowsPosix(file) && isOpenToOthers(Files.getPosixFilePermissions(file))) {
        throw new LocalFileException(
            "其他用户可以读写 " + file + "；请先执行 chmod 600。",
            "Others can read or write " + file + ": run chmod 600 on it first.");
      }
      if (Files.size(file) > BYTES_MOST) {
        throw new LocalFileException(
            file + " 过大，不是所需的文件。", file + " is too large for what it should be.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new LocalFileException("找不到文件 " + file + "。", "There is no file " + file + ".", e);
    } catch (IOException e) {
      throw LocalFileException.about("无法读取", "Cannot read", file, e);
    }
  }
}
