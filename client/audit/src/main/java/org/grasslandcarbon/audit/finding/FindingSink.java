// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.finding;

import org.grasslandcarbon.domain.value.Detail;

/** Where findings go as they are made. */
@FunctionalInterface
public interface FindingSink {
  /** Takes one. */
  void add(Finding finding);

  /** Takes one, in its parts. */
  default void add(FindingCode code, Place place, Detail detail) {
    add(Finding.of(code, place, detail));
  }
}
