// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import org.grasslandcarbon.domain.value.Name;

/**
 * A number that a detector is given.
 *
 * @param name what it is called
 * @param standard the number when nobody gives another
 * @param least the lowest
 * @param most the highest
 * @param means what it is
 */
record Setting(String name, int standard, int least, int most, Name means) {
  Setting {
    if (standard < least || standard > most) {
      throw new IllegalArgumentException(name + " is not within its own range");
    }
  }

  static Setting of(String name, int standard, int least, int most, String zh, String en) {
    return new Setting(name, standard, least, most, Name.of(zh, en));
  }
}
