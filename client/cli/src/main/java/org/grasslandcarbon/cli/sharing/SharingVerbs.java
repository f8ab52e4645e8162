// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sharing;

import java.util.List;

/** What can be looked at. */
public final class SharingVerbs {
  private SharingVerbs() {}

  /** All of it. */
  public static List<Object> all() {
    return List.of(new SharingBoard(), new SharingDirectory(), new SharingBarriers());
  }
}
