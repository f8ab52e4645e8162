// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

/**
 * What one order owes its venue, by LEDGER section 6: half-up(rate x value filled so far) less what
 * was charged so far, for each of the two fees.
 */
final class NaiveBill {
  private long value;
  private final long[] charged = new long[2];

  /** What is charged of one more fill, as trading and settlement fee. */
  long[] more(long gross, long tradingPerMillion, long settlementPerMillion) {
    value += gross;
    long[] due = {due(value, tradingPerMillion), due(value, settlementPerMillion)};
    long[] now = {due[0] - charged[0], due[1] - charged[1]};
    System.arraycopy(due, 0, charged, 0, due.length);
    return now;
  }

  /** A fee of a value. */
  static long due(long value, long perMillion) {
    return halfUp(value * perMillion, 1_000_000);
  }

  /** A quotient to the nearest whole number, upwards from the half. */
  static long halfUp(long dividend, long divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
  }
}
