// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

/**
 * A chaincode could not be run, or did not answer; it says nothing about what the chaincode itself
 * decided.
 */
final class InvocationException extends Exception {
  private static final long serialVersionUID = 1L;

  InvocationException(String message) {
    super(message);
  }

  InvocationException(String message, Throwable cause) {
    super(message, cause);
  }
}
