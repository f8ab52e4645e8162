// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.client.InstructionText;

/**
 * A gateway that keeps what it is sent, applies it and says what has become of it; it can be told
 * to take no more, and to refuse.
 */
final class KeepingGateway implements AutoCloseable {
  private static final String INSTRUCTIONS = "/api/v1/instructions";

  private final HttpServer server;
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, InstructionText> applied = new LinkedHashMap<>();
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private int takes = Integer.MAX_VALUE;
  private boolean refuses;

  KeepingGateway() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What is answered at addresses that begin so. */
  synchronized KeepingGateway at(String beginning, String body) {
    places.put("/api/v1" + beginning, body);
    return this;
  }

  /** Takes so many instructions more, and is busy then. */
  synchronized void takes(int more) {
    takes = more;
  }

  /** Whether the ledger refuses what comes. */
  synchronized void refuses(boolean yes) {
    refuses = yes;
  }

  /** An outcome that is there before anybody sent anything. */
  synchronized void has(String id, String action, String participant) {
    outcomes.put(id, outcome(id, action, participant, "APPLIED"));
  }

  /** What was applied, in order. */
  synchronized List<InstructionText> applied() {
    return List.copyOf(applied.values());
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.equals("/api/v1/status")) {
      answer(exchange, 200, "{\"audience\": \"keeping-gateway\", \"founded\": true}");
    } else if (path.equals(INSTRUCTIONS)) {
      take(exchange, InstructionText.parse(new String(body, StandardCharsets.US_ASCII)));
    } else if (path.startsWith(INSTRUCTIONS + "/")) {
      String known = outcomes.get(path.substring(INSTRUCTIONS.length() + 1));
      answer(
          exchange, known == null ? 404 : 200, known == null ? problem("NOT_FOUND", 404) : known);
    } else {
      answer(
          exchange,
          200,
          places.entrySet().stream()
              .filter(each -> path.startsWith(each.getKey()))
              .findFirst()
              .orElseThrow()
              .getValue());
    }
  }

  private void take(HttpExchange exchange, InstructionText text) throws IOException {
    String id = text.id().value();
    if (outcomes.containsKey(id)) {
      answer(exchange, 409, problem("DUPLICATE", 409));
    } else if (takes == 0) {
      answer(exchange, 503, problem("OVERLOADED", 503));
    } else {
      takes--;
      String status = refuses ? "REJECTED" : "APPLIED";
      outcomes.put(id, outcome(id, text.action(), text.participant().value(), status));
      if (!refuses) {
        applied.put(id, text);
      }
      answer(exchange, 200, outcomes.get(id));
    }
  }

  private static String outcome(String id, String action, String participant, String status) {
    return """
        {"id": "%s", "action": "%s", "participant": "%s", "status": "%s", "block": 7,
         "code": "WRONG_STATE", "postings": [], "references": []}
        """
        .formatted(id, action, participant, status);
  }

  private static String problem(String code, int status) {
    return """
        {"title": "An English sentence.", "titleZh": "一句中文。", "status": %d, "detail": "",
         "code": "%s", "retryable": %b}
        """
        .formatted(status, code, status == 503);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
