// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.List;

/** What is done with a report before and after it is sent. */
public final class ReportVerbs {
  private ReportVerbs() {}

  /** The commands. */
  public static List<Object> all() {
    return List.of(
        new ReportTemplate(), new ReportImport(), new ReportQuantify(), new ReportExplain());
  }
}
