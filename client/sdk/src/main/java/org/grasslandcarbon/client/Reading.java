// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.grasslandcarbon.client.Gateways.Answer;
import tools.jackson.databind.JsonNode;

/** One way of asking for all reads: the next gateway when one fails, a token when there is one. */
final class Reading {
  private static final int TOKEN_REFUSED = 401;

  private static final String JSON = "application/json, application/problem+json";

  private final Gateways gateways;
  private final RetryRules rules;
  private final Waiting waiting;
  private final Consumer<RegistryClient.Retry> onRetry;
  private final Optional<Tokens> tokens;

  /** Tokens for reading: one a request, each for the gateway that is asked. */
  interface Tokens {
    /** A new one. */
    String sign(URI gateway) throws IOException;

    /** The gateway has refused one. */
    void refused(URI gateway);
  }

  Reading(
      Gateways gateways,
      RetryRules rules,
      Waiting waiting,
      Consumer<RegistryClient.Retry> onRetry,
      Optional<Tokens> tokens) {
    this.gateways = gateways;
    this.rules = rules;
    this.waiting = waiting;
    this.onRetry = onRetry;
    this.tokens = tokens;
  }

  /** A document. */
  JsonNode object(String path, Duration held) {
    Answer answer = ask(path, JSON, held);
    return Json.tryTree(answer.body())
        .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()));
  }

  JsonNode object(String path) {
    return object(path, Duration.ZERO);
  }

  /** One page of a list. */
  Page page(String path, Map<String, String> filters) {
    JsonNode document = object(path + query(filters));
    List<JsonNode> items =
        StreamSupport.stream(document.path("items").spliterator(), false).toList();
    Optional<String> next =
        Optional.of(document.path("next").asString("")).filter(cursor -> !cursor.isEmpty());
    return new Page(
        items,
        next,
        document.path("total").asLong(items.size()),
        document.path("totalIsLeast").asBoolean(false));
  }

  /** A text, e.g. CSV. */
  String text(String path, Map<String, String> filters, String accept) {
    return new String(
        ask(path + query(filters), accept, Duration.ZERO).body(), StandardCharsets.UTF_8);
  }

  /** The bytes at an address. */
  byte[] bytes(String path, String accept) {
    return ask(path, accept, Duration.ZERO).body();
  }

  /** The gateway's clock, as the head of its answer has it. */
  Optional<Instant> time(String path) {
    return ask(path, JSON, Duration.ZERO).headers().firstValue("Date").flatMap(Reading::instant);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException notOfTheForm) {
      return Optional.empty();
    }
  }

  /** What is computed of a document that is sent; nothing is changed by it. */
  JsonNode computed(String path, String json) {
    Answer answer =
        ask(
            gateway -> {
              Map<String, String> headers = headers(gateway, JSON);
              headers.put("Content-Type", "application/json");
              return gateways.post(gateway, path, headers, json, Duration.ZERO);
            });
    return Json.tryTree(answer.body())
        .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()));
  }

  /** One exchange with one gateway. */
  interface Exchange {
    Answer with(URI gateway) throws IOException;
  }

  private Answer ask(String path, String accept, Duration held) {
    return ask(gateway -> gateways.get(gateway, path, headers(gateway, accept), held));
  }

  /** Asks one gateway after the other until one has answered. */
  Answer ask(Exchange exchange) {
    Exception last = null;
    for (int attempt = 0; attempt < rules.attemptsMost(); attempt++) {
      URI gateway = gateways.forAttempt(attempt);
      String reason;
      Optional<Duration> asked = Optional.empty();
      try {
        Answer answer = exchange.with(gateway);
        if (!answer.isProblem()) {
          return answer;
        }
        RegistryProblem problem = RegistryProblem.of(answer.status(), answer.body());
        if (answer.status() == TOKEN_REFUSED) {
          tokens.ifPresent(each -> each.refused(gateway));
        }
        if (!problem.isRetryable()) {
          throw problem;
        }
        last = problem;
        reason = problem.code();
        asked = answer.retryAfter().map(rules::bounded);
      } catch (IOException e) {
        last = e;
        reason = Gateways.wasNotSent(e) ? "cannot connect" : e.toString();
      }
      if (attempt + 1 < rules.attemptsMost() && !Thread.currentThread().isInterrupted()) {
        onRetry.accept(new RegistryClient.Retry(gateway, reason));
        waiting.pause(asked.orElse(rules.pause(attempt)));
      }
    }
    if (last instanceof RegistryProblem problem) {
      throw problem;
    }
    throw new GatewayUnreachable(gateways.addresses(), last);
  }

  /** A token serves one request: each attempt carries its own. */
  Map<String, String> headers(URI gateway, String accept) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", accept);
    if (tokens.isPresent()) {
      headers.put("Authorization", "Bearer " + tokens.get().sign(gateway));
    }
    return headers;
  }

  /** Filters as they stand behind a path. */
  static String query(Map<String, String> filters) {
    String query =
        filters.entrySet().stream()
            .map(filter -> filter.getKey() + "=" + encoded(filter.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "" : "?" + query;
  }

  /** A text as a part of a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
