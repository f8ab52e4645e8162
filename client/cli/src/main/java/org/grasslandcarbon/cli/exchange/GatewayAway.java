// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

/** No gateway answers for now; trying again later may do. The cause says why. */
final class GatewayAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String zh;

  GatewayAway(String zh, String en, RuntimeException cause) {
    super(en, cause);
    this.zh = zh;
  }

  /** Why, in Chinese. */
  String zh() {
    return zh;
  }

  /** Why, as the client says it. */
  RuntimeException reason() {
    return (RuntimeException) getCause();
  }
}
