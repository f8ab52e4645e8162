// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.inbox;

/** The inbox cannot be opened; the message tells the operator what to do. */
public final class InboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InboxException(String message) {
    super(message);
  }

  InboxException(String message, Throwable cause) {
    super(message, cause);
  }
}
