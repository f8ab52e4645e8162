// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.noun;

import java.util.Locale;

/** How names of the code are typed. */
final class Words {
  private Words() {}

  /** {@code areaHectares} as {@code area-hectares}. */
  static String hyphenated(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
