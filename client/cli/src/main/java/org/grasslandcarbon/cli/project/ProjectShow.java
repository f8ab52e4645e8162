// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.PublicReads;
import org.grasslandcarbon.domain.json.Codec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows a project; --boundary prints its boundary as GeoJSON. */
@Command(
    name = "show",
    description = {
      "显示一个项目；--boundary 输出 GeoJSON 边界。",
      "Shows a project; --boundary prints its boundary as GeoJSON."
    },
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland project show GCS-152502-2024-0001"})
final class ProjectShow extends RegistryCommand {
  @Parameters(
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Project number or UUID."})
  private String id;

  @Option(
      names = "--boundary",
      description = {"项目边界（GeoJSON）。", "The boundary as GeoJSON."})
  private boolean boundary;

  @Option(
      names = "--comments",
      description = {"公众意见及答复。", "The comments."})
  private boolean comments;

  @Override
  protected void perform(Session session) {
    session.show(session.progress().during(calledAs(), () -> read(session)));
  }

  private JsonNode read(Session session) {
    PublicReads reads = session.publicReads();
    if (boundary) {
      return Codec.read(reads.boundary(id), JsonNode.class);
    }
    return comments ? Codec.tree(reads.ofProject(id, "comments").items()) : reads.project(id);
  }
}
