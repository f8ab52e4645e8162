// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.opportunity;

import java.util.List;

/** What can be asked. */
public final class OpportunityVerbs {
  private OpportunityVerbs() {}

  /** All of it. */
  public static List<Object> all() {
    return List.of(new OpportunityList(), new OpportunityScreen(), new OpportunityValue());
  }
}
