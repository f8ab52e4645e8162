// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** Who listens to markets, over real connections, at a gateway with few places. */
@ExtendWith(GatewayExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class MarketListenersTest {
  private static final int OF_ADDRESS = 2;
  private static final int ALL = 3;

  private final ConfigurableApplicationContext application;
  private final int port;
  private final MarketFeed feed;
  private final List<Socket> open = new ArrayList<>();

  MarketListenersTest(RunningGateway gateway) throws IOException {
    application =
        gateway.startAnother(
            Files.createTempDirectory("market-listeners"),
            "--server.port=0",
            "--management.server.port=0",
            "--grassland.market-events.heartbeat=50ms",
            "--grassland.market-events.listeners=" + ALL,
            "--grassland.market-events.listeners-per-address=" + OF_ADDRESS);
    application
        .getBean(ProjectionProgress.class)
        .whenCaughtUp()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
    port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
    feed = application.getBean(MarketFeed.class);
  }

  @AfterEach
  void leave() throws IOException {
    for (Socket each : open) {
      each.close();
    }
    open.clear();
    // Who has gone is noticed when something is written to him.
    await(() -> feed.seatsTaken() == 0);
  }

  @AfterAll
  void stop() {
    application.close();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited for a condition").isBefore(end);
      Thread.onSpinWait();
    }
  }

  /** Asks to listen, as somebody behind a proxy on this machine. */
  private Socket ask(String address) throws IOException {
    Socket socket = new Socket();
    open.add(socket);
    socket.setReceiveBufferSize(4 * 1024);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET /api/v1/market/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
                + address
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The status and, of a refusal, the code. */
  private static String answer(Socket socket) throws IOException {
    BufferedReader lines = lines(socket.getInputStream());
    String status = lines.readLine().split(" ")[1];
    if (status.equals("200")) {
      return status;
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("\"code\":\"")) {
        return status + " " + line.replaceAll(".*\"code\":\"([A-Z_]+)\".*", "$1");
      }
    }
    return status;
  }

  @Test
  void silence_is_broken_by_comments() throws IOException {
    BufferedReader lines = lines(ask("192.0.2.1").getInputStream());
    int comments = 0;
    boolean ready = false;
    while (comments < 3) {
      String line = lines.readLine();
      ready = ready || line.equals("event: ready");
      comments += line.equals(":") ? 1 : 0;
    }
    assertThat(ready).isTrue();
  }

  @Test
  void an_address_has_so_many_places_and_all_together_so_many_and_both_are_told()
      throws IOException {
    assertThat(answer(ask("192.0.2.1"))).isEqualTo("200");
    assertThat(answer(ask("192.0.2.1"))).isEqualTo("200");
    assertThat(answer(ask("192.0.2.1"))).isEqualTo("429 TOO_MANY_REQUESTS");
    assertThat(answer(ask("192.0.2.2"))).isEqualTo("200");
    assertThat(answer(ask("192.0.2.3"))).isEqualTo("503 OVERLOADED");
    open.get(0).close();
    await(() -> feed.seatsTaken() == ALL - 1);
    assertThat(answer(ask("192.0.2.3"))).isEqualTo("200");
  }

  @Test
  void who_does_not_read_is_cut_off_and_his_place_is_free() throws IOException {
    ask("192.0.2.1");
    await(() -> feed.listening().size() == 1);
    EventStream<?> stream = feed.listening().get(0);
    byte[] some = (":" + "x".repeat(32 * 1024) + "\n\n").getBytes(StandardCharsets.US_ASCII);
    // More than the buffers of both ends and of the gateway take together.
    for (int i = 0; i < 2_000 && feed.seatsTaken() == 1; i++) {
      stream.offer(some);
    }
    assertThat(feed.seatsTaken()).isZero();
    assertThat(feed.listening()).isEmpty();
    assertThat(stream.waitingBytes()).isZero();
  }
}
