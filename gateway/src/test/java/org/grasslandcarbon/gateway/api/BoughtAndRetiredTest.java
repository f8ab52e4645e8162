// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.CreditUse;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.market.Side;
import org.grasslandcarbon.domain.market.TakeListings;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A purchase of two listings that is used up at once. */
@ExtendWith(GatewayExtension.class)
class BoughtAndRetiredTest {
  private final RunningGateway gateway;

  BoughtAndRetiredTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  private JsonNode certificate(Object name) {
    HttpResponse<String> answer = gateway.get("/api/v1/retirements/" + name + "/certificate");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningGateway.json(answer);
  }

  @Test
  void what_is_bought_and_retired_in_one_go_has_one_certificate() {
    OpenMarket open = OpenMarket.of(gateway, 9, "RETIRE");
    open.market().sell(Part.OWNER, 3, 9_500);
    open.market().sell(Part.OWNER, 4, 9_600);
    InstructionId id = Person.newInstruction();
    HttpResponse<String> taken =
        gateway.send(
            open.stage().person(Part.BUYER),
            id,
            new TakeListings(
                false,
                Optional.empty(),
                open.market().instrument(),
                Fen.of(9_600),
                Tonnes.of(7),
                Optional.of(
                    new CreditUse(
                        new Beneficiary(Optional.empty(), Name.of("受益方", "Beneficiary")),
                        Optional.empty(),
                        Retirement.Purpose.VOLUNTARY,
                        Retirement.Reason.OTHER,
                        "练习。 Practice.")),
                Side.BUY));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    JsonNode certificate = certificate(id);
    assertThat(certificate.at("/credentialSubject/tonnes").longValue()).isEqualTo(7);
    String number = certificate.at("/credentialSubject/certificateNumber").asString();
    assertThat(certificate(number)).isEqualTo(certificate);
  }
}
