// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a problem document, and the log is not filled by it. */
@ExtendWith(GatewayExtension.class)
class StrangeRequestsTest {
  private final RunningGateway gateway;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  StrangeRequestsTest(RunningGateway gateway) {
    this.gateway = gateway;
  }

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(log);
  }

  private String exchange(String text) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), gateway.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void isProblem(String request, int status, String code) {
    String answer = exchange(request);
    assertThat(answer)
        .as(request)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json");
    // In one chunk or none.
    String body = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    JsonNode problem = Codec.readTree(body.getBytes(StandardCharsets.UTF_8));
    assertThat(problem.path("code").asString()).as(request).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).as(request).doesNotContainPattern("\\p{IsHan}");
    assertThat(problem.path("detailZh").asString()).as(request).containsPattern("\\p{IsHan}");
    assertThat(body).doesNotContain("forged", "java", "org.apache");
    assertThat(log.list)
        .as(request)
        .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }

  @Test
  void queries_and_addresses_that_mean_nothing() {
    for (String target :
        List.of(
            "/api/v1/projects?x=%",
            "/api/v1/projects?=1",
            "/api/v1/projects?%0Aforged=1",
            "/api/v1/projects?search=%00",
            "/api/v1/retirements?beneficiary=a%00b",
            "/api/v1/projects?training=%00",
            "/api/v1/projects?search=%ff",
            "/api/v1/projects/%",
            "/api/v1/projects/%ff",
            "/api/v1/participants/%00",
            "/api/v1/participants/%0Aforged",
            "/swagger-ui/%",
            "/;forged=1")) {
      isProblem(get(target), 400, "BAD_REQUEST");
    }
  }

  @Test
  void methods_that_nobody_has() {
    for (String method : List.of("TRACE", "QUERY", "FORGED")) {
      isProblem(
          method + " /api/v1/projects HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
          405,
          "METHOD_NOT_ALLOWED");
    }
    isProblem(
        "PUT /api/v1/projects HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Length: 0\r\n"
            + "Connection: close\r\n\r\n",
        405,
        "METHOD_NOT_ALLOWED");
  }

  @Test
  void what_is_not_http() {
    isProblem("forged\r\n\r\n", 400, "BAD_REQUEST");
    isProblem(get("/" + "a".repeat(20_000)), 400, "BAD_REQUEST");
  }

  @Test
  void bodies_that_are_nothing() {
    for (String body : List.of("null", "[]", "1", "\"\"", "{}", "{", "", " ", "nullnull")) {
      HttpResponse<String> answer =
          gateway.exchange(
              HttpRequest.newBuilder(gateway.uri("/api/v1/quantifications"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("MALFORMED");
    }
  }

  @Test
  void nobody_is_told_to_sign_again_what_was_not_signed() {
    for (String path :
        List.of(
            "coordination/screening",
            "coordination/value",
            "market/quote",
            "proposal-checks",
            "quantifications")) {
      HttpResponse<String> answer =
          gateway.exchange(
              HttpRequest.newBuilder(gateway.uri("/api/v1/" + path))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"spare\":1}")));
      JsonNode problem = RunningGateway.json(answer);
      assertThat(problem.path("code").asString())
          .as("%s: %s", path, problem)
          .isEqualTo("MALFORMED");
      assertThat(problem.path("title").asString())
          .isEqualTo(
              "The request is not well formed: correct it as the detail says and send it again.");
      assertThat(problem.path("titleZh").asString()).isEqualTo("请求的格式不正确；请按说明修正后重新发送。");
    }
  }

  private JWSHeader header(String kid, String type) {
    return new JWSHeader.Builder(JWSAlgorithm.ES256)
        .keyID(kid)
        .type(new JOSEObjectType(type))
        .build();
  }

  @Test
  void instructions_that_are_nothing() {
    for (String payload : List.of("null", "[]", "1", "\"\"", "{\"args\":null}")) {
      byte[] jws =
          gateway
              .authority()
              .sign(header(gateway.authority().kid(), "instruction+jws"), payload)
              .getBytes(StandardCharsets.US_ASCII);
      HttpResponse<String> answer = gateway.send(jws, "wait=1");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("MALFORMED");
      assertThat(RunningGateway.json(answer).path("title").asString())
          .isEqualTo(ErrorCode.MALFORMED.en());
    }
  }

  private void isRefusedAsToken(String token) {
    HttpResponse<String> answer = gateway.get("/api/v1/me", "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(RunningGateway.json(answer).path("code").asString()).isEqualTo("TOKEN_INVALID");
  }

  @Test
  void tokens_that_are_nothing() {
    for (String payload : List.of("null", "[]", "{}", "{\"iss\":null}")) {
      isRefusedAsToken(gateway.beijing().sign(header(gateway.beijing().kid(), "JWT"), payload));
    }
    Map<String, Object> claims = gateway.beijing().claims(Instant.now());
    for (Object odd : new Object[] {-1, 9e18, Long.MAX_VALUE, Long.MIN_VALUE, "soon", 1e300}) {
      claims.put("iat", odd);
      claims.put("exp", odd);
      isRefusedAsToken(gateway.beijing().sign("JWT", claims));
    }
  }
}
