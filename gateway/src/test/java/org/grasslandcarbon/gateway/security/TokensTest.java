// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.Person;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One good token, and one mutation for each rule that it keeps. */
@ExtendWith(GatewayExtension.class)
class TokensTest {
  private final RunningGateway gateway;
  private final Person person;

  TokensTest(RunningGateway gateway) {
    this.gateway = gateway;
    this.person = gateway.beijing();
  }

  @Test
  void a_good_token_says_who_one_is() {
    HttpResponse<String> answer = show(person.token());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(RunningGateway.json(answer).path("id").asString()).isEqualTo(person.id().value());
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void without_a_token_one_is_told_to_send_one() {
    for (String path : List.of("/me", "/holdings", "/statement", "/freezes")) {
      HttpResponse<String> answer = gateway.get("/api/v1" + path);
      assertProblem(answer, 401, "TOKEN_MISSING", "");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void a_token_is_accepted_once() {
    String token = person.token();
    assertThat(show(token).statusCode()).isEqualTo(200);
    assertRefused(show(token), "jti was used before");
  }

  @Test
  void a_refused_token_is_not_used_up() {
    Map<String, Object> claims = person.claims(Instant.now());
    Object audience = claims.put("aud", "another");
    assertThat(show(person.sign("JWT", claims)).statusCode()).isEqualTo(401);
    claims.put("aud", audience);
    assertThat(show(person.sign("JWT", claims)).statusCode()).isEqualTo(200);
  }

  @Test
  void each_claim_is_held_to_its_rule() {
    long now = Instant.now().getEpochSecond();
    assertRefused(claims -> claims.put("aud", "another-gateway"), "aud must be grassland-gateway");
    assertRefused(claims -> claims.put("aud", List.of("grassland-gateway", "other")), "aud must");
    assertRefused(claims -> claims.remove("aud"), "aud must");
    assertRefused(
        claims -> claims.put("exp", (long) claims.get("iat") + 301),
        "exp is at most 300 s after iat");
    assertRefused(claims -> claims.remove("exp"), "iat and exp are needed");
    assertRefused(claims -> claims.remove("iat"), "iat and exp are needed");
    assertRefused(
        claims -> {
          claims.put("iat", now - 400);
          claims.put("exp", now - 100);
        },
        "exp has passed");
    assertRefused(
        claims -> {
          claims.put("iat", now + 100);
          claims.put("exp", now + 200);
        },
        "iat is ahead");
    assertRefused(claims -> claims.put("exp", now - 10), "exp is before iat");
    assertRefused(claims -> claims.put("nbf", now + 100), "nbf is ahead");
    assertRefused(claims -> claims.remove("jti"), "jti must be a UUID");
    assertRefused(claims -> claims.put("jti", "1"), "jti must be a UUID");
    assertRefused(claims -> claims.remove("iss"), "is not registered for iss");
    assertRefused(
        claims -> claims.put("iss", gateway.authority().id().value()), "is not registered for iss");
  }

  @Test
  void a_clock_that_is_a_little_off_is_forgiven() {
    assertThat(show(person.sign("JWT", person.claims(Instant.now().plusSeconds(20)))).statusCode())
        .isEqualTo(200);
    assertThat(
            show(person.sign("JWT", person.claims(Instant.now().minusSeconds(310)))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_header_is_held_to_its_rules() {
    assertRefused(header(b -> b.keyID(null)), "kid must be");
    assertRefused(header(b -> b.keyID(new Person().kid())), "no key of this kid is registered");
    assertRefused(header(b -> b.keyID(gateway.authority().kid())), "is not registered for iss");
    assertRefused(header(b -> b.type(new JOSEObjectType("instruction+jws"))), "typ must be JWT");
    assertRefused(
        header(b -> b.criticalParams(Set.of("x")).customParam("x", 1)), "crit is not understood");
  }

  private HttpResponse<String> header(Consumer<JWSHeader.Builder> change) {
    JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(person.kid());
    change.accept(header);
    return show(person.sign(header.build(), Codec.text(person.claims(Instant.now()))));
  }

  @Test
  void an_instruction_is_no_token_and_a_token_no_instruction() {
    assertRefused(show(person.sign("instruction+jws", person.claims(Instant.now()))), "typ must");
    HttpResponse<String> answer =
        gateway.send(person.token().getBytes(StandardCharsets.US_ASCII), "wait=1");
    assertProblem(answer, 400, "MALFORMED", "typ must be instruction+jws");
  }

  @Test
  void no_algorithm_but_es256_is_accepted() {
    String claims = base64(Codec.text(person.claims(Instant.now())));
    for (String algorithm : List.of("none", "HS256", "RS256", "ES384", "es256")) {
      String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + person.kid() + "\"}";
      HttpResponse<String> answer = show(base64(header) + "." + claims + "." + base64("x"));
      assertProblem(answer, 401, "TOKEN_INVALID", "");
    }
  }

  @Test
  void a_changed_token_is_refused() {
    String[] parts = person.token().split("\\.");
    Map<String, Object> others = gateway.authority().claims(Instant.now());
    assertRefused(
        show(parts[0] + "." + base64(Codec.text(others)) + "." + parts[2]),
        "is not registered for iss");
    String ours = base64(Codec.text(person.claims(Instant.now())));
    assertRefused(show(parts[0] + "." + ours + "." + parts[2]), "did not sign the token");
    String signature = (parts[2].charAt(5) == 'A' ? "B" : "A") + parts[2].substring(1);
    assertProblem(show(parts[0] + "." + parts[1] + "." + signature), 401, "TOKEN_INVALID", "");
  }

  @Test
  void what_is_no_token_is_refused() {
    for (String token : List.of("x", "a.b", "a.b.c", "x".repeat(3_000))) {
      assertProblem(show(token), 401, "TOKEN_INVALID", "");
    }
  }

  @Test
  void a_wrong_token_is_refused_where_none_is_needed_too() {
    HttpResponse<String> answer =
        gateway.get("/api/v1/regions", "Authorization", "Bearer nonsense");
    assertProblem(answer, 401, "TOKEN_INVALID", "");
  }

  @Test
  void a_revoked_key_signs_no_token() {
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    assertThat(gateway.getAs(trader, "/api/v1/me").statusCode()).isEqualTo(200);
    HttpResponse<String> revoked =
        gateway.send(
            gateway.beijing(), new RevokeKey(new KeyId(trader.kid()), trader.id(), "lost"));
    assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
    assertRefused(gateway.getAs(trader, "/api/v1/me"), "has been revoked");
  }

  @Test
  void somebody_who_is_not_admitted_is_told_so() {
    assertRefused(gateway.getAs(new Person(), "/api/v1/me"), "participant's office must admit");
  }

  @Test
  void who_is_suspended_sees_its_own_and_supervises_nobody() {
    Person auditor = gateway.admit(RunningGateway.BEIJING, Role.AUDITOR);
    Person trader = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
    String others = "/api/v1/holdings?owner=" + trader.id().value();
    assertThat(gateway.getAs(auditor, others).statusCode()).isEqualTo(200);
    HttpResponse<String> suspended =
        gateway.send(gateway.authority(), new SuspendParticipant(auditor.id(), "an inquiry"));
    assertThat(suspended.statusCode()).as(suspended.body()).isEqualTo(200);
    assertThat(gateway.getAs(auditor, others).statusCode()).isIn(403, 404);
    assertThat(gateway.getAs(auditor, "/api/v1/holdings").statusCode()).isEqualTo(200);
    assertThat(gateway.getAs(auditor, "/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_used_token_stays_used_when_the_gateway_is_started_again() {
    String token = person.token();
    assertThat(show(token).statusCode()).isEqualTo(200);
    gateway.restart();
    gateway.awaitReady();
    assertRefused(show(token), "jti was used before");
    assertThat(show(person.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void who_shows_many_tokens_locks_out_nobody_else() {
    gateway.restart("--grassland.tokens.per-participant-most=5");
    gateway.awaitReady();
    try {
      Person eager = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
      for (int i = 0; i < 5; i++) {
        assertThat(gateway.getAs(eager, "/api/v1/me").statusCode()).isEqualTo(200);
      }
      assertRefused(gateway.getAs(eager, "/api/v1/me"), "too many tokens");
      Person calm = gateway.admit(RunningGateway.BEIJING, Role.TRADER);
      assertThat(gateway.getAs(calm, "/api/v1/me").statusCode()).isEqualTo(200);
    } finally {
      gateway.restart();
      gateway.awaitReady();
    }
  }

  private void assertRefused(Consumer<Map<String, Object>> change, String detail) {
    Map<String, Object> claims = person.claims(Instant.now());
    claims.put("jti", UUID.randomUUID().toString());
    change.accept(claims);
    assertRefused(show(person.sign("JWT", claims)), detail);
  }

  private static void assertRefused(HttpResponse<String> answer, String detail) {
    assertProblem(answer, 401, "TOKEN_INVALID", detail);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String code, String detail) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = RunningGateway.json(answer);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("detail").asString()).contains(detail);
    assertThat(problem.path("titleZh").asString()).isNotBlank();
  }

  private HttpResponse<String> show(String token) {
    return gateway.get("/api/v1/me", "Authorization", "Bearer " + token);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
