// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.Verdict;
import tools.jackson.databind.JsonNode;

/**
 * One exchange of an HTTP client with a gateway, told apart as finely as the fault tests must: what
 * was acknowledged, what was answered, and what nobody can know.
 */
final class Clients {
  private static final String INSTRUCTIONS = "/api/v1/instructions";

  /** A gateway may hold its answer for so long; then the client asks again. */
  private static final int HOLD_SECONDS = 20;

  /** Patient, so that a slow machine is not given everything twice. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(HOLD_SECONDS + 20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  /** What an exchange says of an instruction. */
  sealed interface Said {
    /**
     * It ended: {@code APPLIED}, or the code of the refusal; {@code REJECTED} where somebody asked
     * who is not told why.
     */
    record Outcome(String outcome) implements Said {}

    /** The gateway holds it; not final. */
    record Received() implements Said {}

    /** It was not taken, or nobody knows; for a person, why. */
    record Nothing(String why) implements Said {}
  }

  /** Sends an instruction and waits a while for its outcome. */
  CompletableFuture<Said> send(URI gateway, Errand errand) {
    return exchange(
        request(gateway.resolve(INSTRUCTIONS))
            .header("Content-Type", "application/jose")
            .POST(HttpRequest.BodyPublishers.ofString(errand.text().jws())));
  }

  /** Asks what has become of an instruction and waits a while for its outcome. */
  CompletableFuture<Said> ask(URI gateway, Errand errand) {
    return exchange(
        request(gateway.resolve(INSTRUCTIONS + "/" + errand.text().id().value())).GET());
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(ANSWER_WITHIN)
        .header("Prefer", "wait=" + HOLD_SECONDS);
  }

  private CompletableFuture<Said> exchange(HttpRequest.Builder request) {
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .handle(
            (answer, failure) ->
                failure == null ? said(answer) : new Said.Nothing(failure.toString()));
  }

  private static Said said(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 202) {
      return new Said.Received();
    }
    try {
      JsonNode document = Codec.readTree(answer.body());
      return switch (document.path("status").asString("")) {
        case "RECEIVED" -> new Said.Received();
        case "APPLIED" -> new Said.Outcome(Verdict.APPLIED);
        case "REJECTED" -> new Said.Outcome(document.path("code").asString("REJECTED"));
        default -> problem(document, answer.statusCode());
      };
    } catch (RuntimeException e) {
      return new Said.Nothing("HTTP " + answer.statusCode());
    }
  }

  /** A refusal that is final; or one after which the same text may succeed. */
  private static Said problem(JsonNode document, int status) {
    String code = document.path("code").asString("HTTP " + status);
    boolean later = document.path("retryable").asBoolean(status >= 500);
    return later || code.equals("NOT_FOUND") ? new Said.Nothing(code) : new Said.Outcome(code);
  }
}
