// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.supervision;

import java.util.Map;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How much of the verifications one certifier has, and how often it finds something. */
@Command(
    name = "certifiers",
    description = {
      "核查机构的占比与发现率（需要密钥）。",
      "Certifiers with their shares and finding rates (needs a key)."
    },
    footer = {"  grassland supervision certifiers --region 150000 --year 2026 --key office.json"})
final class SupervisionCertifiers extends SupervisionList {
  @Option(
      names = "--region",
      paramLabel = "CODE",
      description = {"行政区划（含下级）。", "A division, with those in it."})
  private String region;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = {"核查年份。", "The year of verification."})
  private String year;

  @Override
  String name() {
    return "certifiers";
  }

  @Override
  Map<String, String> asked() {
    return parameters("region", region, "year", year);
  }

  @Override
  Table<JsonNode> table() {
    return new Table<JsonNode>()
        .text("年份", "year", row -> text(row, "year"))
        .text("区划", "division", row -> text(row, "region"))
        .text("机构", "certifier", row -> text(row, "certifier"))
        .number("核查", "verified", row -> text(row, "verified"))
        .number("占比‰", "share ‰", row -> text(row, "sharePerMille"))
        .number("否定", "negative", row -> text(row, "negative"))
        .number("更正", "corrected", row -> text(row, "corrected"))
        .number("发现", "findings", row -> text(row, "findings"))
        .number("发现率‰", "finding rate ‰", row -> text(row, "findingPerMille"));
  }
}
