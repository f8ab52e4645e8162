// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.plausibility.Evidence;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.plausibility.Plausibility;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Quantification;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.stocking.Herd;
import org.grasslandcarbon.domain.stocking.Stocking;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What is implausible in a report, as records tell it (LEDGER section 4). A version without rules
 * flags nothing.
 */
final class ReportFlags {
  private ReportFlags() {}

  /** Keys of what a report is held against, once the project's verified samplings are known. */
  static List<Key<?>> keys(Records records, InstructionId project, DateRange period) {
    List<Key<?>> keys = new ArrayList<>(Stocking.keys(project, period));
    keys.addAll(SampledRows.keys(records, project));
    return keys;
  }

  /**
   * The flags of a report's rows and their worksheet; nothing where the version has no rules.
   *
   * @param samplings the records that the report names
   */
  static Optional<List<Flag>> of(
      Records records,
      InstructionId project,
      Methodology methodology,
      ProjectDesign design,
      DateRange period,
      List<Datum> rows,
      List<InstructionId> samplings,
      Quantification quantification) {
    return methodology
        .science()
        .plausibility()
        .map(
            rules ->
                Plausibility.flags(
                    new Evidence(
                        SamplingWays.analyses(records, project, samplings),
                        SamplingWays.depths(records, project, samplings),
                        earlierReports(records, project, period),
                        earlierRows(records, project),
                        new Decimal(BigDecimal.valueOf(design.expectedTonnesPerYear().value())),
                        quantification,
                        rules,
                        stocking(records, project, period),
                        new Subject(
                            rows,
                            history(records, project).before(period.from(), methodology),
                            methodology.science().byName(),
                            period,
                            design.startDate(),
                            design.strata(),
                            methodology.science().uncertainty()))));
  }

  private static CreditingHistory history(Records records, InstructionId project) {
    return records
        .find(CreditingHistory.key(project))
        .orElseGet(() -> CreditingHistory.begin(project));
  }

  private static List<Evidence.EarlierReport> earlierReports(
      Records records, InstructionId project, DateRange period) {
    return history(records, project).reports().stream()
        .filter(each -> each.period().to().isBefore(period.from()))
        .flatMap(
            each ->
                each.tonnes().stream()
                    .map(tonnes -> new Evidence.EarlierReport(each.period(), tonnes)))
        .toList();
  }

  private static List<Datum> earlierRows(Records records, InstructionId project) {
    return VerifiedSamplings.of(records, project).last().stream()
        .map(each -> ReportQuantification.key(each.report(), each.round()))
        .distinct()
        .flatMap(key -> records.find(key).stream())
        .reduce((earlier, later) -> later)
        .map(ReportQuantification::data)
        .orElse(List.of());
  }

  private static SortedMap<Integer, SortedMap<String, Integer>> stocking(
      Records records, InstructionId project, DateRange period) {
    SortedMap<Integer, SortedMap<String, Integer>> byYear = new TreeMap<>();
    for (Key<Stocking> key : Stocking.keys(project, period)) {
      records
          .find(key)
          .ifPresent(
              found -> {
                SortedMap<String, Integer> heads = new TreeMap<>();
                for (Herd herd : found.herds()) {
                  heads.merge(herd.species(), herd.heads(), Math::addExact);
                }
                byYear.put(found.year(), heads);
              });
    }
    return byYear;
  }
}
