// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

/**
 * The index cannot be read: it was found to be damaged and is made again from the blocks, or the
 * peer is closing. Whoever asks again later is served.
 */
final class UnusableIndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String MESSAGE =
      "the world state is being made again from the blocks; try again in a moment";

  UnusableIndexException(Throwable cause) {
    super(MESSAGE, cause);
  }
}
