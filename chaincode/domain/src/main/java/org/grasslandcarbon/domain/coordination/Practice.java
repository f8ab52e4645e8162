// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

/** What is for practice stands under keys of its own, beside what counts. */
final class Practice {
  private Practice() {}

  /** The part of a key that says which it is. */
  static String part(boolean practice) {
    return practice ? "practice" : "real";
  }
}
