// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Science;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.quantification.Subject;
import org.grasslandcarbon.domain.testing.LargeSurvey;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.MeasuredVersions;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What the flags of a measured report cost an endorser beside all else that the report costs it,
 * from the signed text over signature, rules and computation to writing the records, on one thread,
 * the store in memory. The flags are written as JSON, too. The report before is as large as the
 * report. Times are of the processor, so that other work on the machine counts little.
 */
final class PlausibilityBenchmark {
  private static final int ROUNDS = 25;

  private PlausibilityBenchmark() {}

  public static void main(String[] arguments) {
    for (int points : new int[] {10, 10, 50, 100, 187}) {
      one(points);
    }
  }

  private static double milliseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private static void one(int points) {
    StockChangeProject measured = new StockChangeProject();
    TestLedger ledger = measured.projects.ledger;
    InstructionId project = measured.registered();
    List<Datum> rows = LargeSurvey.rows(points);
    SubmitMonitoringReport report = LargeSurvey.inParts(measured, project, rows);
    byte[] signed = ledger.sign(TestLedger.newInstruction(), measured.projects.owner, report);
    Evidence evidence = evidence(rows, report);
    double[] without = new double[ROUNDS];
    double[] flags = new double[ROUNDS];
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      MapStore store = new MapStore(ledger.store());
      double begin = milliseconds();
      ledger.registry().submit(List.of(signed), ledger.time(), store);
      double middle = milliseconds();
      List<Flag> all = Plausibility.flags(evidence);
      all.forEach(Codec::write);
      found = all.size();
      flags[i] = milliseconds() - middle;
      without[i] = middle - begin;
    }
    Arrays.sort(without);
    Arrays.sort(flags);
    System.out.printf(
        Locale.ROOT,
        "%,d points a stratum, %,d rows: %.1f ms without, %.1f ms for %d flags: %.3f times (medians)%n",
        points,
        rows.size(),
        without[ROUNDS / 2],
        flags[ROUNDS / 2],
        found,
        (without[ROUNDS / 2] + flags[ROUNDS / 2]) / without[ROUNDS / 2]);
  }

  /** Of S1, whose soil is compared by mass. */
  private static List<Evidence.Depth> depths() {
    return Stream.of("WP-1", "WP-2", "BSL-1", "BSL-2")
        .map(SampleId::parse)
        .map(id -> new Evidence.Depth(Decimal.of("30"), id.orElseThrow(), "S1"))
        .toList();
  }

  private static Evidence evidence(List<Datum> rows, SubmitMonitoringReport report) {
    Science science = MeasuredVersions.flaggedOfAnyReference().science();
    Subject subject =
        new Subject(
            rows,
            science.byName(),
            report.period(),
            ExampleProject.DESIGN.startDate(),
            StockChangeProject.strata(),
            science.uncertainty());
    return new Evidence(
        new TreeMap<>(),
        depths(),
        List.of(new Evidence.EarlierReport(report.period(), Decimal.of("9000"))),
        rows,
        Decimal.of("9000"),
        Algorithms.find("GCS-SC").orElseThrow().quantify(subject),
        science.plausibility().orElseThrow(),
        new TreeMap<>(),
        subject);
  }
}
