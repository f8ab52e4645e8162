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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;

/** A participant with a key of its own, which signs as any client does. */
public final class TestParticipant {
  private static final String BODY_ALPHABET = "0123456789";

  private final ParticipantId id;
  private final ECKey key;

  /**
   * @param number makes the credit code; another number is another participant
   */
  public TestParticipant(int number) {
    String body = "91110000" + String.format("%09d", number);
    id = new ParticipantId(body + ParticipantId.checkCharacter(body + BODY_ALPHABET.charAt(0)));
    try {
      key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public ParticipantId id() {
    return id;
  }

  public Jwk jwk() {
    return new Jwk("P-256", "EC", key.getX().toString(), key.getY().toString());
  }

  /** A new instruction id. */
  public static InstructionId newId() {
    return new InstructionId(UUID.randomUUID().toString());
  }

  /** Signs an instruction; the same one signed again has another signature. */
  public byte[] sign(InstructionId instruction, String action, Object args, Instant notAfter) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("action", action);
    payload.put("args", args);
    payload.put("id", instruction);
    payload.put("notAfter", notAfter);
    payload.put("participant", id);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType(SignedInstruction.TYPE))
            .build();
    try {
      JWSObject jws = new JWSObject(header, new Payload(Codec.text(payload)));
      jws.sign(new ECDSASigner(key));
      return jws.serialize().getBytes(StandardCharsets.US_ASCII);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An instruction that is well formed and means nothing. */
  public byte[] sign(InstructionId instruction) {
    return sign(instruction, "doNothing", Map.of(), Instant.parse("2030-01-01T00:00:00Z"));
  }
}
