// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * A document as the ledger names it. Documents themselves stay with their owners: a file is hashed
 * on this machine.
 */
public final class DocumentHash {
  private static final int BYTES_MOST = 256 * 1024 * 1024;

  private DocumentHash() {}

  /**
   * The hash that an option gives: 64 hexadecimal digits, or a file.
   *
   * @throws UsageException when it is neither, since then it is mistyped
   */
  public static Sha256 of(Session session, String option) {
    if (option.matches(Sha256.PATTERN)) {
      return new Sha256(option);
    }
    Path file = session.terminal().path(option);
    if (!Files.exists(file)) {
      throw new UsageException("没有文件 " + option, "there is no file " + option);
    }
    try {
      if (Files.size(file) > BYTES_MOST) {
        throw new UsageException(file + " 超过 256 MiB。", file + " is larger than 256 MiB.");
      }
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw Failures.unreadable(file, e);
    }
  }
}
