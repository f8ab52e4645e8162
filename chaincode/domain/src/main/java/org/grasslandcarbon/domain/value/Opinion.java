// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/** A certifier's conclusion. */
public enum Opinion {
  /** What was examined meets the rules. */
  POSITIVE,
  /** It does not. */
  NEGATIVE
}
