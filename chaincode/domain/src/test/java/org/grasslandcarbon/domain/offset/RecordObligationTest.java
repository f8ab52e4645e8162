// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordObligationTest {
  private final TestLedger ledger = new TestLedger();
  private final ParticipantId authority = ledger.the(Role.AUTHORITY);
  private final ParticipantId mongolia = ledger.the(Role.OFFICE);
  private final ParticipantId enterprise = ledger.admit(TestLedger.BEIJING, Role.TRADER);
  private final ParticipantId inMongolia = ledger.admit(TestLedger.INNER_MONGOLIA, Role.TRADER);

  @BeforeEach
  void publish() {
    PublishedOffsets.all().forEach(row -> ledger.apply(authority, row));
  }

  private static RecordObligation of(ParticipantId enterprise, String market, long emissions) {
    return new RecordObligation(
        new OffsetBases(Optional.of(Tonnes.of(emissions)), Optional.empty(), Optional.empty()),
        Sha256.of("decision"),
        enterprise,
        new MarketId(market),
        2025);
  }

  private String verdict(ParticipantId by, RecordObligation obligation) {
    return ledger.submit(by, obligation).code();
  }

  @Test
  void what_was_recorded_last_counts_and_what_was_left_out_is_not_known() {
    ledger.apply(authority, of(enterprise, "CN-11", 100));
    ledger.apply(authority, of(enterprise, "CN-11", 90));
    Obligation found =
        ledger.find(Obligation.key(new MarketId("CN-11"), 2025, enterprise)).orElseThrow();
    assertThat(found.bases().of(OffsetBase.CONFIRMED_EMISSIONS)).contains(Tonnes.of(90));
    assertThat(found.bases().of(OffsetBase.ISSUED)).isEmpty();
    assertThat(found.bases().of(OffsetBase.TO_SURRENDER)).isEmpty();
    assertThat(found.by()).isEqualTo(authority);
  }

  @Test
  void the_markets_office_records_and_of_the_nations_market_the_enterprises_own() {
    assertThat(verdict(mongolia, of(enterprise, "CN-11", 1))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(mongolia, of(inMongolia, "CN-11", 1))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(mongolia, of(enterprise, "CN", 1))).isEqualTo("NOT_ALLOWED");
    assertThat(verdict(mongolia, of(inMongolia, "CN", 1))).isEqualTo("APPLIED");
    assertThat(verdict(mongolia, of(enterprise, "CN-15", 1))).isEqualTo("APPLIED");
  }

  @Test
  void a_market_without_any_row_is_unknown() {
    assertThat(verdict(authority, of(enterprise, "CN-64", 1))).isEqualTo("UNKNOWN_MARKET");
  }

  @Test
  void only_who_can_hold_credits_has_an_obligation() {
    ParticipantId court = ledger.admit(TestLedger.BEIJING, Role.COURT);
    assertThat(verdict(authority, of(court, "CN-11", 1))).isEqualTo("UNKNOWN_ENTERPRISE");
    assertThat(verdict(authority, of(ledger.newId(), "CN-11", 1))).isEqualTo("UNKNOWN_ENTERPRISE");
  }

  @Test
  void an_obligation_says_something() {
    assertThatThrownBy(
            () -> Edited.without(of(enterprise, "CN-11", 1), "/bases/confirmedEmissions"))
        .hasStackTraceContaining("at least one of the bases");
  }

  @Test
  void the_enterprise_and_its_office_see_its_bases_and_no_other_enterprise_does() {
    Visibility visibility = Obligation.TYPE.visibility();
    List<Visibility.Party> concerned =
        List.of(
            new Visibility.Party(enterprise, TestLedger.BEIJING),
            new Visibility.Party(authority, RegionCode.NATION));
    assertThat(visibility.permits(Optional.empty(), concerned)).isFalse();
    assertThat(sees(visibility, inMongolia, TestLedger.INNER_MONGOLIA, Role.TRADER, concerned))
        .isFalse();
    assertThat(sees(visibility, mongolia, TestLedger.INNER_MONGOLIA, Role.OFFICE, concerned))
        .isFalse();
    assertThat(sees(visibility, enterprise, TestLedger.BEIJING, Role.TRADER, concerned)).isTrue();
    assertThat(sees(visibility, ledger.newId(), TestLedger.BEIJING, Role.OFFICE, concerned))
        .isTrue();
    assertThat(OffsetUse.TYPE.visibility().isPublic()).isFalse();
  }

  private static boolean sees(
      Visibility visibility,
      ParticipantId who,
      RegionCode region,
      Role role,
      List<Visibility.Party> concerned) {
    return visibility.permits(Optional.of(new Actor(who, region, Set.of(role))), concerned);
  }
}
