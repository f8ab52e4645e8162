// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.key;

import java.util.List;

/** What is done with key files on this machine. */
public final class KeyVerbs {
  private KeyVerbs() {}

  /** The commands. */
  public static List<Object> all() {
    return List.of(new KeyNew(), new KeyShow());
  }
}
