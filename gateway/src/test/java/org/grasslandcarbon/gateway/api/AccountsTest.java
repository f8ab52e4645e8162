// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may see whose accounts. */
@ExtendWith(GatewayExtension.class)
class AccountsTest {
  private final RunningGateway gateway;

  AccountsTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void accounts_are_seen_by_their_holder_and_by_who_supervises_it() {
    Person trader = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Person other = gateway.admit(RunningGateway.XILINHOT, Role.TRADER);
    Person auditor = gateway.admit(RunningGateway.BEIJING, Role.AUDITOR);
    Person court = gateway.admit(RunningGateway.BEIJING, Role.COURT);
    Person certifier = gateway.admit(RunningGateway.XILINHOT, Role.CERTIFIER);
    for (String list : List.of("/holdings", "/statement", "/freezes")) {
      String path = "/api/v1" + list;
      String ofTrader = path + "?owner=" + trader.id();
      assertThat(gateway.getAs(trader, path).statusCode()).isEqualTo(200);
      assertThat(gateway.getAs(trader, ofTrader).statusCode()).isEqualTo(200);
      for (Person may : List.of(gateway.authority(), gateway.innerMongolia(), auditor, court)) {
        assertThat(gateway.getAs(may, ofTrader).statusCode()).isEqualTo(200);
      }
      for (Person mayNot : List.of(other, gateway.beijing(), certifier)) {
        HttpResponse<String> answer = gateway.getAs(mayNot, ofTrader);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("FORBIDDEN");
      }
    }
  }

  @Test
  void nothing_of_an_account_is_kept_by_caches() {
    HttpResponse<String> answer = gateway.getAs(gateway.beijing(), "/api/v1/holdings");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
  }
}
