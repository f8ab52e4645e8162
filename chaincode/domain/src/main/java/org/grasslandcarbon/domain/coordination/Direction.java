// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** Which way an indicator is better. */
public enum Direction {
  /** The more the better (正向指标). */
  HIGHER,
  /** The less the better (逆向指标). */
  LOWER
}
