// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.List;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.Noun.Verb;

/** Monitoring reports and what is issued for them. */
public final class MonitoringManifest {
  /** What this package brings to the registry. */
  public static final Manifest MANIFEST =
      new Manifest(
          List.of(
              Noun.of(
                  "sampling",
                  "采样",
                  "Samplings of soil and woody plants",
                  () ->
                      List.of(
                          Verb.of("submit-values", SubmitSampleValues.TYPE).on("project"),
                          Verb.of("record", RecordSampling.TYPE).on("project"))),
              Noun.of(
                  "report",
                  "监测报告",
                  "Monitoring reports",
                  () ->
                      List.of(
                          Verb.of("submit-data", SubmitMonitoringData.TYPE).on("project"),
                          Verb.of("submit", SubmitMonitoringReport.TYPE).on("project"),
                          Verb.of("verify", VerifyMonitoringReport.TYPE).on("monitoringReport"),
                          Verb.of("approve", ApproveIssuance.TYPE).on("monitoringReport"),
                          Verb.of("issue", IssueCredits.TYPE).on("monitoringReport")))),
          () ->
              List.of(
                  Sampling.TYPE,
                  SampleValues.TYPE,
                  MonitoringData.TYPE,
                  MonitoringReport.TYPE,
                  ReportQuantification.TYPE,
                  SamplingUse.TYPE,
                  VerifiedSamplings.TYPE));

  private MonitoringManifest() {}
}
