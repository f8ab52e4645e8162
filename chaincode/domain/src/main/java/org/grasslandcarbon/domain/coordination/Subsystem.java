// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** The two order parameters of coordination, whose coupling an assessment computes. */
public enum Subsystem {
  /** The low-carbon economy, U1 (低碳经济). */
  LOW_CARBON_ECONOMY,
  /** The coordinated development of regions, U2 (区域协同发展). */
  COORDINATED_DEVELOPMENT
}
