// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

/** What is compared; the names are the indices of the equations. */
public enum Scenario {
  /** The baseline: what would have been without the project; measured on control sites. */
  BSL,
  /** With the project. */
  WP
}
