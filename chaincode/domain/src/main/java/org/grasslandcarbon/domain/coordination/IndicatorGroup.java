// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** The groups of indicators, which have scores of their own. */
public enum IndicatorGroup {
  /** What there is: land, stocks, credits (资源状况). */
  RESOURCE,
  /** What people can do: staff, certifiers, budget (能力水平). */
  CAPACITY,
  /** What it is done in: prices, demand, policy (发展环境). */
  ENVIRONMENT,
  /** What comes of it: income, cost, jobs (碳汇经济). */
  ECONOMY
}
