// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What somebody is responsible for in a region, which is also the topic of a case about it. */
public enum MandateFunction {
  /** Management of grassland carbon sinks as a whole (碳汇管理). */
  CARBON_MANAGEMENT,
  /** Monitoring of grassland, stocks and stocking (监测). */
  MONITORING,
  /** Ecological compensation (生态补偿). */
  COMPENSATION,
  /** Credits in the market of the region (市场). */
  MARKET,
  /** Training and publicity (培训与宣传). */
  TRAINING,
  /** What the public reports (公众反馈). */
  PUBLIC_FEEDBACK,
  /** Standards and techniques (标准与技术). */
  STANDARDS,
  /** The independent assessment of the region (独立评估); the authority alone assigns it. */
  ASSESSMENT
}
