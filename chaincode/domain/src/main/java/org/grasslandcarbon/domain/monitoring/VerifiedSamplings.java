// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.CarbonSampling;
import org.grasslandcarbon.domain.quantification.Scenario;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * The last verified sampling of each stratum and side of a project: where the next report's stocks
 * begin (LEDGER section 4).
 *
 * @param last one a stratum and side
 * @param project the project
 */
public record VerifiedSamplings(@Most(LAST_MOST) List<Last> last, InstructionId project)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<VerifiedSamplings> TYPE =
      new RecordType<>("VERIFIED_SAMPLINGS", VerifiedSamplings.class, Visibility.PUBLIC);

  /** Two sides a stratum. */
  static final int LAST_MOST = 2 * ProjectDesign.STRATA_MOST;

  public VerifiedSamplings {
    last = List.copyOf(last);
  }

  /**
   * A sampling with which a verified report ended.
   *
   * @param analysis how its carbon was determined, where it has a record
   * @param day its last day; of rows that a report brought, that of the report's period
   * @param depthCentimetres how deep its cores went, where its record says it
   * @param digest of everything that was measured, as the next report begins with it
   * @param reference the mass or depth of soil of which the stock is, with its unit; absent in what
   *     was verified before it was kept
   * @param report the report in whose verified data it stands
   * @param round whose data these are
   * @param scenario the project's land, or its control site
   * @param stock the mean stock of the project's land, t CO2e a hectare; absent in what was
   *     verified before it was kept
   * @param stratum the stratum
   */
  public record Last(
      Optional<Laboratory.Analysis> analysis,
      LocalDate day,
      Optional<Decimal> depthCentimetres,
      Sha256 digest,
      @Most(100) Optional<String> reference,
      InstructionId report,
      ReportQuantification.Round round,
      Scenario scenario,
      Optional<Decimal> stock,
      @Most(Stratum.NAME_MOST) String stratum) {}

  /** The key of a project's. */
  public static Key<VerifiedSamplings> key(InstructionId project) {
    return TYPE.key(project.value());
  }

  /** A project's as they stand; none before its first verified report with samplings. */
  static VerifiedSamplings of(Records records, InstructionId project) {
    return records.find(key(project)).orElseGet(() -> new VerifiedSamplings(List.of(), project));
  }

  /** The last one of a stratum and side. */
  Optional<Last> of(String stratum, Scenario scenario) {
    return last.stream()
        .filter(each -> each.scenario == scenario && each.stratum.equals(stratum))
        .findFirst();
  }

  /** The last one of the place of a sampling. */
  Optional<Last> of(CarbonSampling sampling) {
    return of(sampling.stratum(), sampling.scenario());
  }

  VerifiedSamplings with(Last verified) {
    List<Last> changed = new ArrayList<>(last);
    changed.removeIf(
        each -> each.scenario == verified.scenario && each.stratum.equals(verified.stratum));
    changed.add(verified);
    changed.sort(Comparator.comparing(Last::stratum).thenComparing(Last::scenario));
    return new VerifiedSamplings(changed, project);
  }

  @Override
  public Key<VerifiedSamplings> key() {
    return key(project);
  }
}
