// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.grasslandcarbon.contract.ChaincodeServerMain;

/** The product's chaincode, with a clock that is wrong. */
final class FaultyChaincode {
  /** System property: by how much the clock is ahead, an ISO-8601 duration. */
  static final String CLOCK_AHEAD = "faults.clock-ahead";

  private FaultyChaincode() {}

  /** Reads the environment as the ordinary chaincode does; arguments are passed over. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Duration ahead = Duration.parse(System.getProperty(CLOCK_AHEAD));
    ChaincodeServerMain.serve(System.getenv(), Clock.offset(Clock.systemUTC(), ahead));
  }
}
