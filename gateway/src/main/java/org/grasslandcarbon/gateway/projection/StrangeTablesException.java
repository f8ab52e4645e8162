// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

/** The tables in the database are not as this gateway left them. */
public final class StrangeTablesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrangeTablesException(String message) {
    super(message);
  }
}
