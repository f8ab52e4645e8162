// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

/**
 * A chaincode's request cannot be answered; the message goes to the chaincode in an ERROR message.
 */
final class RequestException extends Exception {
  private static final long serialVersionUID = 1L;

  RequestException(String message) {
    super(message);
  }
}
