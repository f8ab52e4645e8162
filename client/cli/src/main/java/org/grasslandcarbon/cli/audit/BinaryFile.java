// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.LocalFileException;

/** Files that are no text. */
final class BinaryFile {
  private BinaryFile() {}

  static byte[] bytes(Session session, Path file) {
    try {
      return java.nio.file.Files.readAllBytes(session.terminal().path(file.toString()));
    } catch (IOException e) {
      throw new LocalFileException(
          "文件 " + file + " 无法读取。", "The file " + file + " cannot be read.", e);
    }
  }
}
