// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param instructions of the registry, a round
 * @param holders among whom they are spread
 * @param transfers of the plain chaincode, a round
 * @param atOnce the numbers of concurrent plain clients of which the best counts
 * @param alone how many are sent one at a time
 * @param instruments over which trades are spread
 */
record BenchSize(
    int instructions,
    int holders,
    int transfers,
    List<Integer> atOnce,
    int alone,
    int instruments) {
  /** Some seconds a round at thousands a second, of either. */
  static final BenchSize EMBEDDED = new BenchSize(10_000, 200, 3_000, List.of(16, 64), 200, 200);

  /**
   * Long enough for the compilers of twelve Java processes to have done their work; some seconds a
   * round of the plain chaincode, at tens a second.
   */
  static final BenchSize FABRIC = new BenchSize(20_000, 200, 300, List.of(16, 64, 200), 60, 200);

  /** The training credits last for three hot rounds of so many, and their shares. */
  private static final int INSTRUCTIONS_MOST = 20_000;

  BenchSize {
    if (instructions < holders || instructions > INSTRUCTIONS_MOST) {
      throw new IllegalArgumentException(
          "a round has " + holders + " to " + INSTRUCTIONS_MOST + " instructions");
    }
  }

  /** Trades of a round: one writes several times as much as a transfer. */
  int trades() {
    return instructions / 2;
  }

  /** With other numbers of instructions and of transfers, as far as the arguments have them. */
  BenchSize with(List<String> arguments) {
    return new BenchSize(
        arguments.size() > 0 ? Integer.parseInt(arguments.get(0)) : instructions,
        holders,
        arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : transfers,
        atOnce,
        alone,
        instruments);
  }
}
