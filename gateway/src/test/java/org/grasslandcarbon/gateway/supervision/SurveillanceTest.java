// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.ProjectedLedger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted among weeks of ordinary trading is found; what is ordinary is not. */
class SurveillanceTest {
  private static final long SEED = 20250303;

  private static final Map<String, JdbcConnectionPool> POOLS = new HashMap<>();

  private static final TradingDays PLANTED = TradingDays.planted(SEED);

  private static final Surveillance SURVEILLANCE = over(PLANTED);

  private static final Surveillance.Report REPORT = look(PLANTED, SURVEILLANCE);

  private static Surveillance over(TradingDays days) {
    String name = UUID.randomUUID().toString();
    JdbcConnectionPool pool =
        JdbcConnectionPool.create(
            "jdbc:h2:mem:"
                + name
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                + ";DB_CLOSE_DELAY=-1",
            "sa",
            "");
    POOLS.put(name, pool);
    ProjectedLedger projected = new ProjectedLedger(pool);
    projected.project(days.blocks);
    return new Surveillance(projected.reader(), projected.timelines());
  }

  @AfterAll
  static void close() {
    POOLS.values().forEach(JdbcConnectionPool::dispose);
  }

  private static Scope authority() {
    return Scope.ofMarkets(
        new Actor(
            new ParticipantId("91110000600037341L"), RegionCode.NATION, Set.of(Role.AUTHORITY)));
  }

