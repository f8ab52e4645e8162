// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

/** A block is not what Fabric makes: the peer is broken, or not one. */
public final class UnreadableBlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableBlockException(String message, Throwable cause) {
    super(message, cause);
  }

  UnreadableBlockException(String message) {
    super(message);
  }
}
