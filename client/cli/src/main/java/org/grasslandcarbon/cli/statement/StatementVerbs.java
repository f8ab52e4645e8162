// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.statement;

import java.util.List;

/** What can be asked of a statement besides its lines. */
public final class StatementVerbs {
  private StatementVerbs() {}

  /** The commands that stand at the noun. */
  public static List<Object> all() {
    return List.of(new StatementDay(), new StatementPeriod());
  }
}
