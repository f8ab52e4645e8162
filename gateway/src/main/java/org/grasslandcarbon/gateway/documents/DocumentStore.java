// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.disk.TemporaryFiles;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files under the name of their SHA-256, each with a description beside it: {@code ab/ab12...} and
 * {@code ab/ab12....json}. A file is there as a whole or not at all; what it is called says what it
 * must be, and whoever reads it gets that or nothing. Safe for use by many threads.
 */
public final class DocumentStore {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);

  private static final String DESCRIPTION = ".json";

  /** Of a file's name these begin the folder's, so that no folder has very many files. */
  private static final int FOLDER_CHARACTERS = 2;

  /** So many documents can be stored at once without waiting for each other. */
  private static final int LOCKS = 64;

  private final Path directory;
  private final TemporaryFiles incoming;
  private final DocumentQuota quota;
  private final ConcurrentNavigableMap<String, HeldDocument> held = new ConcurrentSkipListMap<>();
  private final Set<String> damaged = ConcurrentHashMap.newKeySet();
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

  /** Reads what is there, and deletes what an earlier process had not finished. */
  DocumentStore(Path directory, DocumentQuota quota) throws IOException {
    this.directory = directory;
    this.quota = quota;
    OwnerOnlyFiles.createDirectories(directory);
    // In the same folder, so that it is in the same file system when the folder is one of its own.
    this.incoming = new TemporaryFiles(directory.resolve("incoming"));
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.filter(DocumentStore::isFolder).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(DocumentStore::isDescription).sorted().toList()) {
            find(file);
          }
        }
      }
    }
  }

  private static boolean isFolder(Path path) {
    return path.getFileName().toString().matches("[0-9a-f]{" + FOLDER_CHARACTERS + "}");
  }

  private static boolean isDescription(Path path) {
    return path.getFileName().toString().endsWith(DESCRIPTION);
  }

  private void find(Path description) throws IOException {
    String name = description.getFileName().toString().replace(DESCRIPTION, "");
    if (!Files.exists(description.resolveSibling(name))) {
      // Its process ended before the file was there; nobody was told that it is.
      Files.delete(description);
      return;
    }
    try {
      HeldDocument document = Codec.read(Files.readAllBytes(description), HeldDocument.class);
      if (document.sha256().value().equals(name) && !document.deposits().isEmpty()) {
        held.put(name, document);
        quota.found(document);
        return;
      }
      LOG.error("The description of document {} is of another one: it is not shown", name);
    } catch (RegistryException e) {
      LOG.error("The description of document {} cannot be read: it is not shown", name, e);
    }
  }

  private Path file(Sha256 name) {
    return directory.resolve(name.value().substring(0, FOLDER_CHARACTERS)).resolve(name.value());
  }

  /** A new, empty file for what comes; whoever asked for it deletes it when it is not kept. */
  Path newFile() throws IOException {
    return incoming.create("document");
  }

  /**
   * Writes what comes into a file.
   *
   * @return its digest
   * @throws RegistryException {@code TOO_LARGE} when it is more than there may be
   */
  static Sha256 receive(InputStream body, Path file, long most) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return copy(body, out, most).digest();
    }
  }

  /** The digest of a file. */
  static Sha256 digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE).digest();
    }
  }

  /** What was copied. */
  private record Copied(Sha256 digest, long bytes) {}

  private static Copied copy(InputStream in, OutputStream out, long most) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[64 * 1024];
    long copied = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      copied += read;
      if (copied > most) {
        throw new RegistryException(
            ErrorCode.TOO_LARGE, zh("文件最多 %s 字节").en("a file has at most %s bytes here", most));
      }
      digest.update(chunk, 0, read);
      out.write(chunk, 0, read);
    }
    return new Copied(new Sha256(HexFormat.of().formatHex(digest.digest())), copied);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A document that is kept here. */
  public Optional<HeldDocument> find(Sha256 name) {
    return Optional.ofNullable(held.get(name.value()));
  }

  /**
   * Documents in the order of their names.
   *
   * @param after the name after which they begin; empty for the first
   */
  public List<HeldDocument> after(String after, int most) {
    return held.tailMap(after, false).values().stream().limit(most).toList();
  }

  int size() {
    return held.size();
  }

  /** Documents whose files were found not to be what they were. */
  public Set<String> damaged() {
    return Set.copyOf(damaged);
  }

  /**
   * Keeps a file, or, where it is kept already, notes for what it was sent again. A file that has
   * been damaged is replaced.
   *
   * @param file complete, of this name's digest; it is gone afterwards
   * @return what is kept, and whether it is new
   */
  Stored keep(Sha256 name, Path file, DocumentFormat format, Deposit deposit) throws IOException {
    synchronized (lock(name)) {
      HeldDocument before = held.get(name.value());
      if (before != null) {
        HeldDocument after = before.with(deposit);
        if (!isWhole(before)) {
          move(file, file(name));
          damaged.remove(name.value());
        }
        describe(after);
        held.put(name.value(), after);
        return new Stored(after, false);
      }
      long bytes = Files.size(file);
      quota.take(deposit.by(), bytes);
      boolean kept = false;
      try {
        HeldDocument document = new HeldDocument(bytes, List.of(deposit), format, name);
        OwnerOnlyFiles.createMissing(file(name).getParent());
        describe(document);
        move(file, file(name));
        held.put(name.value(), document);
        kept = true;
        return new Stored(document, true);
      } finally {
        if (!kept) {
          quota.give(deposit.by(), bytes);
        }
      }
    }
  }

  /** What {@link #keep} did. */
  public record Stored(HeldDocument document, boolean isNew) {}

  private Object lock(Sha256 name) {
    return locks[Math.floorMod(name.hashCode(), LOCKS)];
  }

  /** The description is on disk before the file is there: a file without one is shown to nobody. */
  private void describe(HeldDocument document) throws IOException {
    Path file = file(document.sha256());
    OwnerOnlyFiles.write(
        file.resolveSibling(file.getFileName() + DESCRIPTION), Codec.write(document));
  }

  private static void move(Path from, Path to) throws IOException {
    try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    OwnerOnlyFiles.restrict(from);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    OwnerOnlyFiles.forceDirectory(to.getParent());
  }

  private boolean isWhole(HeldDocument document) throws IOException {
    try {
      open(document).close();
      return true;
    } catch (RequestException e) {
      return false;
    }
  }

  /**
   * Opens a file that is what it was. What is read then are the bytes that were compared, also when
   * the file is replaced meanwhile: a file is never written to where it stands.
   *
   * @throws RequestException {@code DOCUMENT_DAMAGED} when it is not what it was
   */
  public InputStream open(HeldDocument document) throws IOException {
    FileChannel channel = null;
    boolean whole = false;
    try {
      channel = FileChannel.open(file(document.sha256()), StandardOpenOption.READ);
      Copied copied =
          copy(Channels.newInputStream(channel), OutputStream.nullOutputStream(), document.bytes());
      whole = copied.digest().equals(document.sha256());
    } catch (NoSuchFileException | RegistryException goneOrLonger) {
      whole = false;
    } finally {
      if (!whole && channel != null) {
        channel.close();
      }
    }
    if (!whole) {
      damage(document);
    }
    return Channels.newInputStream(channel.position(0));
  }

  private void damage(HeldDocument document) {
    if (damaged.add(document.sha256().value())) {
      LOG.atError()
          .addKeyValue("document", document.sha256().value())
          .log("A document on the disk is not what it was when it was stored: it is not shown");
    }
    throw new RequestException(
        GatewayCode.DOCUMENT_DAMAGED, zh("文件 %s").en("document %s", document.sha256()));
  }
}
