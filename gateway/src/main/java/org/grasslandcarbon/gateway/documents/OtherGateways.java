// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The gateways that the settings name, and no others: what they hold, and files of them. They are
 * asked as anybody is, without a token, so that nothing comes from them that they would not show to
 * everybody; and nothing that they say is believed of a file but its bytes' digest.
 */
public final class OtherGateways implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OtherGateways.class);

  private static final String DOCUMENTS = "/api/v1/documents";

  /** A page of a list with all that is told of each item. */
  private static final int LIST_BYTES_MOST = 1024 * 1024;

  /** Asked at the same time by all who wait; others are told that it is not known. */
  private static final int QUESTIONS_AT_A_TIME = 8;

  /** What was not there a moment ago is not asked for again. */
  private static final Duration REMEMBERED = Duration.ofSeconds(60);

  private static final int REMEMBERED_MOST = 1_000;

  private static final int OK = 200;

  private final List<URI> addresses;
  private final DocumentSettings settings;
  private final HttpClient http;
  private final ExecutorService threads =
      // As many as there are questions at a time and addresses to put them to.
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "other-gateways");
            thread.setDaemon(true);
            return thread;
          });
  private final Semaphore questions = new Semaphore(QUESTIONS_AT_A_TIME);

  /** Until when a document that nobody had is not asked for again, in nanoseconds. */
  private final Map<Sha256, Long> nowhere =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Sha256, Long> eldest) {
              return size() > REMEMBERED_MOST;
            }
          });

  OtherGateways(DocumentSettings settings) {
    this.addresses = settings.otherGateways();
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.answerWithin())
            .executor(threads)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * What one of them holds.
   *
   * @param gateway its address
   * @param documents those that it holds of what was asked about; absent when it did not say
   */
  public record Holdings(URI gateway, Optional<Set<String>> documents) {}

  /**
   * What each of them says it holds.
   *
   * @param query what it is asked about, e.g. {@code record=PROJECT:...}
   */
  public List<Holdings> holdings(String query) {
    if (addresses.isEmpty() || !questions.tryAcquire()) {
      return addresses.stream().map(each -> new Holdings(each, Optional.empty())).toList();
    }
    try {
      List<CompletableFuture<Holdings>> asked =
          addresses.stream()
              .map(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> new Holdings(each, holds(each, query)), threads))
              .toList();
      List<Holdings> all = new ArrayList<>();
      asked.forEach(each -> all.add(each.join()));
      return all;
    } finally {
      questions.release();
    }
  }

  private Optional<Set<String>> holds(URI gateway, String query) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      get(
          URI.create(gateway + DOCUMENTS + "?" + query + "&here=true"),
          settings.answerWithin(),
          LIST_BYTES_MOST,
          body);
      Set<String> held = new TreeSet<>();
      for (JsonNode item : Codec.readTree(body.toByteArray()).path("items").values()) {
        if (item.path("held").isObject()) {
          held.add(item.path("sha256").asString(""));
        }
      }
      return Optional.of(held);
    } catch (IOException | RegistryException | IllegalArgumentException e) {
      LOG.debug("Another gateway does not say what it holds: {}", gateway, e);
      return Optional.empty();
    }
  }

  /** Whether anybody can be asked for a document: a moment ago nobody had it otherwise. */
  boolean mayHave(Sha256 document) {
    Long until = nowhere.get(document);
    return !addresses.isEmpty() && (until == null || System.nanoTime() - until >= 0);
  }

  /**
   * Fetches a document that is public from the first that has it. What is not the document that was
   * asked for is thrown away, and the next is asked.
   *
   * @param file empty; holds the document, as its digest shows, if one is found
   * @param most bytes that it may have
   * @return the gateway that had it
   */
  Optional<URI> fetch(Sha256 document, Path file, long most) throws IOException {
    for (URI gateway : addresses) {
      if (isFetched(document, gateway, file, most)) {
        return Optional.of(gateway);
      }
    }
    remember(document);
    return Optional.empty();
  }

  /** For a while a document is not asked for again: nobody has it, or it cannot be kept here. */
  void remember(Sha256 document) {
    nowhere.put(document, System.nanoTime() + REMEMBERED.toNanos());
  }

  private boolean isFetched(Sha256 document, URI gateway, Path file, long most) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      get(
          URI.create(gateway + DOCUMENTS + "/" + document + "?here=true"),
          settings.fetchWithin(),
          most,
          out);
    } catch (IOException e) {
      LOG.debug("A document cannot be fetched from {}", gateway, e);
      return false;
    }
    boolean same = DocumentStore.digest(file).equals(document);
    if (!same) {
      LOG.atWarn()
          .addKeyValue("gateway", gateway)
          .addKeyValue("document", document.value())
          .log("Another gateway answered with something else than the document asked for");
    }
    return same;
  }

  /** Reads an answer, of which neither the time nor the length is left to the other side. */
  private void get(URI address, Duration within, long most, OutputStream out) throws IOException {
    CompletableFuture<Void> tooLong = new CompletableFuture<>();
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(
            HttpRequest.newBuilder(address).timeout(within).header("Accept", "*/*").GET().build(),
            head ->
                BodySubscribers.ofByteArrayConsumer(
                    head.statusCode() == OK ? new Limited(most, out, tooLong) : ignored -> {}));
    try {
      CompletableFuture.anyOf(answer, tooLong).get(within.toMillis(), TimeUnit.MILLISECONDS);
      int status = answer.join().statusCode();
      if (status != OK) {
        throw new IOException("status " + status);
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("it took longer than " + within, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Takes as much of a body as there may be. */
  private static final class Limited implements Consumer<Optional<byte[]>> {
    private final OutputStream out;
    private final CompletableFuture<Void> tooLong;
    private long left;

    private Limited(long most, OutputStream out, CompletableFuture<Void> tooLong) {
      this.left = most;
      this.out = out;
      this.tooLong = tooLong;
    }

    @Override
    public void accept(Optional<byte[]> some) {
      byte[] bytes = some.orElse(new byte[0]);
      left -= bytes.length;
      if (left < 0) {
        tooLong.completeExceptionally(new IOException("the answer is too long"));
        return;
      }
      try {
        out.write(bytes);
      } catch (IOException e) {
        tooLong.completeExceptionally(e);
        throw new UncheckedIOException(e);
      }
    }
  }
}
