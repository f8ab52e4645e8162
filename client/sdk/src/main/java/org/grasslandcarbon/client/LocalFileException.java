// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.nio.file.Path;
import org.grasslandcarbon.domain.value.Detail;

/**
 * A file of this machine cannot be used, such as a key file or a stored instruction: it is missing,
 * open to others, damaged, or locked.
 */
public final class LocalFileException extends ClientException {
  private static final long serialVersionUID = 1L;

  LocalFileException(String zh, String en) {
    this(zh, en, null);
  }

  /** Of a file that a program, rather than this library, reads or writes. */
  public LocalFileException(String zh, String en, Throwable cause) {
    super(zh, en, cause);
  }

  /** What could not be done with a file, and why. */
  public static LocalFileException about(String zh, String en, Path file, IOException cause) {
    Detail why = FileFault.of(file, cause);
    return new LocalFileException(
        zh + " " + file + "：" + why.zh() + "。", en + " " + file + ": " + why.en() + ".", cause);
  }
}
