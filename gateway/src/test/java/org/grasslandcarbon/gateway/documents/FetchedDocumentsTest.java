// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.disk.DiskSettings;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.document.DocumentKind;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Documents that strangers have a gateway fetch from another one. */
@Timeout(60)
class FetchedDocumentsTest {
  private static final byte[] FILE =
      "%PDF-1.7\ndesign\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SCRIPT = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
  private static final Documents.Place PLACE =
      new Documents.Place(DocumentKind.DESIGN, "/design/designDocument", "PROJECT:1");

  @TempDir Path directory;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Thread> asking = new ArrayList<>();
  private HttpServer other;
  private byte[] answer = FILE;

  @BeforeEach
  void start() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.setExecutor(threads);
    other.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          try {
            mayAnswer.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    other.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    mayAnswer.countDown();
    for (Thread each : asking) {
      // Whoever still asks writes what it gets into the directory of the test.
      each.join();
    }
    other.stop(0);
    threads.shutdownNow();
  }

  private Documents documents(DataSize fetchedMost) {
    DocumentSettings settings =
        new DocumentSettings(
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(1),
            100,
            fetchedMost,
            DataSize.ofMegabytes(1),
            100,
            List.of(),
            "",
            Duration.ofSeconds(1),
            List.of(URI.create("http://127.0.0.1:" + other.getAddress().getPort())),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
    DocumentQuota quota = new DocumentQuota(settings, Clock.systemUTC());
    DataDisk disk =
        new DataDisk(
            () -> Long.MAX_VALUE,
            new DiskSettings(DataSize.ofBytes(1), DataSize.ofBytes(1)),
            Clock.systemUTC());
    try {
      return new Documents(
          new DocumentStore(directory.resolve("documents"), quota),
          quota,
          new OtherGateways(settings),
          List.of(),
          settings,
          disk,
          Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> FutureTask<T> begin(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    asking.add(thread);
    thread.start();
    return task;
  }

  private List<FutureTask<Optional<HeldDocument>>> several(Documents documents, Sha256 name) {
    List<FutureTask<Optional<HeldDocument>>> all = new ArrayList<>();
    all.add(begin(() -> documents.fetch(name, PLACE)));
    await().until(() -> asked.get() == 1);
    for (int i = 0; i < 4; i++) {
      all.add(begin(() -> documents.fetch(name, PLACE)));
    }
    // Without a limit of time wait those who leave the work to another.
    await()
        .until(
            () ->
                asking.subList(1, asking.size()).stream()
                    .allMatch(each -> each.getState() == Thread.State.WAITING));
    return all;
  }

  @Test
  void several_who_ask_for_one_document_wait_for_the_same_fetch() throws Exception {
    Documents documents = documents(DataSize.ofMegabytes(1));
    List<FutureTask<Optional<HeldDocument>>> all = several(documents, Sha256.of(FILE));
    mayAnswer.countDown();
    for (FutureTask<Optional<HeldDocument>> each : all) {
      assertThat(each.get()).get().extracting(HeldDocument::sha256).isEqualTo(Sha256.of(FILE));
    }
    assertThat(documents.fetch(Sha256.of(FILE), PLACE)).isPresent();
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void who_waits_hears_why_what_came_cannot_be_kept() {
    answer = SCRIPT;
    Documents documents = documents(DataSize.ofMegabytes(1));
    List<FutureTask<Optional<HeldDocument>>> all = several(documents, Sha256.of(SCRIPT));
    mayAnswer.countDown();
    for (FutureTask<Optional<HeldDocument>> each : all) {
      assertThatThrownBy(each::get)
          .cause()
          .isInstanceOfSatisfying(
              RequestException.class,
              refusal -> assertThat(refusal.code()).isEqualTo(GatewayCode.DOCUMENT_TYPE_REFUSED));
    }
    assertThat(asked.get()).isEqualTo(1);
  }

  @Test
  void some_documents_are_fetched_at_a_time_and_others_are_told_so() {
    Documents documents = documents(DataSize.ofMegabytes(1));
    begin(() -> documents.fetch(Sha256.of(FILE), PLACE));
    begin(() -> documents.fetch(Sha256.of(SCRIPT), PLACE));
    await().until(() -> asked.get() == 2);
    Sha256 third = Sha256.of(new byte[] {1});
    assertThatThrownBy(() -> documents.fetch(third, PLACE))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));
  }

  @Test
  void no_gateway_is_asked_for_what_there_is_no_room_for() throws IOException {
    mayAnswer.countDown();
    Documents full = documents(DataSize.ofBytes(0));
    assertThatThrownBy(() -> full.fetch(Sha256.of(FILE), PLACE))
        .isInstanceOfSatisfying(
            RequestException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(GatewayCode.DOCUMENTS_FULL));
    assertThat(asked.get()).isZero();
    assertThat(documents(DataSize.ofBytes(FILE.length - 1)).fetch(Sha256.of(FILE), PLACE))
        .as("no more is taken than there is room for")
        .isEmpty();
    assertThat(documents(DataSize.ofBytes(FILE.length)).fetch(Sha256.of(FILE), PLACE)).isPresent();
  }
}
