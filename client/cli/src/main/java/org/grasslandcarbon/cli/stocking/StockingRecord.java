// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.stocking;

import java.util.Map;
import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.ProjectReference;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recordStocking}. */
@Command(
    name = "record",
    description = {
      "记录项目某年度的草畜平衡（业主、主管部门）；账本计算超载率。",
      "Records a project's balance of grass and livestock (owner, office); the ledger computes the overload."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland stocking record --template > stocking.json",
      "  grassland stocking record --file stocking.json --project GCS-152502-2024-0001 --key my-key.json"
    })
final class StockingRecord extends SendCommand {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "The project: its number or UUID."})
  private String project;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = {"年度。", "Calendar year."})
  private Integer year;

  @Option(
      names = "--herd",
      paramLabel = "SPECIES=HEADS",
      description = {
        "畜种与头数，如 SHEEP=1500；可重复。",
        "A species and its animals, e.g. SHEEP=1500; may be repeated."
      })
  private Map<String, Integer> herds;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "证明文件：SHA-256 摘要，或由本机计算摘要的文件。",
        "The evidence: its SHA-256, or a file to hash on this machine."
      })
  private String document;

  @Override
  protected String action() {
    return "recordStocking";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("project", ProjectReference.id(session, project))
        .set("year", year)
        .set("document", DocumentHash.of(session, document));
    if (herds != null) {
      arguments.setList(
          "herds",
          herds.entrySet().stream()
              .map(herd -> Map.of("heads", herd.getValue(), "species", herd.getKey()))
              .toList());
    }
  }
}
