// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * A file that is nobody's business but its owner's, a key or a signed instruction, and what is said
 * to a person of one that cannot be used. What is open to others is refused and not mended: whoever
 * could read a key may have read it, and its owner has to know.
 */
final class PrivateFile {
  /** Larger than any instruction or key; stops a wrong path from filling the memory. */
  private static final int BYTES_MOST = 128 * 1024;

  private PrivateFile() {}

  /**
   * Creates a file and waits until it is on the disk. Folders that are missing are made.
   *
   * @throws LocalFileException when it exists or cannot be written
   */
  static void create(Path file, byte[] bytes) {
    try {
      OwnerOnlyFiles.create(file, bytes);
    } catch (FileAlreadyExistsException e) {
      throw new LocalFileException(
          file + " 已存在；不会覆盖，请换一个文件名。",
          file + " exists and is not replaced: choose another name.",
          e);
    } catch (IOException e) {
      throw LocalFileException.about("无法写入", "Cannot write", file, e);
    }
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
      if (OwnerOnlyFiles.isOpenToOthers(file)) {
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
