// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * The boundary of a project, written once with it. A record of its own, because it can be as large
 * as an instruction and few rules ask for it.
 *
 * @param boundary GeoJSON, normalised
 * @param project the project
 */
public record ProjectBoundary(Boundary boundary, InstructionId project) implements LedgerRecord {

  /** The type of boundaries. */
  public static final RecordType<ProjectBoundary> TYPE =
      new RecordType<>("BOUNDARY", ProjectBoundary.class, Visibility.PUBLIC);

  /** The key of a project's boundary. */
  public static Key<ProjectBoundary> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  @Override
  public Key<ProjectBoundary> key() {
    return key(project);
  }
}
