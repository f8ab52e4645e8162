// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/**
 * Says why the gateway did not start, and nothing else: the usual report is a banner in the log,
 * which is switched off.
 */
final class StartFailureReporter implements FailureAnalysisReporter {
  @Override
  public void report(FailureAnalysis analysis) {
    System.err.println(analysis.getDescription());
    if (analysis.getAction() != null) {
      System.err.println(analysis.getAction());
    }
  }
}
