// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A gateway that gives the answers of a script, one a request, the last one for ever. Beside the
 * script it says that the registry is founded, and under which name it accepts tokens.
 */
public final class ScriptedGateway implements AutoCloseable {
  private final HttpServer server;
  private final Deque<Answer> script = new ArrayDeque<>();
  private final Map<String, Answer> places = new LinkedHashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  private record Answer(int status, byte[] body) {
    Answer(int status, String body) {
      this(status, body.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * A request.
   *
   * @param line method and path with query
   * @param body the body
   * @param authorization the header, or empty
   * @param accept the header, or empty
   */
  public record Asked(String line, String body, String authorization, String accept) {}

  public ScriptedGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  public synchronized ScriptedGateway answers(int status, String body) {
    script.add(new Answer(status, body));
    return this;
  }

  /** A file. */
  public synchronized ScriptedGateway answers(int status, byte[] body) {
    script.add(new Answer(status, body));
    return this;
  }

  /** What is answered at addresses that begin so, whatever the script says. */
  public synchronized ScriptedGateway at(String beginning, String body) {
    places.put(beginning, new Answer(200, body));
    return this;
  }

  public ScriptedGateway refuses(int status, String code, boolean retryable) {
    return answers(
        status,
        """
        {"title": "An English sentence.", "titleZh": "一句中文。", "status": %d,
         "detail": "12 asked, 5 held", "code": "%s", "retryable": %b}
        """
            .formatted(status, code, retryable));
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/api/v1/status")) {
      answer(exchange, new Answer(200, "{\"audience\": \"scripted-gateway\", \"founded\": true}"));
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            body,
            header(exchange, "Authorization"),
            header(exchange, "Accept")));
    Answer answer;
    synchronized (this) {
      answer = place(exchange.getRequestURI().getPath());
    }
    if (answer != null) {
      answer(exchange, answer);
      return;
    }
    synchronized (this) {
      answer = script.size() > 1 ? script.poll() : script.peek();
    }
    answer(exchange, answer);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /** The longest beginning that fits. */
  private Answer place(String path) {
    return places.entrySet().stream()
        .filter(each -> path.startsWith("/api/v1" + each.getKey()))
        .max(Comparator.comparing(each -> each.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] bytes = answer.body();
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
