// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.util.Locale;

/** Money as people read it on paper: yuan with two decimals. Everywhere else it is whole fen. */
final class Yuan {
  private static final long FEN = 100;

  private Yuan() {}

  /** An amount of fen, as {@code -1,234.05}. */
  static String of(long fen) {
    String sign = fen < 0 ? "-" : "";
    return sign + String.format(Locale.ROOT, "%,d.%02d", Math.abs(fen / FEN), Math.abs(fen % FEN));
  }
}
