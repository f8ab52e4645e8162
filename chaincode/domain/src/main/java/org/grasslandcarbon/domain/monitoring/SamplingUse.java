// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What was measured in one sampling, by its digest: nobody sells it twice (LEDGER section 4). What
 * was measured for practice is compared within its own project only, since examples are copied.
 *
 * @param digest of the carbon that was measured ({@link CarbonSampling#digest})
 * @param practice the project for practice; absent where it counts
 * @param project whose land it was
 * @param released whether its report was rejected, so that the project may report it anew
 * @param report the report that tells of it; absent as long as none does
 * @param sampling the record of it; absent where a report brought the rows
 * @param scenario the project's land, or its control site
 * @param stratum the stratum
 */
public record SamplingUse(
    Sha256 digest,
    Optional<InstructionId> practice,
    InstructionId project,
    boolean released,
    Optional<InstructionId> report,
    Optional<InstructionId> sampling,
    Scenario scenario,
    @Most(Stratum.NAME_MOST) String stratum)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<SamplingUse> TYPE =
      new RecordType<>("SAMPLING_USE", SamplingUse.class, Visibility.PUBLIC);

  /** The key of what was measured. */
  public static Key<SamplingUse> key(Sha256 digest, Optional<InstructionId> practice) {
    return practice
        .map(project -> TYPE.key(digest.value(), project.value()))
        .orElseGet(() -> TYPE.key(digest.value()));
  }

  SamplingUse withReleased(boolean changed) {
    return new SamplingUse(digest, practice, project, changed, report, sampling, scenario, stratum);
  }

  /** Whether it was measured in the same stratum, or at its control site. */
  boolean isOf(InstructionId someProject, CarbonSampling sampling) {
    return project.equals(someProject) && stratum.equals(sampling.stratum());
  }

  /** Whether a report tells of it, or told of it and was not rejected. */
  boolean isOfReport() {
    return report.isPresent() && !released;
  }

  @Override
  public Key<SamplingUse> key() {
    return key(digest, practice);
  }
}
