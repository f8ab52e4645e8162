// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.time.Instant;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.land.BoundaryLine;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * A part of a boundary, for a proposal that names it. It claims no land. It is never changed; a
 * part with a slip in it is left unnamed, and another takes its place.
 *
 * @param id the id of the instruction that submitted it
 * @param lines its stretches of rings
 * @param owner who submitted it, and alone may name it
 * @param submittedAt transaction time
 */
public record BoundaryPart(
    InstructionId id,
    @Most(Boundary.RINGS_MOST) List<BoundaryLine> lines,
    ParticipantId owner,
    Instant submittedAt)
    implements LedgerRecord {

  /** The type of parts of boundaries. */
  public static final RecordType<BoundaryPart> TYPE =
      new RecordType<>("BOUNDARY_PART", BoundaryPart.class, Visibility.PUBLIC);

  public BoundaryPart {
    lines = List.copyOf(lines);
  }

  /** The key of a part. */
  public static Key<BoundaryPart> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<BoundaryPart> key() {
    return key(id);
  }
}