  private static Surveillance.Report look(TradingDays days, Surveillance surveillance) {
    return surveillance.look(
        days.period(), authority(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static List<Surveillance.Found> found(String detector) {
    return REPORT.signals().stream().filter(each -> each.detector().equals(detector)).toList();
  }

  private static String[] ids(ParticipantId... participants) {
    return Arrays.stream(participants).map(ParticipantId::value).sorted().toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void ordinary_days_have_no_signals(long seed) {
    TradingDays days = TradingDays.ordinary(seed);
    assertThat(look(days, over(days)).signals()).isEmpty();
  }

  @Test
  void days_are_of_many_trades_and_the_big_buyer_has_most_of_them_and_no_signal() {
    Trading trading = observed().read(PLANTED.period(), authority(), Optional.empty());
    assertThat(trading.deals()).hasSizeGreaterThan(200);
    assertThat(trading.orders()).hasSizeGreaterThan(200);
    String big = PLANTED.bigBuyer.value();
    long bought = Trading.tonnes(trading.deals().stream().filter(each -> each.buyer().equals(big)));
    assertThat(Trading.perMille(bought, Trading.tonnes(trading.deals().stream())))
        .isGreaterThan(300);
    assertThat(REPORT.signals())
        .allSatisfy(each -> assertThat(each.participants()).doesNotContain(big));
  }

  private static ObservedMarket observed() {
    ProjectedLedger projected = new ProjectedLedger(POOLS.values().iterator().next());
    return new ObservedMarket(projected.reader(), projected.timelines());
  }

  @Test
  void a_ring_through_a_shell_is_found_with_its_trades() {
    assertThat(found("WASH_RING"))
        .filteredOn(each -> each.participants().contains(PLANTED.shell.value()))
        .singleElement()
        .satisfies(
            ring -> {
              assertThat(ring.participants())
                  .containsExactly(ids(PLANTED.ringleader, PLANTED.goBetween, PLANTED.shell));
              assertThat(ring.evidence()).hasSize(2).allMatch(each -> each.contains(":"));
              assertThat(ring.clause()).isEqualTo(2);
              assertThat(ring.why().en()).contains("came back to a related account");
              assertThat(ring.why().zh()).contains("回到关联账户");
            });
  }

  @Test
  void without_the_record_of_the_relation_the_ring_is_none() {
    Trading trading = observed().read(PLANTED.period(), authority(), Optional.empty());
    Trading unrelated =
        new Trading(
            trading.from(),
            trading.to(),
            trading.deals(),
            trading.orders(),
            trading.news(),
            Hands.NONE,
            trading.ends());
    WashRings rings = new WashRings();
    assertThat(rings.find(unrelated, Settings.standard(rings)))
        .noneMatch(each -> each.participants().contains(PLANTED.shell.value()));
  }

  @Test
  void two_who_trade_to_and_fro_are_found() {
    assertThat(found("MUTUAL_TRADES"))
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.participants()).containsExactly(ids(PLANTED.left, PLANTED.right));
              assertThat(pair.evidence()).hasSize(4);
              assertThat(pair.why().en())
                  .startsWith("two accounts dealt 2 times there and 2 times back");
            });
    assertThat(found("WASH_RING"))
        .as("they go round as well, and nobody else does")
        .hasSize(2)
        .anySatisfy(
            ring ->
                assertThat(ring.participants()).containsExactly(ids(PLANTED.left, PLANTED.right)));
  }

  @Test
  void listings_that_were_not_meant_are_found() {
    assertThat(found("ORDER_AND_WITHDRAW"))
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.participants()).containsExactly(PLANTED.pretender.value());
              assertThat(signal.evidence()).hasSize(8);
              assertThat(signal.first()).isEqualTo(signal.last());
            });
  }

  @Test
  void who_marks_the_close_is_found_and_not_who_lists_what_it_takes() {
    assertThat(found("MARKING_THE_CLOSE"))
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.participants()).containsExactly(PLANTED.marker.value());
              assertThat(signal.why().en()).startsWith("on 4 days, in the last 10 minutes");
            });
  }

  @Test
  void who_lists_far_from_the_last_price_is_found() {
    assertThat(found("PRICE_OUTLIER"))
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.participants()).containsExactly(PLANTED.dreamer.value());
              assertThat(signal.evidence()).hasSize(3);
            });
  }

  @Test
  void nothing_else_is_found_and_the_same_question_has_the_same_answer() {
    assertThat(REPORT.signals())
        .extracting(Surveillance.Found::detector)
        .containsExactly(
            "MUTUAL_TRADES",
            "WASH_RING",
            "WASH_RING",
            "PRICE_OUTLIER",
            "ORDER_AND_WITHDRAW",
            "MARKING_THE_CLOSE");
    assertThat(look(PLANTED, SURVEILLANCE)).isEqualTo(REPORT);
    assertThat(REPORT.settings()).hasSize(Detectors.ALL.size());
  }

  private static Surveillance.Report as(Role role, RegionCode region, ParticipantId id) {
    return SURVEILLANCE.look(
        PLANTED.period(),
        Scope.ofMarkets(new Actor(id, region, Set.of(role))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void offices_are_told_of_their_region_and_exchanges_of_their_venues() {
    ParticipantId somebody = new ParticipantId("91110000600037341L");
    assertThat(as(Role.OFFICE, TestLedger.BEIJING, somebody).signals())
        .as("all of them are registered in Beijing")
        .isEqualTo(REPORT.signals());
    assertThat(as(Role.OFFICE, TestLedger.INNER_MONGOLIA, somebody).signals())
        .as("the land is there, and nobody of those who trade")
        .isEmpty();
    assertThat(as(Role.EXCHANGE, TestLedger.BEIJING, PLANTED.market.exchange).signals())
        .isEqualTo(REPORT.signals());
    assertThat(as(Role.EXCHANGE, TestLedger.BEIJING, somebody).signals()).isEmpty();
    assertThatThrownBy(() -> as(Role.TRADER, TestLedger.BEIJING, PLANTED.shell))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> as(Role.CERTIFIER, TestLedger.BEIJING, somebody))
        .isInstanceOf(RequestException.class);
  }

  private static Surveillance.Report with(String detector, String settings) {
    return SURVEILLANCE.look(
        PLANTED.period(),
        authority(),
        Optional.of(PLANTED.market.instrument),
        Optional.of(detector),
        Optional.of(settings));
  }

  @Test
  void settings_decide_and_are_held_to_their_ranges() {
    assertThat(with("PRICE_OUTLIER", "perMille:60,times:4").signals()).isEmpty();
    assertThat(with("PRICE_OUTLIER", "times:3").signals()).hasSize(1);
    assertThat(with("PRICE_OUTLIER", "times:3").settings().get(0).values())
        .containsEntry("times", 3)
        .containsEntry("perMille", 60);
    for (String wrong :
        List.of("times:0", "times:1001", "times", "times:x", "none:1", "", "times:1,,")) {
      assertThatThrownBy(() -> with("PRICE_OUTLIER", wrong))
          .as(wrong)
          .isInstanceOf(RequestException.class);
    }
    assertThatThrownBy(() -> with("NO_SUCH", "times:1")).isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () ->
                SURVEILLANCE.look(
                    PLANTED.period(),
                    authority(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("times:3")))
        .isInstanceOf(RequestException.class);
  }
}
