// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.util.Locale;

/** The processes that each office runs, in the order in which they are started. */
public enum Node {
  ORDERER,
  PEER,
  CHAINCODE,
  GATEWAY;

  /** What the network's scripts call it. */
  String script() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return script();
  }
}
