// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.grasslandcarbon.client.LocalFileException;

/** A file that a command is asked to write; one that exists is never overwritten. */
public final class OutFile {
  private OutFile() {}

  /** Writes CSV to a file and says so, or to standard output where the file is {@code -}. */
  public static void save(Session session, Path file, String csv) {
    if (file.toString().equals("-")) {
      session.csv(csv);
    } else {
      write(session, file, csv.getBytes(StandardCharsets.UTF_8));
      session.hint("已写入 " + file, "Written: " + file);
    }
  }

  /** Writes it. */
  public static void write(Session session, Path file, byte[] content) {
    Path path = session.terminal().path(file.toString());
    try {
      Files.write(path, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new LocalFileException(
          file + " 已存在；请另选文件名。", file + " exists: choose another name.", e);
    } catch (IOException e) {
      throw Failures.unwritable(file, e);
    }
  }
}
