// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One HTTP exchange with one of several gateways of the same ledger. It knows addresses and time
 * limits and nothing of what is asked.
 */
final class Gateways {
  /** The path below which version 1 of the API lives. */
  static final String API = "/api/v1";

  private static final int PROBLEM_LEAST = 300;

  /** As long as a gateway waits for a file. */
  private static final Duration FILE_WITHIN = Duration.ofMinutes(5);

  private final List<URI> addresses;
  private final RetryRules rules;
  private final HttpClient http;

  /** Index of the gateway that answered last. */
  private volatile int preferred;

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param headers HTTP headers
   * @param body its bytes
   */
  record Answer(int status, HttpHeaders headers, byte[] body) {
    boolean isProblem() {
      return status >= PROBLEM_LEAST;
    }

    /** How long the gateway asks to wait; only the form in seconds is understood. */
    Optional<Duration> retryAfter() {
      return headers
          .firstValue("Retry-After")
          .filter(text -> text.matches("[0-9]{1,6}"))
          .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
  }

  Gateways(List<URI> addresses, RetryRules rules) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a client needs the address of a gateway");
    }
    this.addresses = addresses.stream().map(Gateways::root).toList();
    this.rules = rules;
    // HTTP/1.1: a gateway may stand behind any proxy, and an upgrade saves nothing here.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(rules.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The address without a path of the API and without a slash at the end. */
  private static URI root(URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(
          "the address of a gateway is http://host:port or https://host:port, not " + address);
    }
    String text = address.toString().replaceFirst("/+$", "");
    return URI.create(text.endsWith(API) ? text.substring(0, text.length() - API.length()) : text);
  }

  List<URI> addresses() {
    return addresses;
  }

  /**
   * The gateway for an attempt: the one that answered last, and with each failure the next one. One
   * that is down so costs a pause once and not with every call.
   */
  URI forAttempt(int attempt) {
    return addresses.get((preferred + attempt) % addresses.size());
  }

  Answer get(URI gateway, String path, Map<String, String> headers, Duration held)
      throws IOException {
    return answered(gateway, send(request(gateway, path, headers, held).GET().build()));
  }

  Answer post(URI gateway, String path, Map<String, String> headers, String body, Duration held)
      throws IOException {
    return answered(
        gateway,
        send(
            request(gateway, path, headers, held)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /**
   * The lines of an answer as they come; to be closed.
   *
   * @throws RegistryProblem when it is a problem
   */
  Stream<String> lines(URI gateway, String path, Map<String, String> headers) throws IOException {
    try {
      HttpResponse<Stream<String>> answer =
          http.send(
              request(gateway, path, headers, Duration.ZERO).GET().build(),
              HttpResponse.BodyHandlers.ofLines());
      if (answer.statusCode() >= PROBLEM_LEAST) {
        try (Stream<String> lines = answer.body()) {
          String body = lines.collect(Collectors.joining("\n"));
          throw RegistryProblem.of(answer.statusCode(), body.getBytes(StandardCharsets.UTF_8));
        }
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Any method, with a body where there is one. */
  Answer change(URI gateway, String method, String path, Map<String, String> headers, String body)
      throws IOException {
    return answered(
        gateway,
        send(
            request(gateway, path, headers, Duration.ZERO)
                .method(
                    method,
                    body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body))
                .build()));
  }

  /** Sends a file, which may take its time. */
  Answer put(URI gateway, String path, Map<String, String> headers, Path file) throws IOException {
    return answered(
        gateway,
        send(
            request(gateway, path, headers, Duration.ZERO)
                .timeout(FILE_WITHIN)
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build()));
  }

  /** Reads a file, which may take its time. */
  Answer file(URI gateway, String path, Map<String, String> headers) throws IOException {
    return send(request(gateway, path, headers, Duration.ZERO).timeout(FILE_WITHIN).GET().build());
  }

  private Answer answered(URI gateway, Answer answer) {
    if (answer.status() < 500) {
      preferred = addresses.indexOf(gateway);
    }
    return answer;
  }

  private HttpRequest.Builder request(
      URI gateway, String path, Map<String, String> headers, Duration held) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(gateway + API + path))
            .timeout(held.plus(rules.answerGrace()));
    headers.forEach(request::header);
    if (!held.isZero()) {
      request.header("Prefer", "wait=" + held.toSeconds());
    }
    return request;
  }

  /** The time limit is for the whole answer; the HTTP client's own ends with the headers. */
  private Answer send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      Duration limit = request.timeout().orElseThrow().plus(rules.connectTimeout());
      HttpResponse<byte[]> response = sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new HttpTimeoutException("the answer did not end in time");
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** Whether a failure came before anything was sent. */
  static boolean wasNotSent(IOException failure) {
    return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
  }
}
