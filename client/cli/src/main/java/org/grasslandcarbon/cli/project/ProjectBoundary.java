// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.project;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.PublicReads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A project's boundary, or the outlines of its strata, for programs that draw maps. */
@Command(
    name = "boundary",
    description = {
      "输出项目边界或分层范围（GeoJSON）。",
      "Prints a project's boundary, or the outlines of its strata, as GeoJSON."
    },
    footer = {
      "  grassland project boundary GCS-152502-2024-0001 > boundary.geojson",
      "  grassland project boundary GCS-152502-2024-0001 --strata > strata.geojson"
    })
public final class ProjectBoundary extends RegistryCommand {
  @Parameters(
      paramLabel = "PROJECT",
      description = {"项目编号或 UUID。", "Project number or UUID."})
  private String id;

  @Option(
      names = "--strata",
      description = {"输出各分层范围。", "The outlines of its strata."})
  private boolean strata;

  @Override
  protected void perform(Session session) {
    PublicReads reads = session.publicReads();
    session.json(
        session
            .progress()
            .during(calledAs(), () -> strata ? reads.outlines(id) : reads.boundary(id)));
  }
}
