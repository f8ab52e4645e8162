// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import picocli.CommandLine.Option;

/** The days that are looked at. */
final class Days {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {"首日（北京时间）。", "The first day, in Beijing."})
  String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = {"末日；默认当日。", "The last day; today by default."})
  String to;
}
