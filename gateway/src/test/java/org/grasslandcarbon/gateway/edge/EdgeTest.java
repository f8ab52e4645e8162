// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Senders and readers of ill will, one at a time, and whether others are served meanwhile. */
@Timeout(120)
class EdgeTest {
  private static final int MANY = 3 * EdgeServer.THREADS;

  @TempDir Path directory;
  private final List<Socket> open = new ArrayList<>();
  private EdgeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new EdgeServer(directory, EdgeServer.quick());
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket each : open) {
      each.close();
    }
    server.letGo();
    await().until(() -> server.unfinished() == 0);
    server.close();
  }

  private Socket send(String text) throws IOException {
    Socket socket = server.connectAndSend(text);
    open.add(socket);
    return socket;
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static void isProblem(String answer, int status, String code) {
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("application/problem+json");
    JsonNode problem = Codec.readTree(body(answer).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("titleZh").asString()).isNotEmpty();
    assertThat(problem.path("detail").asString()).isNotEmpty().doesNotContainPattern("\\p{IsHan}");
    assertThat(problem.path("detailZh").asString()).containsPattern("\\p{IsHan}");
  }

  /** As soon as those who have just come have been seen to. */
  private void othersAreServed() {
    await().untilAsserted(this::isServed);
  }

  private void isServed() throws IOException {
    assertThat(server.get("/api/bytes?n=20000"))
        .startsWith("HTTP/1.1 200")
        .hasSizeGreaterThan(20_000);
    assertThat(server.exchange(post("text/plain", 5) + "12345")).endsWith("REQUEST 5");
  }

  private static String post(String type, long length) {
    return "POST /api/count HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/bytes?n=1&x=%",
        "/api/bytes?n=1&x=%2",
        "/api/bytes?n=1&x=%zz",
        "/api/bytes?n=1&=1",
        "/api/bytes?n=1&%0Aforged=1",
        "/api/bytes?n=1&x=%0d%0aforged",
        "/api/bytes?n=1&x=%00",
        "/api/bytes?n=1&x=%7f",
        "/api/bytes?n=1&x=%c2%85",
        "/api/bytes?n=1&x=%ff",
        "/api/bytes?n=1&x=%c0%af",
        "/api/bytes?n=1&x=%ed%a0%80",
        "/api/%",
        "/%zz",
        "/api/%ff",
        "/api/a%00b",
        "/api/a%0Ab",
        "/api/a%07b",
        "/api/a b",
        "/api/a|b",
        "/api/../../etc"
      })
  void an_address_or_query_that_means_nothing_is_a_bad_request(String target) throws IOException {
    isProblem(server.get(target), 400, "BAD_REQUEST");
  }

  @Test
  void what_is_well_encoded_goes_through() throws IOException {
    for (String query :
        List.of("n=1", "n=1&", "&n=1", "n=1&x", "n=1&x=%E8%8D%89+%26", "n=1&x=a=b")) {
      assertThat(server.get("/api/bytes?" + query)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void what_the_server_itself_refuses_is_a_problem_document_too() throws IOException {
    isProblem(server.exchange("NONSENSE\r\n\r\n"), 400, "BAD_REQUEST");
    isProblem(server.exchange("GET / HTTP/1.1\r\n\r\n"), 400, "BAD_REQUEST");
    isProblem(
        server.exchange("GET / HTTP/1.1\r\nHost: x\r\nbad header: 1\r\n\r\n"), 400, "BAD_REQUEST");
    isProblem(
        server.exchange("GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"),
        400,
        "BAD_REQUEST");
    isProblem(server.exchange("CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n"), 501, "BAD_REQUEST");
    isProblem(server.exchange("GET / HTTP/9.9\r\nHost: x\r\n\r\n"), 505, "BAD_REQUEST");
    isProblem(
        server.exchange("POST /api/count HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n"),
        501,
        "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "QUERY", "PROPFIND", "GE", "get"})
  void a_method_that_nobody_has_is_refused_with_those_there_are(String method) throws IOException {
    String answer =
        server.exchange(
            method + " /api/bytes?n=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    isProblem(answer, 405, "METHOD_NOT_ALLOWED");
    assertThat(answer).containsPattern("Allow: [A-Z, ]*GET");
  }

  @Test
  void a_body_that_comes_slowly_holds_no_thread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send(post("text/plain", 1_000) + "1");
    }
    othersAreServed();
    for (Socket each : open) {
      assertThat(each.getInputStream().available()).as("they are still coming").isZero();
    }
    String answer = EdgeServer.answer(open.get(0));
    isProblem(answer, 408, "TOO_SLOW");
    assertThat(answer).containsIgnoringCase("Connection: close");
    for (Socket each : open.subList(1, MANY)) {
      isProblem(EdgeServer.answer(each), 408, "TOO_SLOW");
    }
    othersAreServed();
  }

  @Test
  void a_body_that_comes_in_pieces_is_taken_as_one() throws Exception {
    Socket socket = send(post("text/plain", 6) + "12");
    socket.getOutputStream().write("34".getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    othersAreServed();
    socket.getOutputStream().write("56".getBytes(StandardCharsets.US_ASCII));
    assertThat(EdgeServer.answer(socket)).startsWith("HTTP/1.1 200").endsWith("REQUEST 6");
    String chunked =
        "POST /api/count HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Connection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "3\r\n"
            + "abc\r\n"
            + "4\r\n"
            + "defg\r\n"
            + "0\r\n\r\n";
    assertThat(server.exchange(chunked)).endsWith("REQUEST 7");
  }

  @Test
  void a_body_below_the_least_rate_is_refused_before_its_time_is_up() throws Exception {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    Socket socket = send(post("text/plain", 100_000));
    await()
        .atMost(Duration.ofSeconds(Receiving.GRACE_SECONDS + 15))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (socket.getInputStream().available() > 0) {
                return true;
              }
              socket.getOutputStream().write('1');
              return false;
            });
    isProblem(EdgeServer.answer(socket), 408, "TOO_SLOW");
  }

  @Test
  void an_answer_that_takes_too_long_to_make_is_answered_with_a_problem() throws IOException {
    // Until then nothing of it has been sent, so that nobody takes a part for the whole.
    EdgeSettings quick = EdgeServer.quick();
    assertThat(quick.exportWithin()).isEqualTo(Duration.ofSeconds(5));
    String answer = server.get("/api/bytes?n=100000&slow=7", "Accept: text/csv");
    assertThat(answer).startsWith("HTTP/1.1 500").contains("application/problem+json");
    await().until(() -> server.files() == 0);
  }

  @Test
  void a_sender_that_goes_away_leaves_nothing_behind() throws Exception {
    for (int i = 0; i < 10; i++) {
      Socket socket = server.connectAndSend(post("text/csv", 1_000) + "1");
      socket.close();
      await().until(() -> server.files() == 0);
    }
    assertThat(server.exchange(post("text/csv", 3) + "1,2")).endsWith("REQUEST 3");
  }

  @Test
  void what_is_too_large_is_refused_when_it_is() throws IOException {
    String answer = server.exchange(post("text/plain", 300_000) + "1".repeat(300_000));
    isProblem(answer, 413, "TOO_LARGE");
  }

  @Test
  void of_a_body_that_nobody_wants_no_thread_reads_the_rest() throws IOException {
    for (int i = 0; i < MANY; i++) {
      Socket plain = send(post("text/plain", 1_000).replace("/api/count", "/%zz") + "1");
      Socket chunked =
          send("POST /%zz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1\r\n");
      isProblem(EdgeServer.answer(plain), 400, "BAD_REQUEST");
      assertThat(EdgeServer.answer(chunked)).startsWith("HTTP/1.1 400 ");
    }
    othersAreServed();
  }

  private static String put(String query, long length) {
    return "PUT /api/v1/documents/x"
        + query
        // With any word for a token a thread is kept for it.
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer x\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  @Test
  void of_a_document_nothing_is_kept_before_its_sender_is_known() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send(put("", 15_000_000) + "1".repeat(10_000));
      send(
          put("", 0).replace("Content-Length: 0", "Transfer-Encoding: chunked")
              + "2710\r\n"
              + "1".repeat(10_000));
    }
    othersAreServed();
    assertThat(server.heldBytes("uploads")).isZero();
    assertThat(server.files()).isZero();
    // Whose sender is known is kept.
    Socket known = send(put("?sender=one", 15_000_000) + "1".repeat(10_000));
    await().until(() -> server.files() == 1);
    await().until(() -> server.heldBytes("uploads") == 10_000 - Spool.UNCOUNTED);
    known.close();
    await().until(() -> server.files() == 0);
    for (Socket each : open.subList(0, 2 * MANY)) {
      isProblem(EdgeServer.answer(each), 401, "TOKEN_MISSING");
    }
  }

  @Test
  void who_sends_a_document_that_is_refused_hears_why_and_it_is_thrown_away() throws IOException {
    String whole = "1".repeat(5_000_000);
    isProblem(
        server.exchange(put("?sender=one&refused", whole.length()) + whole), 401, "TOKEN_MISSING");
    String little = "1".repeat(500_000);
    isProblem(server.exchange(put("", little.length()) + little), 401, "TOKEN_MISSING");
    isProblem(
        server.exchange(put("?sender=one", 21_000_000) + "1".repeat(1_000)), 413, "TOO_LARGE");
  }

  @Test
  void a_document_is_taken_whole_when_its_sender_is_known() throws IOException {
    String whole = "1".repeat(5_000_001);
    assertThat(server.exchange(put("?sender=one", whole.length()) + whole))
        .startsWith("HTTP/1.1 200")
        .endsWith(" 5000001");
    await().until(() -> server.files() == 0);
    assertThat(server.heldBytes("uploads")).isZero();
    assertThat(server.exchange(put("?sender=one", 0))).endsWith(" 0");
  }

  @Test
  void one_sender_of_documents_leaves_room_for_others() throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    // Four of the largest are what one may have on the way.
    String most = "1".repeat(19_000_000);
    for (int i = 0; i < 4; i++) {
      send(put("?sender=greedy", 20_000_000) + most);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> server.heldBytes("uploads") == 4 * (19_000_000 - Spool.UNCOUNTED));
    isProblem(
        server.exchange(put("?sender=greedy", 10_000_000) + most.substring(0, 10_000_000)),
        503,
        "OVERLOADED");
    assertThat(server.exchange(put("?sender=modest", 10_000_000) + most.substring(0, 10_000_000)))
        .endsWith(" 10000000");
  }

  /** Asks for a document so many times and fetches none: what there is of one at a time. */
  private void fetchNone(int many) throws IOException {
    for (int i = 1; i <= many; i++) {
      send("GET /api/v1/documents/x?n=3000000 HTTP/1.1\r\nHost: x\r\n\r\n");
      int sending = i;
      await().pollInterval(Duration.ofMillis(10)).until(() -> server.sending() == sending);
    }
  }

  @Test
  void a_document_is_sent_from_where_it_is_kept_and_its_slow_readers_stop_nobody()
      throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    fetchNone(MANY);
    assertThat(server.heldBytes("answers")).as("no copies of it").isZero();
    assertThat(server.files()).isZero();
    othersAreServed();
    assertThat(server.get("/api/bytes?n=100000", "Accept: text/csv")).startsWith("HTTP/1.1 200");
    assertThat(body(server.get("/api/v1/documents/x?n=3000001"))).hasSize(3_000_001);
  }

  @Test
  void a_document_that_is_not_fetched_is_given_up() throws IOException {
    fetchNone(4);
    for (Socket each : open) {
      assertThat(cutOffAfter(each)).isLessThan(3_000_000L);
    }
    await().until(() -> server.sending() == 0);
  }

  @Test
  void one_reader_has_a_share_of_the_documents_that_are_sent() throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    fetchNone(32);
    isProblem(server.get("/api/v1/documents/x?n=1"), 503, "OVERLOADED");
    open.get(0).close();
    await().until(() -> server.get("/api/v1/documents/x?n=1").contains(" 200 "));
  }

  @Test
  void who_fetches_below_the_least_rate_is_cut_off_before_the_whole_time_is_up()
      throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("slow"), EdgeServer.unhurried());
    // At the least rate it would have a hundred seconds.
    Socket socket = send("GET /api/v1/documents/x?n=200000000 HTTP/1.1\r\nHost: x\r\n\r\n");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              try {
                return socket.getInputStream().read(new byte[4_096]) < 0;
              } catch (IOException cutOff) {
                return true;
              }
            });
    assertThat(server.sending()).isZero();
  }

  @Test
  void files_and_exports_are_refused_while_the_disk_is_full_and_pages_are_not() throws IOException {
    server.setFreeBytes(0);
    isProblem(server.exchange(post("text/csv", 3) + "1,2"), 503, "DISK_FULL");
    isProblem(server.get("/api/bytes?n=9", "Accept: text/csv"), 503, "DISK_FULL");
    othersAreServed();
    server.setFreeBytes(Long.MAX_VALUE);
    await().until(() -> server.get("/api/bytes?n=9", "Accept: text/csv").contains(" 200 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void an_answer_that_is_not_fetched_holds_no_thread_and_is_given_up(String method)
      throws IOException {
    String asking =
        method + " /api/bytes?n=1000000 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1";
    for (int i = 0; i < MANY; i++) {
      send(asking.repeat(10));
    }
    othersAreServed();
    assertThat(server.heldBytes("answers")).as("they are still held").isPositive();
    for (Socket each : open) {
      assertThat(cutOffAfter(each)).isLessThan(10 * 1_000_000L);
    }
    othersAreServed();
  }

  /** Reads to the end, whether that is in order or not. */
  private static long cutOffAfter(Socket socket) {
    // Only when the server has given up: to read before would be to fetch.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              try {
                socket.getOutputStream().write('\r');
                return false;
              } catch (IOException closed) {
                return true;
              }
            });
    long count = 0;
    try {
      byte[] chunk = new byte[8_192];
      for (int n = socket.getInputStream().read(chunk);
          n >= 0;
          n = socket.getInputStream().read(chunk)) {
        count += n;
      }
    } catch (IOException cutOff) {
      // As it should be.
    }
    return count;
  }

  @Test
  void a_large_answer_comes_whole() throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    String body = body(server.get("/api/bytes?n=5000003"));
    assertThat(body).hasSize(5_000_003).startsWith("0123456789abcdef").endsWith("012");
  }

  @Test
  void a_large_answer_comes_whole_compressed_too() throws IOException {
    server.close();
    server = new EdgeServer(directory.resolve("patient"), EdgeServer.patient());
    String answer = server.get("/api/bytes?n=5000003", "Accept-Encoding: gzip");
    assertThat(answer).contains("Content-Encoding: gzip").contains("Transfer-Encoding: chunked");
    try (InputStream bytes =
        new GZIPInputStream(
            new Chunks(new ByteArrayInputStream(body(answer).getBytes(ISO_8859_1))))) {
      assertThat(bytes.readAllBytes()).hasSize(5_000_003);
    }
  }

  /** The bytes of chunks (RFC 9112, section 7.1). */
  private static final class Chunks extends InputStream {
    private final InputStream in;
    private int left;

    private Chunks(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      while (left == 0) {
        String size = line();
        if (size.equals("0")) {
          return -1;
        }
        left = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
      }
      left--;
      return in.read();
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        line.append((char) c);
      }
      return line.toString().strip();
    }
  }

  @Test
  void an_export_comes_from_a_file_which_is_deleted() throws IOException {
    assertThat(body(server.get("/api/bytes?n=100000", "Accept: text/csv"))).hasSize(100_000);
    await().until(() -> server.files() == 0);
  }

  @Test
  void who_has_fetched_an_export_may_ask_for_the_next_at_once() throws IOException {
    // One at a time is made here: it would be in the way if it were given back after the sending.
    try (Socket socket =
        server.connectAndSend(
            "GET /api/bytes?n=9 HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n".repeat(50)
                + "GET /api/bytes?n=9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
      assertThat(EdgeServer.answer(socket)).doesNotContain("OVERLOADED").contains(" 200 ");
    }
    for (int i = 0; i < 50; i++) {
      assertThat(server.get("/api/bytes?n=9", "Accept: text/csv")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void only_so_many_exports_are_made_at_a_time() throws Exception {
    CompletableFuture<String> first =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.get("/api/waits", "Accept: text/csv");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    await().until(() -> server.waiting() == 1);
    isProblem(server.get("/api/bytes?n=9", "Accept: text/csv"), 503, "OVERLOADED");
    othersAreServed();
    server.letGo();
    assertThat(first.get()).endsWith("done");
    assertThat(server.get("/api/bytes?n=9", "Accept: text/csv")).startsWith("HTTP/1.1 200");
  }

  @Test
  void some_threads_are_kept_for_those_who_ask_how_it_is_or_have_signed() throws Exception {
    for (int i = 0; i < EdgeServer.THREADS - EdgeServer.KEPT; i++) {
      send("GET /api/waits HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    await().until(() -> server.waiting() == EdgeServer.THREADS - EdgeServer.KEPT);
    isProblem(server.get("/api/waits?now"), 503, "OVERLOADED");
    assertThat(server.get("/api/waits?now", "Authorization: Bearer x")).endsWith("done");
    assertThat(server.get("/actuator/health?now")).endsWith("done");
    server.letGo();
    await().until(() -> server.get("/api/waits?now").endsWith("done"));
  }

  @Test
  void one_address_has_so_many_connections() throws Exception {
    server.close();
    try (EdgeServer limited =
        new EdgeServer(directory.resolve("limited"), EdgeServer.withConnections(3))) {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Socket socket = limited.connectAndSend("GET /api/bytes?n=1 HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        sockets.add(socket);
      }
      assertThatThrownBy(() -> assertThat(limited.get("/api/bytes?n=1")).startsWith("HTTP/1.1 200"))
          .isInstanceOfAny(IOException.class, AssertionError.class);
      sockets.get(0).close();
      await()
          .ignoreExceptions()
          .until(() -> limited.get("/api/bytes?n=1").startsWith("HTTP/1.1 200"));
      for (Socket each : sockets) {
        each.close();
      }
    }
  }

  @Test
  void a_proxy_has_any_number_of_connections() throws Exception {
    server.close();
    server =
        new EdgeServer(
            directory.resolve("behind"), EdgeServer.withConnections(3), "127.0.0.0/8,::1/128");
    for (int i = 0; i < 10; i++) {
      Socket socket = send("GET /api/bytes?n=1 HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }
}
