// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.monitoring.ReportQuantification.Round;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.LargeSurvey;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.StockChangeProject;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * What measured reports cost an endorser, from the signed text over signature, rules and
 * computation to writing the records, on one thread, the store in memory; and what they leave on
 * the ledger. Times are of the processor, so that other work on the machine counts little.
 */
final class LargeReportBenchmark {
  private static final int ROUNDS = 15;
  private static final int BATCH = 50;

  private final StockChangeProject measured = new StockChangeProject();
  private final TestLedger ledger = measured.projects.ledger;
  private final InstructionId project = measured.registered();
  private int transactions;

  private LargeReportBenchmark() {}

  public static void main(String[] arguments) {
    for (int points : new int[] {10, 10, 50, 100, 150, 185}) {
      new LargeReportBenchmark().one(points);
    }
    for (int points : new int[] {5, 50}) {
      new LargeReportBenchmark().batch(points);
    }
  }

  private static double milliseconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private void one(int points) {
    List<Datum> rows = LargeSurvey.rows(points);
    InstructionId id = TestLedger.newInstruction();
    byte[] signed =
        ledger.sign(id, measured.projects.owner, LargeSurvey.inParts(measured, project, rows));
    double[] times = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      MapStore store = new MapStore(ledger.store());
      double begin = milliseconds();
      ledger.registry().submit(List.of(signed), ledger.time(), store);
      times[i] = milliseconds() - begin;
    }
    Arrays.sort(times);
    ledger.submit(signed);
    System.out.printf(
        Locale.ROOT,
        "%,d points a stratum, %,d rows: %,d bytes stored, %.0f ms (median)%n",
        points,
        rows.size(),
        Codec.write(ledger.find(ReportQuantification.key(id, Round.SUBMITTED)).orElseThrow())
            .length,
        times[ROUNDS / 2]);
  }

  /** Reports of as many projects as a batch may have instructions, halved as a gateway does. */
  private void batch(int points) {
    List<Datum> rows = LargeSurvey.rows(points);
    List<byte[]> signed = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      SubmitMonitoringReport report = LargeSurvey.inParts(measured, anotherProject(), rows);
      signed.add(ledger.sign(TestLedger.newInstruction(), measured.projects.owner, report));
    }
    double begin = milliseconds();
    submit(signed);
    System.out.printf(
        Locale.ROOT,
        "%d reports of %,d points a stratum: %d transactions, %.0f ms%n",
        BATCH,
        points,
        transactions,
        milliseconds() - begin);
  }

  private InstructionId anotherProject() {
    InstructionId copy = TestLedger.newInstruction();
    Project registered = ledger.find(Project.key(project)).orElseThrow();
    ledger
        .store()
        .state()
        .put(
            Project.key(copy).text(),
            Codec.write(Edited.with(registered, "/id", "\"" + copy + "\"")));
    return copy;
  }

  private void submit(List<byte[]> signed) {
    try {
      ledger.registry().submit(signed, ledger.time(), ledger.store());
      transactions++;
    } catch (RegistryException tooLarge) {
      int half = signed.size() / 2;
      submit(signed.subList(0, half));
      submit(signed.subList(half, signed.size()));
    }
  }
}
