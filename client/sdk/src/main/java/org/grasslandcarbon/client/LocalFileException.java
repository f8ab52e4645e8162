// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

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
}
