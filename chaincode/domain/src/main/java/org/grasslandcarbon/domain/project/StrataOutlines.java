// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Where the strata of a project lie, written once with the proposal that draws them. A record of
 * its own, because it can be as large as a boundary and few rules ask for it.
 *
 * @param id the proposal of the project, or of the renewal, that drew them
 * @param outlines one a stratum, in the order of their names
 * @param project the project
 */
public record StrataOutlines(
    InstructionId id, @Most(ProjectDesign.STRATA_MOST) List<Drawn> outlines, InstructionId project)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<StrataOutlines> TYPE =
      new RecordType<>("OUTLINES", StrataOutlines.class, Visibility.PUBLIC);

  public StrataOutlines {
    outlines = List.copyOf(outlines);
  }

  /**
   * Where a stratum lies.
   *
   * @param boundary GeoJSON, normalised
   * @param stratum its name
   */
  public record Drawn(Boundary boundary, @Most(Stratum.NAME_MOST) String stratum) {}

  /** The key of the outlines that a proposal drew. */
  public static Key<StrataOutlines> key(InstructionId proposal) {
    return TYPE.key(proposal.value());
  }

  /** Where a stratum lies. */
  public Optional<Boundary> of(String stratum) {
    return outlines.stream()
        .filter(each -> each.stratum.equals(stratum))
        .map(Drawn::boundary)
        .findFirst();
  }

  @Override
  public Key<StrataOutlines> key() {
    return key(id);
  }
}
