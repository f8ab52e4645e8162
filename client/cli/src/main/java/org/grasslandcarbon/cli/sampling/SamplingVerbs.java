// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.sampling;

import java.util.List;

/** What is done with samplings before they are recorded. */
public final class SamplingVerbs {
  private SamplingVerbs() {}

  /** The commands. */
  public static List<Object> all() {
    return List.of(new SamplingTables(), new SamplingFiles());
  }
}
