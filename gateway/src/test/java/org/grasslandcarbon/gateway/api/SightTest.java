// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(GatewayExtension.class)
class SightTest {
  /** As a trade will be: public, its parties not, what they agreed on beside it still less. */
  private static final Visibility TRADE =
      Visibility.PUBLIC
          .of("/buyer")
          .except("/buyer", Visibility.to(Audience.PARTIES, Audience.EXCHANGE))
          .except("/terms/note", Visibility.to(Audience.PARTIES));

  private final RunningGateway gateway;
  private final Sight sight;
  private final Person buyer;

  SightTest(RunningGateway gateway) {
    this.gateway = gateway;
    sight = gateway.bean(Sight.class);
    buyer = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
  }

  private ObjectNode trade() {
    ObjectNode trade = JsonNodeFactory.instance.objectNode();
    trade.put("buyer", buyer.id().value()).put("price", 100);
    trade.putObject("terms").put("note", "by hand").put("days", 3);
    return trade;
  }

  private Optional<Caller> caller(Person person, RegionCode region, Role role) {
    return Optional.of(new Caller(new Actor(person.id(), region, Set.of(role))));
  }

  private List<Boolean> seen(Optional<Caller> caller) {
    ObjectNode shown = sight.shown(TRADE, caller, trade());
    assertThat(shown.path("price").asInt()).isEqualTo(100);
    assertThat(shown.at("/terms/days").asInt()).isEqualTo(3);
    return List.of(shown.has("buyer"), shown.at("/terms").has("note"));
  }

  @Test
  void a_member_that_fewer_may_see_is_taken_out_of_a_record_for_the_others() {
    Person exchange = gateway.admit(RunningGateway.BEIJING, Role.EXCHANGE);
    Person stranger = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    assertThat(seen(Optional.empty())).containsExactly(false, false);
    assertThat(seen(caller(stranger, RunningGateway.XILINHOT, Role.TRADER)))
        .containsExactly(false, false);
    assertThat(seen(caller(exchange, RunningGateway.BEIJING, Role.EXCHANGE)))
        .containsExactly(true, false);
    assertThat(seen(caller(buyer, RunningGateway.XILINHOT, Role.TRADER)))
        .containsExactly(true, true);
  }

  @Test
  void records_of_a_kind_that_is_for_fewer_are_for_their_parties_and_the_offices_of_their_places() {
    Visibility fewer = Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.AUDITOR);
    Visibility all =
        Visibility.to(Audience.PARTIES, Audience.EVERY_OFFICE, Audience.COURT)
            .of("/buyer")
            .reserving("/kind", Role.BANK, fewer.of("/buyer").in("/place"));
    Optional<Caller> beijing = caller(gateway.beijing(), RunningGateway.BEIJING, Role.OFFICE);
    Optional<Caller> court = caller(new Person(), RunningGateway.BEIJING, Role.COURT);
    Optional<Caller> auditor = caller(new Person(), RunningGateway.BEIJING, Role.AUDITOR);
    ObjectNode one = trade().put("kind", "OWNER").put("place", "130000");
    assertThat(sight.permits(all, beijing, one)).isTrue();
    assertThat(sight.permits(all, court, one)).isTrue();
    assertThat(sight.permits(all, auditor, one)).isFalse();
    ObjectNode reserved = trade().put("kind", "BANK").put("place", "130000");
    assertThat(sight.permits(all, beijing, reserved)).isFalse();
    assertThat(sight.permits(all, court, reserved)).isFalse();
    assertThat(sight.permits(all, auditor, reserved)).isTrue();
    assertThat(sight.permits(all, caller(buyer, RunningGateway.XILINHOT, Role.TRADER), reserved))
        .isTrue();
    RegionCode hebei = new RegionCode("130000");
    assertThat(sight.permits(all, caller(new Person(), hebei, Role.OFFICE), reserved)).isTrue();
    assertThat(sight.permits(all, caller(new Person(), hebei, Role.TRADER), reserved)).isFalse();
  }

  @Test
  void what_has_no_party_is_seen_by_every_office_and_what_has_one_by_its_own() {
    Visibility offices = Visibility.to(Audience.OFFICES);
    Optional<Caller> office = caller(gateway.beijing(), RunningGateway.BEIJING, Role.OFFICE);
    Optional<Caller> itsOffice =
        caller(gateway.innerMongolia(), RunningGateway.INNER_MONGOLIA, Role.OFFICE);
    assertThat(sight.permits(offices, office, trade())).isTrue();
    assertThat(sight.permits(offices.of("/buyer"), office, trade())).isFalse();
    assertThat(sight.permits(offices.of("/buyer"), itsOffice, trade())).isTrue();
    assertThat(sight.permits(offices, Optional.empty(), trade())).isFalse();
  }
}
