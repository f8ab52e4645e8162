// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.project.ExampleProject;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.testing.Projects;
import org.junit.jupiter.api.Test;

class QuantificationRuleTest {
  private static final SubmitMonitoringReport REPORT = ExampleReport.submission();
  private static final ProjectDesign DESIGN = ExampleProject.DESIGN;

  private final Methodology methodology =
      new Projects().ledger.find(Methodology.key(DESIGN.methodology())).orElseThrow();

  private List<QuantificationRule.Refusal> refusals(List<Datum> data) {
    return QuantificationRule.refusals(methodology, DESIGN.strata(), REPORT.period(), data);
  }

  @Test
  void good_rows_are_not_refused() {
    assertThat(refusals(REPORT.data())).isEmpty();
  }

  @Test
  void every_refused_row_is_named_and_every_missing_one() {
    List<Datum> data = new ArrayList<>(REPORT.data());
    data.set(0, ExampleReport.row("S1", "MANAGED_AREA", "mu", "2800", 2023));
    data.set(1, ExampleReport.row("S1", "HEAD.SHEEP", "head", "-1", 2023));
    data.set(2, ExampleReport.row("S9", "FUEL.DIESEL", "L", "1200", 2023));
    data.add(data.get(5));

    assertThat(refusals(data))
        .extracting(refusal -> refusal.code() + " " + refusal.row().orElse(-1))
        .containsExactly(
            "UNKNOWN_DATUM 0",
            "DATA_OUT_OF_RANGE 1",
            "STRATA_MISMATCH 2",
            "STRATA_MISMATCH 12",
            "STRATA_MISMATCH -1");
    assertThat(refusals(data).get(4).detail().en())
        .isEqualTo("FUEL.DIESEL of S1 in 2023 is missing");
    assertThat(refusals(data).get(4).detail().zh()).isEqualTo("缺少 2023 年分层 S1 的 FUEL.DIESEL");
  }

  @Test
  void a_row_of_an_unknown_datum_is_refused_for_that_alone() {
    List<Datum> data = new ArrayList<>(REPORT.data());
    data.add(ExampleReport.row("S1", "HEAD.DRAGON", "head", "1", 2023));

    assertThat(refusals(data)).hasSize(1);
    assertThat(refusals(data).get(0).code()).isEqualTo(ErrorCode.UNKNOWN_DATUM);
  }
}
