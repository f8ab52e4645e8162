// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.views.ProjectViews;
import tools.jackson.databind.JsonNode;

/**
 * What tables are made and read with, from the public registry.
 *
 * @param id the project
 * @param design its design
 * @param methodology the version to which it is pinned
 */
public record ProjectData(InstructionId id, ProjectDesign design, Methodology methodology) {

  /** Reads them. */
  public static ProjectData read(Session session, String idOrNumber) {
    JsonNode project = session.publicReads().show(ProjectViews.PROJECTS, idOrNumber);
    ProjectDesign design = Codec.convert(project.path("design"), ProjectDesign.class);
    return new ProjectData(
        new InstructionId(project.path("id").asString()),
        design,
        methodology(session, design.methodology()));
  }

  /** The version that an option names. */
  static MethodologyRef version(String option) {
    try {
      return MethodologyRef.parse(option);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--methodology 形如 GCS-T1/1.0。", "--methodology is like GCS-T1/1.0.");
    }
  }

  static Methodology methodology(Session session, MethodologyRef version) {
    return Codec.convert(
        session.publicReads().show(ProjectViews.METHODOLOGIES, version.id(), version.version()),
        Methodology.class);
  }
}
