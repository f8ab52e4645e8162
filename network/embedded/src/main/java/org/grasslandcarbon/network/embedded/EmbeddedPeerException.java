// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.Objects;

/**
 * The embedded peer cannot be opened, or cannot go on. The message is one sentence for the person
 * who runs it.
 */
public final class EmbeddedPeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for a program that wants to react. */
  public enum Reason {
    /** Another process, or another peer of this process, has the directory open. */
    DIRECTORY_LOCKED,
    /**
     * The block log is damaged before its last record, or lost blocks that were once acknowledged.
     */
    DIRECTORY_DAMAGED,
    /** The directory was written by a newer version of this software. */
    UNKNOWN_FORMAT,
    /**
     * The directory belongs to another channel or to other organisations than the ones asked for.
     */
    CONFIGURATION_MISMATCH,
    /**
     * An argument or option cannot be accepted, for instance an address that is not a loopback
     * address.
     */
    INVALID_ARGUMENT,
    /**
     * Blocks cannot be written, for instance because the disk is full; nothing is committed any
     * more.
     */
    WRITE_FAILED,
    /** A chaincode did not register in time. */
    CHAINCODE_UNAVAILABLE,
    /** The peer has been closed. */
    CLOSED
  }

  private final Reason reason;

  EmbeddedPeerException(Reason reason, String message) {
    this(reason, message, null);
  }

  EmbeddedPeerException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason);
  }

  /** What went wrong, never null. */
  public Reason reason() {
    return reason;
  }
}
