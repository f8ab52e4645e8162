// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which part of a computation is shown. */
final class ExplainOptions {
  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = {
        "只显示一行及其来源：行号，或公式编号如 \"Eq. 43\"、T1-5。",
        "Only one line and what it comes from: its number, or an equation, e.g. \"Eq. 43\" or T1-5."
      })
  private String line;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = {"向下显示的层数；默认全部。", "How many levels down; all by default."})
  private Integer depth;

  Optional<String> line() {
    return Optional.ofNullable(line);
  }

  int depth() {
    return depth == null ? Integer.MAX_VALUE : depth;
  }

  boolean isGiven() {
    return line != null || depth != null;
  }
}
