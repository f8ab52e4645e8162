// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.client.FileFault;
import org.grasslandcarbon.domain.value.Detail;

/** A file that a command is asked to write; one that exists is never overwritten. */
public final class OutFile {
  private OutFile() {}

  /** Writes it. */
  public static void write(Session session, Path file, byte[] content) {
    Path path = session.terminal().path(file.toString());
    if (Files.exists(path)) {
      throw new UsageException(file + " 已存在；请另选文件名。", file + " exists: choose another name.");
    }
    try {
      Files.write(path, content);
    } catch (IOException e) {
      Detail why = FileFault.of(file, e);
      throw new UsageException(
          "无法写入 " + file + "：" + why.zh() + "。", "Cannot write " + file + ": " + why.en() + ".");
    }
  }
}
