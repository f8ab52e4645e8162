// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A project's boundary, for programs that draw maps. */
@Command(
    name = "boundary",
    description = {"输出项目边界（GeoJSON）。", "Prints a project's boundary as GeoJSON."},
    footer = {"  grassland project boundary GCS-152502-2024-0001 > boundary.geojson"})
public final class ProjectBoundary extends RegistryCommand {
  @Parameters(
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Project number or UUID."})
  private String id;

  @Override
  protected void perform(Session session) {
    session.json(session.progress().during(calledAs(), () -> session.publicReads().boundary(id)));
  }
}
