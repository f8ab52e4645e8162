// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.UUID;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.databind.JsonNode;

/** Signs for one participant with one key: instructions, and tokens for private reading. */
public final class InstructionSigner {
  /** Long enough for a slow network and a person who looks twice, short enough to forget. */
  public static final Duration USUAL_VALIDITY = Duration.ofMinutes(10);

  /** How long a token for reading lives; the gateway accepts five minutes at most. */
  private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(2);

  private final ParticipantId participant;
  private final SigningKey key;
  private final Clock clock;

  /**
   * @param participant who acts
   * @param key its key
   * @param clock what {@code notAfter} is counted from
   */
  public InstructionSigner(ParticipantId participant, SigningKey key, Clock clock) {
    this.participant = participant;
    this.key = key;
    this.clock = clock;
  }

  /** Who signs. */
  public ParticipantId participant() {
    return participant;
  }

  /** The key that signs. */
  public SigningKey key() {
    return key;
  }

  /** A new instruction id. */
  public static InstructionId newId() {
    return new InstructionId(UUID.randomUUID().toString());
  }

  /**
   * Signs an action of the catalogue.
   *
   * @param id made once by the caller, who stores the text before sending it
   * @param args the action's arguments
   * @param validFor how long the ledger may apply it, at most 24 hours
   * @throws RegistryException {@code MALFORMED} when the arguments break a limit, {@code
   *     UNKNOWN_ACTION} when the record is no action's
   */
  public InstructionText sign(InstructionId id, Action args, Duration validFor) {
    String name = Catalogue.of(args).name();
    try {
      Shape.checkWritten((Record) args);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, e.detail().at("args"));
    }
    return sign(id, name, Codec.tree(args), validFor);
  }

  /**
   * Signs any action by its name, as it stands: the ledger judges it.
   *
   * @param id made once by the caller, who stores the text before sending it
   * @param action the action's name
   * @param args its arguments
   * @param validFor how long the ledger may apply it
   */
  public InstructionText sign(InstructionId id, String action, JsonNode args, Duration validFor) {
    Instant notAfter = clock.instant().plus(validFor).truncatedTo(ChronoUnit.SECONDS);
    SignedInstruction.Payload payload =
        new SignedInstruction.Payload(action, args, id, notAfter, participant);
    String jws = Jws.sign(key, SignedInstruction.TYPE, payload);
    return new InstructionText(id, action, participant, notAfter, jws);
  }

  /**
   * A token for one request that reads what is not public (RFC 7519).
   *
   * @param audience the name of the gateway that may accept it
   */
  public String token(String audience) {
    Instant now = clock.instant();
    TreeMap<String, Object> claims = new TreeMap<>();
    claims.put("iss", participant.value());
    claims.put("aud", audience);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(TOKEN_VALIDITY).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return Jws.sign(key, "JWT", claims);
  }
}
