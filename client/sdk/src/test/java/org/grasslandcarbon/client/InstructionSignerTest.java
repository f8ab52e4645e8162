// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

class InstructionSignerTest {
  private static final ParticipantId OFFICE = new ParticipantId("91110000600037341L");
  private static final Instant NOW = Instant.parse("2026-03-02T01:02:03.456Z");

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final InstructionSigner signer =
      new InstructionSigner(OFFICE, key, Clock.fixed(NOW, ZoneOffset.UTC));
  private final InstructionId id = InstructionSigner.newId();

  private InstructionText signed() {
    return signer.sign(id, AdmitParticipant.TYPE.example(), Duration.ofMinutes(5));
  }

  private static ECKey nimbus(Jwk jwk) throws Exception {
    return ECKey.parse(Codec.text(jwk));
  }

  @Test
  void another_jose_library_verifies_what_the_signer_signs() throws Exception {
    JWSObject jws = JWSObject.parse(signed().jws());

    assertThat(jws.verify(new ECDSAVerifier(nimbus(key.jwk())))).isTrue();
    assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(jws.getHeader().getKeyID()).isEqualTo(key.kid().value());
    assertThat(jws.getHeader().getType().getType()).isEqualTo(SignedInstruction.TYPE);
  }

  @Test
  void the_domain_reads_and_verifies_what_the_signer_signs() {
    InstructionText text = signed();
    SignedInstruction parsed =
        SignedInstruction.parse(text.jws().getBytes(StandardCharsets.US_ASCII));

    assertThat(parsed.kid()).isEqualTo(key.kid());
    assertThat(parsed.instruction().id()).isEqualTo(id);
    assertThat(parsed.instruction().notAfter()).isEqualTo("2026-03-02T01:07:03Z");
    assertThat(Catalogue.read(parsed.instruction()).action())
        .isEqualTo(AdmitParticipant.TYPE.example());
    assertThat(
            EcdsaP256.verify(
                EcdsaP256.publicKey(key.jwk()), parsed.signingInput(), parsed.signature()))
        .isTrue();
    assertThat(InstructionText.parse(text.jws())).isEqualTo(text);
  }

  @Test
  void what_another_jose_library_signs_is_verified_offline() throws Exception {
    ECKey other = new ECKeyGenerator(Curve.P_256).generate();
    String kid = other.computeThumbprint().toString();
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(SignedInstruction.TYPE))
                .keyID(kid)
                .build(),
            new Payload(
                """
                {"id": "%s", "action": "admitParticipant", "participant": "%s",
                 "notAfter": "2026-03-02T01:07:03Z", "args": %s}
                """
                    .formatted(id, OFFICE, Codec.text(AdmitParticipant.TYPE.example()))));
    jws.sign(new ECDSASigner(other));
    Jwk jwk = new Jwk("P-256", "EC", other.getX().toString(), other.getY().toString());

    SignedInstruction.Payload payload = Jws.verify(jws.serialize(), jwk);

    assertThat(payload.participant()).isEqualTo(OFFICE);
    assertThat(Catalogue.read(payload).action()).isEqualTo(AdmitParticipant.TYPE.example());
  }

  @Test
  void an_altered_text_or_another_key_is_a_bad_signature() {
    String jws = signed().jws();
    String[] parts = jws.split("\\.");
    String payload =
        new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String altered =
        parts[0]
            + "."
            + java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("TRADER", "OWNER").getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];
    Jwk stranger = SigningKey.generate(new SecureRandom()).jwk();

    assertThatThrownBy(() -> Jws.verify(altered, key.jwk()))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_SIGNATURE));
    assertThatThrownBy(() -> Jws.verify(jws, stranger))
        .isInstanceOfSatisfying(
            RegistryException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_SIGNATURE));
    assertThat(Jws.verify(jws, key.jwk()).id()).isEqualTo(id);
  }

  @Test
  void the_same_arguments_signed_twice_are_the_same_text() {
    assertThat(signed()).isEqualTo(signed());
  }

  @Test
  void a_token_names_its_participant_audience_and_a_short_life() throws Exception {
    SignedJWT token = SignedJWT.parse(signer.token("grassland-gateway"));
    SignedJWT next = SignedJWT.parse(signer.token("grassland-gateway"));

    assertThat(token.verify(new ECDSAVerifier(nimbus(key.jwk())))).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo(key.kid().value());
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(OFFICE.value());
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("grassland-gateway");
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
        .isBefore(NOW.plus(Duration.ofMinutes(5)));
    assertThat(token.getJWTClaimsSet().getJWTID()).isNotEqualTo(next.getJWTClaimsSet().getJWTID());
  }

  @Test
  void a_private_jwk_of_another_library_signs_the_same_key() throws Exception {
    ECKey other = new ECKeyGenerator(Curve.P_256).generate();

    SigningKey read = SigningKey.of(other.getD().toString());

    assertThat(read.kid().value()).isEqualTo(other.computeThumbprint().toString());
    assertThat(read.secret()).isEqualTo(other.getD().toString());
  }
}
