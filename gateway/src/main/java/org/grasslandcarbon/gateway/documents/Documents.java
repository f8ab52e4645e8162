// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.document.DocumentKind;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a document comes to be kept: received, compared with its name, recognised, scanned, and only
 * then there for anybody. Whatever is refused on the way leaves nothing behind.
 */
public final class Documents {
  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  /** Received and scanned at the same time: each holds a thread of the server meanwhile. */
  private static final int PUTS_AT_A_TIME = 8;

  /** Each holds a thread of the server and comes at the speed of another office's line. */
  private static final int FETCHES_AT_A_TIME = 2;

  /** Who waits for what is being fetched holds a thread of the server as well. */
  private static final int WAITING_MOST = 8;

  private final Semaphore puts = new Semaphore(PUTS_AT_A_TIME);
  private final Semaphore fetches = new Semaphore(FETCHES_AT_A_TIME);
  private final Semaphore waiting = new Semaphore(WAITING_MOST);
  private final ConcurrentMap<Sha256, CompletableFuture<Optional<HeldDocument>>> fetching =
      new ConcurrentHashMap<>();
  private final DocumentStore store;
  private final DocumentQuota quota;
  private final OtherGateways others;
  private final List<Scanner> scanners;
  private final DocumentSettings settings;
  private final DataDisk disk;
  private final InstantSource clock;

  Documents(
      DocumentStore store,
      DocumentQuota quota,
      OtherGateways others,
      List<Scanner> scanners,
      DocumentSettings settings,
      DataDisk disk,
      InstantSource clock) {
    this.store = store;
    this.quota = quota;
    this.others = others;
    this.scanners = List.copyOf(scanners);
    this.settings = settings;
    this.disk = disk;
    this.clock = clock;
  }

  /** What is kept here. */
  public DocumentStore store() {
    return store;
  }

  /** The other gateways. */
  public OtherGateways others() {
    return others;
  }

  /**
   * For what a document is stored.
   *
   * @param kind what it is
   * @param member where its record names it
   * @param record the record's type and id
   */
  public record Place(DocumentKind kind, String member, String record) {
    private Deposit deposit(
        InstantSource clock,
        Optional<ParticipantId> by,
        Optional<URI> from,
        List<ParticipantId> readers) {
      return new Deposit(
          clock.instant(), by, from.map(URI::toString), kind, member, readers, record);
    }
  }

  /**
   * Asks for leave to send a file, before any of it is read.
   *
   * @param name what its digest will be
   * @param bytes that it is said to have
   * @throws RequestException with the code that says why not
   */
  public void mustBeWelcome(Sha256 name, long bytes, ParticipantId sender) {
    requireRoom();
    quota.sends(sender, store.find(name).isPresent() ? 0 : bytes);
  }

  /**
   * Keeps what a participant sends, who was welcome to.
   *
   * @param name what its digest must be
   * @param readers whom the sender lets read it besides
   * @throws RequestException with the code that says why not
   */
  public DocumentStore.Stored put(
      Sha256 name, InputStream body, Place place, ParticipantId sender, List<ParticipantId> readers)
      throws IOException {
    requireRoom();
    if (!puts.tryAcquire()) {
      throw new RegistryException(
          ErrorCode.OVERLOADED, zh("正在接收其他文件").en("other files are being received"));
    }
    try {
      return received(name, body, place, sender, readers);
    } finally {
      puts.release();
    }
  }

