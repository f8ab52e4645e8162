// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Stage;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/** Plays stories over HTTP. */
public final class GatewayStage implements Stage {
  private final RunningGateway gateway;
  private final Map<Part, Person> cast = new EnumMap<>(Part.class);

  /** The authority, the office of Inner Mongolia, and newcomers for all other parts. */
  public GatewayStage(RunningGateway gateway) {
    this.gateway = gateway;
    cast.put(Part.AUTHORITY, gateway.authority());
    cast.put(Part.OFFICE, gateway.innerMongolia());
  }

  /** Lets somebody who has been admitted play a part. */
  public GatewayStage with(Part part, Person person) {
    cast.put(part, person);
    return this;
  }

  /** Who plays a part. */
  public Person person(Part part) {
    return cast.computeIfAbsent(part, newcomer -> new Person());
  }

  @Override
  public ParticipantId id(Part part) {
    return person(part).id();
  }

  @Override
  public Jwk key(Part part) {
    return person(part).jwk();
  }

  @Override
  public Played does(Part part, String zh, String en, Action action) {
    return played(en, gateway.send(person(part), action));
  }

  private static Played played(String en, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(en + ": " + answer.body());
    }
    JsonNode outcome = RunningGateway.json(answer);
    List<Reference> references = new ArrayList<>();
    for (JsonNode each : outcome.path("references")) {
      references.add(new Reference(each.path("id").asString(), each.path("type").asString()));
    }
    return new Played(new InstructionId(outcome.path("id").asString()), references);
  }

  @Override
  public Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code) {
    HttpResponse<String> answer = gateway.send(person(part), action);
    return RunningGateway.json(answer).path("code").asString("").equals(code.name())
        ? Optional.empty()
        : Optional.of(played(en, answer));
  }
}
