// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.land;

import java.util.List;

/** What is done with a boundary before a project is proposed on it. */
public final class LandVerbs {
  private LandVerbs() {}

  /** The commands. */
  public static List<Object> all() {
    return List.of(new LandCheck(), new LandSend());
  }
}
