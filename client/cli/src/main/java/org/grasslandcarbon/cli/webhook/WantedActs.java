// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that say which acts are wanted. */
final class WantedActs {
  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {"只推送此类指令，如 retireCredits。", "Only acts of this name, e.g. retireCredits."})
  private String action;

  @Option(
      names = "--kind",
      paramLabel = "NOUN",
      description = {"只推送此类对象的指令，如 project。", "Only what is done to this noun, e.g. project."})
  private String kind;

  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"只推送此项目的指令。", "Only acts about this project."})
  private String project;

  @Option(
      names = "--instrument",
      paramLabel = "INSTRUMENT",
      description = {"只推送此交易标的的指令。", "Only acts about this instrument."})
  private String instrument;

  @Option(
      names = "--own",
      description = {"只推送与本主体有关的指令。", "Only acts that concern the participant itself."})
  private boolean own;

  /** As a gateway takes them. */
  Map<String, Object> filters() {
    Map<String, Object> filters = new LinkedHashMap<>();
    put(filters, "action", action);
    put(filters, "kind", kind);
    put(filters, "project", project);
    put(filters, "instrument", instrument);
    if (own) {
      filters.put("own", true);
    }
    return filters;
  }

  private static void put(Map<String, Object> filters, String name, String value) {
    if (value != null) {
      filters.put(name, value);
    }
  }
}
