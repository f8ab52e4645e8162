// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What stands in the way of working together (反向环境). */
public enum BarrierKind {
  /** Taxes and fees (税费政策). */
  TAX,
  /** How grassland is managed (管理体制). */
  MANAGEMENT_MODE,
  /** Local protection (地方保护). */
  PROTECTIONISM,
  /** Data that is missing or not shared (信息壁垒). */
  DATA,
  /** Something else (其他). */
  OTHER
}
