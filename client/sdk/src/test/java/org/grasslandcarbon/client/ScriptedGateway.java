// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway that gives the answers of a script, one a request, and remembers what it was asked. */
final class ScriptedGateway implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final Deque<Step> script = new ArrayDeque<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /**
   * What it was asked.
   *
   * @param line method and path with query
   * @param body the body
   * @param prefer the header {@code Prefer}, or empty
   * @param authorization the header {@code Authorization}, or empty
   */
  record Request(String line, String body, String prefer, String authorization) {
    boolean hasToken() {
      return authorization.startsWith("Bearer ");
    }
  }

  private String audience;

  private record Step(int status, String type, String body, String[] headers) {}

  ScriptedGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Answers by itself, beside the script, what tokens must name. */
  synchronized ScriptedGateway named(String name) {
    audience = name;
    return this;
  }

  /** Adds an answer; {@code headers} are names and values in turn. */
  synchronized ScriptedGateway answers(int status, String body, String... headers) {
    String type = status < 300 ? "application/json" : "application/problem+json";
    script.add(new Step(status, type, body, headers));
    return this;
  }

  /** Adds the answer of a proxy that is no gateway. */
  synchronized ScriptedGateway answersAsProxy(int status) {
    script.add(new Step(status, "text/html", "<h1>Bad gateway</h1>", new String[0]));
    return this;
  }

  /** Adds a problem. */
  ScriptedGateway refuses(int status, String code, boolean retryable, String... headers) {
    return answers(
        status,
        """
        {"type": "errors#%s", "title": "sentence", "titleZh": "句子", "status": %d,
         "detail": "what exactly", "code": "%s", "retryable": %b}
        """
            .formatted(code, status, code, retryable),
        headers);
  }

  /** Adds a connection that breaks after the request was read. */
  synchronized ScriptedGateway breaks() {
    script.add(new Step(0, "", "", new String[0]));
    return this;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            body,
            header(exchange, "Prefer"),
            header(exchange, "Authorization")));
    Step step;
    synchronized (this) {
      boolean nameAsked =
          audience != null && exchange.getRequestURI().getPath().endsWith("/status");
      step = nameAsked ? name() : script.size() > 1 ? script.poll() : script.peek();
    }
    if (step == null || step.status() == 0) {
      exchange.close();
      return;
    }
    for (int i = 0; i + 1 < step.headers().length; i += 2) {
      exchange.getResponseHeaders().add(step.headers()[i], step.headers()[i + 1]);
    }
    exchange.getResponseHeaders().add("Content-Type", step.type());
    byte[] answer = step.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(step.status(), answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private Step name() {
    return new Step(200, "application/json", "{\"audience\": \"" + audience + "\"}", new String[0]);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
