// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.offset;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What an enterprise's caps are shares of, typed in place of what is recorded. */
public final class BaseOptions {
  @Option(
      names = "--confirmed-emissions",
      paramLabel = "TONNES",
      description = {"经确认的年度排放量（吨）。", "Confirmed emissions of the year, t."})
  private String confirmedEmissions;

  @Option(
      names = "--issued",
      paramLabel = "TONNES",
      description = {"核发的年度配额（吨）。", "Allowances issued for the year, t."})
  private String issued;

  @Option(
      names = "--to-surrender",
      paramLabel = "TONNES",
      description = {"应清缴的年度配额（吨）。", "Allowances to be surrendered for the year, t."})
  private String toSurrender;

  /** Those that were typed, as they were typed, by the names that the API has for them. */
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    put(typed, "confirmedEmissions", confirmedEmissions);
    put(typed, "issued", issued);
    put(typed, "toSurrender", toSurrender);
    return typed;
  }

  private static void put(Map<String, String> typed, String name, String value) {
    if (value != null) {
      typed.put(name, value);
    }
  }
}
