// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

/** Stable codes in order of precedence. */
public enum ErrorCode {
  /** Not readable as what it should be. */
  MALFORMED,
  /** Over a size limit. */
  TOO_LARGE,
  /** The transaction's timestamp is too far from the endorser's clock. */
  CLOCK_SKEW
}
