// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

/**
 * A fault: it breaks something while the load runs, sees what must be seen meanwhile, and leaves
 * the network whole.
 *
 * @param name by which it is called, e.g. {@code peer-killed}
 * @param about what it does and what is expected, one line
 * @param quick whether it belongs to the short set
 * @param fault what it does
 */
public record Scenario(String name, String about, boolean quick, Fault fault) {

  /** What a scenario does. */
  @FunctionalInterface
  public interface Fault {
    /**
     * Breaks and mends.
     *
     * @throws FaultFailed when something is not as the product promises
     */
    void play(Network network, Load load) throws InterruptedException;
  }
}
