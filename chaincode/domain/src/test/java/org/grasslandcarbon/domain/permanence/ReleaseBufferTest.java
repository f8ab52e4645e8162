// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.permanence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.FIRST;
import static org.grasslandcarbon.domain.permanence.ReversalsOf.SECOND;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.credit.Credits;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.ExampleReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** Crediting of the example project ends with 2042. */
class ReleaseBufferTest {
  private final ReversalsOf of = new ReversalsOf();

  private String verdict() {
    return of.projects.verdict(of.projects.authority, release());
  }

  private ReleaseBuffer release() {
    return new ReleaseBuffer(Sha256.of("decision"), of.project);
  }

  @Test
  void after_the_crediting_period_the_owner_receives_what_is_left() {
    of.projects.setDate("2042-12-31");
    assertThat(verdict()).isEqualTo("OBLIGATION_NOT_OVER");
    of.projects.setDate("2043-01-01");
    InstructionId id = of.projects.ledger.apply(of.projects.authority, release());
    Account owner = Account.held(of.projects.owner);
    assertThat(of.projects.ledger.journal(id).postings())
        .containsExactly(
            new Credits(FIRST, SerialRanges.of(1, 1_217)).posting(Account.BUFFER, owner),
            new Credits(SECOND, SerialRanges.of(1, 1_282)).posting(Account.BUFFER, owner));
    assertThat(of.buffered(FIRST)).isEqualTo(SerialRanges.NONE);
    assertThat(of.projects.ledger.find(Holding.key(FIRST, of.projects.owner)).orElseThrow().held())
        .isEqualTo(SerialRanges.of(1, 10_138));
    assertThat(verdict()).isEqualTo("INSUFFICIENT_CREDITS");
  }

  @Test
  void the_years_of_monitoring_that_the_methodology_asks_for_pass_first() {
    Methodology version =
        of.projects
            .ledger
            .find(Methodology.key(ExampleMethodology.tier1().version()))
            .orElseThrow();
    Methodology obliging =
        Edited.with(
            version,
            "/science/parameters/-",
            """
            {"name": "MONITORING_OBLIGATION_YEARS", "source": "assumed example", "unit": "yr",
             "value": "9.5"}""");
    SortedMap<String, byte[]> entry = new TreeMap<>();
    entry.put(obliging.key().text(), Codec.write(obliging));
    of.projects.ledger.store().putAll(entry);
    of.projects.setDate("2052-12-31");
    assertThat(verdict()).isEqualTo("OBLIGATION_NOT_OVER");
    of.projects.setDate("2053-01-01");
    assertThat(verdict()).isEqualTo("APPLIED");
  }

  @Test
  void a_release_is_refused_for_a_project_that_is_not_there() {
    assertThat(
            of.projects.verdict(
                of.projects.authority, new ReleaseBuffer(Sha256.of("decision"), ExampleReport.ID)))
        .isEqualTo("UNKNOWN_PROJECT");
  }

  @Test
  void only_the_authority_releases() {
    of.projects.setDate("2043-01-01");
    assertThat(of.projects.verdict(of.projects.office, release())).isEqualTo("NOT_ALLOWED");
    assertThat(of.projects.verdict(of.projects.owner, release())).isEqualTo("NOT_ALLOWED");
  }

  @Test
  void a_release_waits_for_open_reversals_and_for_what_is_missing() {
    InstructionId reversal = of.reported(10);
    of.projects.setDate("2043-01-01");
    assertThat(verdict()).isEqualTo("WRONG_STATE");
    extendAccreditation();
    of.settled(reversal, 2_500);
    assertThat(verdict()).isEqualTo("REVERSAL_SHORTFALL");
    of.projects.ledger.apply(of.projects.owner, of.compensation(FIRST, 1));
    assertThat(verdict()).isEqualTo("INSUFFICIENT_CREDITS");
  }

  private void extendAccreditation() {
    of.projects.ledger.apply(
        of.projects.authority,
        new AccreditCertifier(
            of.projects.verifier,
            Sha256.of("certificate"),
            List.of(ExampleMethodology.tier1().version().id()),
            LocalDate.of(2040, 1, 1),
            LocalDate.of(2050, 12, 31)));
  }
}
