// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ProjectViews;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project and the methodology version to which it is pinned.
 *
 * @param methodology the version
 * @param project the project
 */
public record PinnedProject(Methodology methodology, Project project) {
  private static final Pattern NUMBER = Pattern.compile(ProjectNumber.PATTERN);

  /** The project of an id or, once it is registered, of a number. */
  public static Optional<PinnedProject> find(Reader reader, String idOrNumber) {
    return tree(reader, idOrNumber)
        .map(tree -> Codec.convert(tree, Project.class))
        .flatMap(
            project ->
                methodology(reader, project.design().methodology())
                    .map(methodology -> new PinnedProject(methodology, project)));
  }

  /** The project's record, as it is stored. */
  public static Optional<ObjectNode> tree(Reader reader, String idOrNumber) {
    boolean isNumber = NUMBER.matcher(idOrNumber).matches();
    Selection all = Selection.all(ProjectViews.PROJECTS);
    return reader
        .first(
            isNumber
                ? all.with(ProjectViews.PROJECTS.column("number"), idOrNumber)
                : all.withId(idOrNumber))
        .flatMap(
            item -> reader.find(Project.key(new InstructionId(item.required("id").asString()))));
  }

  /** A methodology version. */
  public static Optional<Methodology> methodology(Reader reader, MethodologyRef version) {
    return reader
        .find(Methodology.key(version))
        .map(tree -> Codec.convert(tree, Methodology.class));
  }
}
