// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Duration;

/** How a clerk spends the time between its rounds, and hears that it is to stop. */
interface Stop {

  /** Whether it is to stop. */
  boolean isTold();

  /** Waits; returns early when it is to stop. */
  void await(Duration most);
}
