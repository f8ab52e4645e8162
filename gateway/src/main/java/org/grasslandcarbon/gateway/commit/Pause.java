// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.commit;

import java.time.Duration;

/** Waits between attempts. */
@FunctionalInterface
interface Pause {
  /**
   * Waits.
   *
   * @return whether to go on; not when the committer is to stop
   */
  boolean pause(Duration length);
}
