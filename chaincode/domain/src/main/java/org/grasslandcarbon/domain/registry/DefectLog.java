// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

/**
 * Where an endorser writes down that a rule has a defect. The participant is told no more than
 * that, since what an exception says may differ between endorsers.
 */
@FunctionalInterface
public interface DefectLog {
  /**
   * A rule has broken; the instruction had no effect.
   *
   * @param where in our own words
   * @param defect what was thrown
   */
  void found(String where, RuntimeException defect);
}
