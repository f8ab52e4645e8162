// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.grasslandcarbon.gateway.projection.RecordedBlocks;
import org.grasslandcarbon.gateway.testing.MemoryDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Verifications of two certifiers in two divisions and two years, some with findings and flags. */
class CertifiersTest {
  private static final String NONE = "[]";

  private final TestMarket market = new TestMarket();
  private final RecordedBlocks blocks = new RecordedBlocks(market.ledger, "c");
  private final ParticipantId often = market.ledger.newId();
  private final ParticipantId once = market.ledger.newId();
  private JdbcConnectionPool pool;
  private ProjectedLedger projected;
  private MonitoringReport unread;

  @BeforeEach
  void play() {
    verified(often, "2025-03-03T02:00:00Z", false);
    verified(often, "2025-05-03T02:00:00Z", true);
    verified(often, "2024-12-31T17:00:00Z", true);
    unread =
        Edited.with(
            Edited.with(
                verified(once, "2025-06-03T02:00:00Z", true),
                "/verification/opinion",
                "\"NEGATIVE\""),
            "/state",
            "\"VERIFIED\"");
    market.write(unread);
    market.write(
        Edited.with(verified(often, "2024-07-01T02:00:00Z", true), "/region", "\"110000\""));
    market.write(Edited.with(verified(once, "2025-07-01T02:00:00Z", true), "/training", "true"));
    market.write(Edited.without(verified(once, "2025-07-02T02:00:00Z", true), "/verification"));
    blocks.cut();
    pool = MemoryDatabase.open();
    projected = new ProjectedLedger(pool);
    projected.project(blocks);
  }

  @AfterEach
  void close() {
    pool.dispose();
  }

  /** A report that somebody has verified, written past all rules. */
  private MonitoringReport verified(ParticipantId by, String at, boolean finds) {
    MonitoringReport report = (MonitoringReport) new SampleRecords(true).of(MonitoringReport.TYPE);
    report = Edited.with(report, "/id", "\"" + TestLedger.newInstruction() + "\"");
    report = Edited.with(report, "/region", "\"" + TestLedger.XILINHOT + "\"");
    report = Edited.with(report, "/training", "false");
    report = Edited.with(report, "/state", "\"ISSUED\"");
    report = Edited.with(report, "/flags", finds ? "2" : "0");
    report = Edited.with(report, "/verification/by", "\"" + by + "\"");
    report = Edited.with(report, "/verification/at", "\"" + at + "\"");
    report = Edited.with(report, "/verification/opinion", "\"POSITIVE\"");
    report = Edited.with(report, "/verification/corrected", "false");
    report = Edited.without(report, "/verification/removed");
    if (!finds) {
      report = Edited.with(report, "/verification/findings", NONE);
    }
    market.write(report);
    return report;
  }

  private static Scope as(Role role, RegionCode region) {
    return Scope.ofRegions(
        new Actor(new ParticipantId("91110000600037341L"), region, Set.of(role)));
  }

  @Test
  void shares_and_findings_are_by_division_and_the_year_of_verification_in_beijing() {
    CertifierShares certifiers = new CertifierShares(projected.reader());
    String xilinhot = TestLedger.XILINHOT.value();
    assertThat(
            certifiers.report(
                as(Role.AUTHORITY, RegionCode.NATION), Optional.empty(), Optional.empty()))
        .containsExactlyInAnyOrder(
            new CertifierShares.Share(often.value(), 0, 1, 1_000, 0, "110000", 1_000, 1, 1, 2024),
            new CertifierShares.Share(once.value(), 0, 1, 1_000, 1, xilinhot, 250, 1, 1, 2025),
            new CertifierShares.Share(often.value(), 0, 2, 666, 0, xilinhot, 750, 3, 2, 2025));
    assertThat(
            certifiers.report(
                as(Role.AUTHORITY, RegionCode.NATION),
                Optional.of(TestLedger.BEIJING),
                Optional.of(2024)))
        .hasSize(1);
    assertThat(
            certifiers.report(
                as(Role.OFFICE, TestLedger.BEIJING), Optional.empty(), Optional.empty()))
        .extracting(CertifierShares.Share::region)
        .containsExactly("110000");
  }

  @Test
  void flags_that_an_office_has_yet_to_read_come_first() {
    FlaggedReports flags = new FlaggedReports(projected.reader());
    assertThat(flags.report(as(Role.AUTHORITY, RegionCode.NATION), Optional.empty()))
        .hasSize(6)
        .first()
        .satisfies(
            first -> {
              assertThat(first.report()).isEqualTo(unread.id().value());
              assertThat(first.severeUnread()).isTrue();
              assertThat(first.flags()).isEqualTo(2);
              assertThat(first.certifier()).contains(once.value());
            });
    assertThat(flags.report(as(Role.AUTHORITY, RegionCode.NATION), Optional.empty()))
        .filteredOn(FlaggedReports.Flagged::severeUnread)
        .hasSize(1);
    assertThat(flags.report(as(Role.OFFICE, TestLedger.BEIJING), Optional.empty())).hasSize(1);
    assertThat(
            flags.report(
                as(Role.AUTHORITY, RegionCode.NATION), Optional.of(TestLedger.INNER_MONGOLIA)))
        .hasSize(5);
  }
}
