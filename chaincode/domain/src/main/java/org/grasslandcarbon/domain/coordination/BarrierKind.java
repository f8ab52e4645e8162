// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What stands in the way of regions that would act together. */
public enum BarrierKind {
  /** Taxes and charges, or their lack (税费政策). */
  TAX,
  /** How grassland is managed (管理模式). */
  MANAGEMENT_MODE,
  /** A region keeps others out (地方保护). */
  PROTECTIONISM,
  /** Data that are not given or do not fit (数据壁垒). */
  DATA,
  /** Anything else; the document says what. */
  OTHER
}
