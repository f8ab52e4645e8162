// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** Somebody with a credit code and a key, who signs instructions and tokens as a client does. */
public final class Person {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final ParticipantId id;
  private final ECKey key;

  /** Somebody new. */
  public Person() {
    String body = String.format("91110000%09d", MADE.incrementAndGet());
    id = new ParticipantId(body + ParticipantId.checkCharacter(body + "0"));
    try {
      key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public ParticipantId id() {
    return id;
  }

  public String kid() {
    return key.getKeyID();
  }

  public Jwk jwk() {
    return new Jwk("P-256", "EC", key.getX().toString(), key.getY().toString());
  }

  public static InstructionId newInstruction() {
    return new InstructionId(UUID.randomUUID().toString());
  }

  /** Signs an action under an id, valid for an hour from a time. */
  public byte[] sign(InstructionId instruction, Action action, Instant now) {
    String name = Catalogue.of(action).name();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", name);
    payload.put("args", action);
    payload.put("id", instruction);
    payload.put("notAfter", now.plus(Duration.ofHours(1)));
    payload.put("participant", id);
    return sign(SignedInstruction.TYPE, payload).getBytes(StandardCharsets.US_ASCII);
  }

  /** The claims of a good token. */
  public Map<String, Object> claims(Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", id.value());
    claims.put("aud", "grassland-gateway");
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + 300);
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  /** A good token. */
  public String token() {
    return sign("JWT", claims(Instant.now()));
  }

  /** Signs any claims. */
  public String sign(String type, Map<String, Object> claims) {
    return sign(
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(type))
            .build(),
        Codec.text(claims));
  }

  /** Signs any payload under any header. */
  public String sign(JWSHeader header, String payload) {
    try {
      JWSObject jws = new JWSObject(header, new Payload(payload));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
