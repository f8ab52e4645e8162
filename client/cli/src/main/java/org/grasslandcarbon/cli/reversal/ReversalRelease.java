// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.reversal;

import org.grasslandcarbon.cli.Arguments;
import org.grasslandcarbon.cli.DocumentHash;
import org.grasslandcarbon.cli.ProjectReference;
import org.grasslandcarbon.cli.SendCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code releaseBuffer}. */
@Command(
    name = "release",
    description = {
      "监测义务期满后将缓冲量返还业主（国家主管部门）。",
      "Gives a project's buffer to its owner when its obligation is over (the authority)."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {
      "  grassland reversal release --project GCS-152502-2024-0001 --document decision.pdf --as authority"
    })
final class ReversalRelease extends SendCommand {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "The project: its number or UUID."})
  private String project;

  @Option(
      names = "--document",
      paramLabel = "HASH|FILE",
      description = {
        "决定文件：SHA-256 摘要，或由本机计算摘要的文件。",
        "The decision: its SHA-256, or a file to hash on this machine."
      })
  private String document;

  @Override
  protected String action() {
    return "releaseBuffer";
  }

  @Override
  protected void fill(Arguments arguments, Session session) {
    arguments
        .set("project", ProjectReference.id(session, project))
        .set("document", DocumentHash.of(session, document));
  }
}
