// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.grasslandcarbon.gateway.testing.TlsAuthority;
import org.grasslandcarbon.gateway.testing.TlsReceiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a receiver, or whoever runs its name server, may try. */
class HttpsPostTest {
  private static final String NAME = "receiver.example";

  /** The answer that a name server keeps to itself. */
  private static final String HANGS = "hangs";

  private static final byte[] BODY = "{\"草\":1}".getBytes(StandardCharsets.UTF_8);

  private final TlsAuthority authority = new TlsAuthority();
  private final TlsReceiver receiver = new TlsReceiver(authority, NAME);
  private final Deque<String[]> addresses = new ArrayDeque<>(List.<String[]>of(of("127.0.0.1")));
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int lookedUp;
  private HttpsPost post = post(authority, "127.0.0.0/8");

  private static String[] of(String... addresses) {
    return addresses;
  }

  private HttpsPost post(TlsAuthority trusted, String... allowed) {
    WebhookSettings settings =
        new WebhookSettings(
            1,
            1,
            List.of(receiver.port()),
            List.of(allowed),
            List.of(),
            "",
            1,
            1,
            Duration.ofSeconds(2),
            Duration.ofMillis(1_500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1,
            Duration.ofDays(1),
            1,
            Duration.ofDays(1));
    return new HttpsPost(settings, trusted.client().getSocketFactory(), this::resolve);
  }

  /** Answers one after the other, the last one for ever. */
  private InetAddress[] resolve(String name) throws UnknownHostException {
    lookedUp++;
    String[] now = addresses.size() > 1 ? addresses.poll() : addresses.peek();
    if (now[0].equals(HANGS)) {
      await();
    }
    InetAddress[] all = new InetAddress[now.length];
    for (int i = 0; i < now.length; i++) {
      all[i] = InetAddress.getByName(now[i]);
    }
    return all;
  }

  @AfterEach
  void stop() {
    over.countDown();
    post.close();
    receiver.close();
  }

  private int send() throws HttpsPost.NoAnswer {
    return post.send(
        "owner",
        new WebhookAddress(NAME, receiver.port(), "/path?query=1"),
        Map.of("webhook-id", "1"),
        BODY);
  }

  private void fails(HttpsPost.Failure failure) {
    assertThatThrownBy(this::send)
        .isInstanceOfSatisfying(
            HttpsPost.NoAnswer.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }

  @Test
  void a_body_is_sent_as_it_is_and_the_status_is_told() throws HttpsPost.NoAnswer {
    assertThat(send()).isEqualTo(204);
    TlsReceiver.Received request = receiver.received().get(0);
    assertThat(request.line()).isEqualTo("POST /path?query=1 HTTP/1.1");
    assertThat(request.headers())
        .containsEntry("host", NAME + ":" + receiver.port())
        .containsEntry("connection", "close")
        .containsEntry("webhook-id", "1");
    assertThat(request.body()).isEqualTo(BODY);
    receiver.does(
        TlsReceiver.writing(
            "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.0 500\r\n\r\nwhat it says"));
    assertThat(send()).isEqualTo(500);
  }

  @Test
  void nothing_is_connected_to_that_is_not_of_the_public_internet() {
    post.close();
    post = post(authority);
    fails(HttpsPost.Failure.NO_PUBLIC_ADDRESS);
    addresses.addFirst(of("8.8.8.8", "127.0.0.1"));
    fails(HttpsPost.Failure.NO_PUBLIC_ADDRESS);
    addresses.addFirst(of("::ffff:127.0.0.1"));
    fails(HttpsPost.Failure.NO_PUBLIC_ADDRESS);
    addresses.addFirst(of());
    fails(HttpsPost.Failure.NO_PUBLIC_ADDRESS);
    assertThat(receiver.connections()).isZero();
  }

  @Test
  void a_name_that_means_something_else_a_moment_later_is_looked_up_once()
      throws HttpsPost.NoAnswer {
    post.close();
    post = post(authority, "127.0.0.1/32");
    addresses.clear();
    addresses.add(of("127.0.0.1"));
    addresses.add(of("127.0.0.2"));
    assertThat(send()).isEqualTo(204);
    assertThat(lookedUp).isEqualTo(1);
    fails(HttpsPost.Failure.NO_PUBLIC_ADDRESS);
    assertThat(receiver.connections()).isEqualTo(1);
  }

  @Test
  void nobody_is_redirected() throws HttpsPost.NoAnswer {
    try (TlsReceiver within = new TlsReceiver(authority, "localhost")) {
      receiver.does(
          TlsReceiver.writing(
              "HTTP/1.1 307 x\r\nLocation: https://localhost:"
                  + within.port()
                  + "/\r\nContent-Length: 0\r\n\r\n"));
      assertThat(send()).isEqualTo(307);
      assertThat(within.connections()).isZero();
    }
  }

  @Test
  void of_an_answer_without_end_no_more_is_read_than_there_may_be() throws HttpsPost.NoAnswer {
    int[] written = {0};
    receiver.does(
        (request, out) -> {
          out.write("HTTP/1.1 200 x\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] more = new byte[64 * 1024];
          Arrays.fill(more, (byte) 'x');
          for (int i = 0; i < 100_000; i++) {
            out.write(more);
            written[0]++;
          }
        });
    Instant begin = Instant.now();
    assertThat(send()).isEqualTo(200);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(written[0]).isLessThan(1_000);
    receiver.does(
        (request, out) -> {
          for (int i = 0; i < 100_000; i++) {
            out.write("x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII));
          }
        });
    fails(HttpsPost.Failure.NO_HTTP);
  }

  @Test
  void who_answers_bit_by_bit_or_not_at_all_is_left_in_time() {
    receiver.does(
        (request, out) -> {
          for (byte each : "HTTP/1.1 2".getBytes(StandardCharsets.US_ASCII)) {
            write(out, each);
          }
          await();
        });
    Instant begin = Instant.now();
    fails(HttpsPost.Failure.TOO_SLOW);
    receiver.does((request, out) -> await());
    fails(HttpsPost.Failure.TOO_SLOW);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  private static void write(OutputStream out, byte each) throws java.io.IOException {
    out.write(each);
    out.flush();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_name_server_that_does_not_answer_is_left_in_time_and_holds_nobody_else()
      throws HttpsPost.NoAnswer {
    addresses.clear();
    addresses.add(of(HANGS));
    addresses.add(of("127.0.0.1"));
    Instant begin = Instant.now();
    fails(HttpsPost.Failure.TOO_SLOW);
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    for (int left = 1; left < NameLookups.OF_ONE_MOST; left++) {
      addresses.addFirst(of(HANGS));
      fails(HttpsPost.Failure.TOO_SLOW);
    }
    fails(HttpsPost.Failure.TOO_SLOW);
    assertThat(lookedUp).as("no more are begun for it").isEqualTo(NameLookups.OF_ONE_MOST);
    assertThat(
            post.send(
                "another",
                new WebhookAddress(NAME, receiver.port(), "/"),
                Map.of("webhook-id", "1"),
                BODY))
        .isEqualTo(204);
  }

  @Test
  void what_is_no_answer_is_none() {
    for (String wrong :
        List.of(
            "",
            "HTTP/2 200\r\n\r\n",
            "SSH-2.0-OpenSSH\r\n",
            "HTTP/1.1 99 x\r\n\r\n",
            "HTTP/1.1 2000\r\n\r\n",
            "HTTP/1.1 100 x\r\n\r\nHTTP/1.1 100 x\r\n\r\n")) {
      receiver.does(TlsReceiver.writing(wrong));
      fails(HttpsPost.Failure.NO_HTTP);
    }
  }

  @Test
  void another_name_s_certificate_or_another_authority_s_is_refused() {
    try (TlsReceiver other = new TlsReceiver(authority, "other.example")) {
      assertThatThrownBy(
              () ->
                  post.send(
                      "owner",
                      new WebhookAddress(NAME, other.port(), "/"),
                      Map.of("webhook-id", "1"),
                      BODY))
          .isInstanceOfSatisfying(
              HttpsPost.NoAnswer.class,
              e -> assertThat(e.failure()).isEqualTo(HttpsPost.Failure.TLS));
      assertThat(other.received()).isEmpty();
    }
    post.close();
    post = post(new TlsAuthority(), "127.0.0.0/8");
    fails(HttpsPost.Failure.TLS);
    assertThat(receiver.received()).isEmpty();
  }

  @Test
  void where_nobody_listens_nothing_is_sent() throws java.io.IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThatThrownBy(
            () ->
                post.send(
                    "owner", new WebhookAddress(NAME, port, "/"), Map.of("webhook-id", "1"), BODY))
        .isInstanceOfSatisfying(
            HttpsPost.NoAnswer.class,
            e -> assertThat(e.failure()).isEqualTo(HttpsPost.Failure.CANNOT_CONNECT));
  }
}
