// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Listing;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Tables;

/**
 * A project and the methodology version to which it is pinned.
 *
 * @param methodology the version
 * @param project the project
 */
public record PinnedProject(Methodology methodology, Project project) {
  private static final String NUMBER_PREFIX = "GCS-";

  /** The project of an id or, once it is registered, of a number. */
  public static Optional<PinnedProject> find(Reader reader, String idOrNumber) {
    String column = idOrNumber.startsWith(NUMBER_PREFIX) ? "project.number" : "project.id";
    return reader
        .first(Listing.of(Tables.PROJECT), Filter.all().and(column + " = ?", idOrNumber))
        .map(tree -> Codec.convert(tree, Project.class))
        .flatMap(
            project ->
                methodology(reader, project.design().methodology())
                    .map(methodology -> new PinnedProject(methodology, project)));
  }

  /** A methodology version. */
  public static Optional<Methodology> methodology(Reader reader, MethodologyRef version) {
    return reader
        .find(Tables.METHODOLOGY, Tables.id(Methodology.key(version)))
        .map(tree -> Codec.convert(tree, Methodology.class));
  }
}