  private DocumentStore.Stored received(
      Sha256 name, InputStream body, Place place, ParticipantId sender, List<ParticipantId> readers)
      throws IOException {
    Path file = store.newFile();
    try {
      Sha256 digest = DocumentStore.receive(body, file, settings.sizeMost().toBytes());
      if (!digest.equals(name)) {
        throw new RequestException(
            GatewayCode.DOCUMENT_DIFFERS,
            zh("收到的文件的 SHA-256 为 %s").en("what came has the SHA-256 %s", digest));
      }
      DocumentFormat format = mustBeHarmless(name, file);
      return store.keep(
          name, file, format, place.deposit(clock, Optional.of(sender), Optional.empty(), readers));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void requireRoom() {
    if (!disk.hasRoom()) {
      throw new RequestException(GatewayCode.DISK_FULL, zh("暂时无法存放文件").en("no file can be stored"));
    }
  }

  private DocumentFormat mustBeHarmless(Sha256 name, Path file) throws IOException {
    DocumentFormat format =
        DocumentFormat.of(file)
            .orElseThrow(
                () ->
                    new RequestException(
                        GatewayCode.DOCUMENT_TYPE_REFUSED,
                        zh("类型由文件内容判定，与文件名无关")
                            .en("a type is what is in the file, whatever its name says")));
    for (Scanner scanner : scanners) {
      Optional<String> found = scan(scanner, file);
      if (found.isPresent()) {
        // The words are the scanner's and may repeat the file's: they are for the log only.
        LOG.atWarn()
            .addKeyValue("document", name.value())
            .addKeyValue("found", found.get())
            .log("A document that was sent is held to be harmful and was not stored");
        throw new RequestException(
            GatewayCode.DOCUMENT_SUSPICIOUS, zh("文件 %s").en("document %s", name));
      }
    }
    return format;
  }

  private static Optional<String> scan(Scanner scanner, Path file) {
    try {
      return scanner.scan(file);
    } catch (IOException e) {
      LOG.error("The scanner of documents does not work: no document is stored", e);
      throw new RequestException(
          GatewayCode.SCANNER_AWAY, zh("扫描未完成").en("the scan was not completed"));
    }
  }

  /**
   * Fetches a document from another gateway and keeps it; for documents that are public only.
   * Whoever asks while it is being fetched waits for the same.
   *
   * @return what is kept now; empty when nobody has it
   * @throws RegistryException {@code OVERLOADED} when others are being fetched
   * @throws RequestException with the code that says why it cannot be kept
   */
  public Optional<HeldDocument> fetch(Sha256 name, Place place) throws IOException {
    if (!others.mayHave(name)) {
      return Optional.empty();
    }
    CompletableFuture<Optional<HeldDocument>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<HeldDocument>> begun = fetching.putIfAbsent(name, mine);
    if (begun != null) {
      return awaited(begun);
    }
    try {
      // Fetched, it may be, since whoever asks looked.
      Optional<HeldDocument> held = store.find(name).filter(HeldDocument::isPublic);
      Optional<HeldDocument> fetched = held.isPresent() ? held : fetched(name, place);
      mine.complete(fetched);
      return fetched;
    } catch (IOException | RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      fetching.remove(name);
    }
  }

  private Optional<HeldDocument> awaited(CompletableFuture<Optional<HeldDocument>> begun)
      throws IOException {
    if (!waiting.tryAcquire()) {
      throw busy();
    }
    try {
      return begun.join();
    } catch (CompletionException e) {
      // Each who waits hears what the one heard who fetched.
      if (e.getCause() instanceof RequestException refusal) {
        throw refusal;
      }
      if (e.getCause() instanceof RegistryException refusal) {
        throw refusal;
      }
      throw new IOException(e.getCause());
    } finally {
      waiting.release();
    }
  }

  private static RegistryException busy() {
    return new RegistryException(
        ErrorCode.OVERLOADED, zh("正在从其他网关取得文件").en("other files are being fetched"));
  }

  private Optional<HeldDocument> fetched(Sha256 name, Place place) throws IOException {
    if (!fetches.tryAcquire()) {
      throw busy();
    }
    try {
      requireRoom();
      long most = Math.min(settings.sizeMost().toBytes(), quota.roomForFetched());
      return fetched(name, place, most);
    } finally {
      fetches.release();
    }
  }

  private Optional<HeldDocument> fetched(Sha256 name, Place place, long most) throws IOException {
    Path file = store.newFile();
    try {
      Optional<URI> from = others.fetch(name, file, most);
      if (from.isEmpty()) {
        return Optional.empty();
      }
      DocumentFormat format = mustBeHarmless(name, file);
      return Optional.of(
          store
              .keep(name, file, format, place.deposit(clock, Optional.empty(), from, List.of()))
              .document());
    } catch (RequestException e) {
      // What came cannot be kept: nobody makes this gateway fetch it again and again.
      others.remember(name);
      throw e;
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
