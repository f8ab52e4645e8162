// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.ledger.NoDigestsException;
import org.grasslandcarbon.gateway.projection.Books;
import org.grasslandcarbon.gateway.projection.Ids;
import org.grasslandcarbon.gateway.projection.Look;
import org.grasslandcarbon.gateway.projection.StoredRecord;
import org.grasslandcarbon.gateway.reconciliation.Difference.Kind;

/**
 * Holds records that came of blocks against the peer's state. Both go on while one compares, so a
 * record that differs is only suspected: it is told when it still stands as it stood after all
 * blocks have been projected that the peer had then, and the peer still says something else. For
 * one thread.
 */
final class LedgerCheck {
  /** Suspected records looked at again at a time; with more, something larger is wrong. */
  private static final int SUSPECTS_MOST = 200;

  private static final String SUBJECT = "ledger ";

  /** What a peer says about its state. */
  interface Peer {
    /** See {@code LedgerClient.stateDigests}. */
    List<Optional<Sha256>> stateDigests(List<String> keys) throws NoDigestsException;

    /** How many blocks it has; empty when it does not answer. */
    OptionalLong height();
  }

  private record Suspect(StoredRecord record, Optional<Sha256> theirs, Instant seen, long height) {}

  private final Peer peer;
  private final Books books;
  private final LongSupplier projectedBlock;
  private final Findings findings;
  private final Duration confirmAfter;
  private final InstantSource clock;
  private final Map<String, Suspect> suspects = new LinkedHashMap<>();

  LedgerCheck(
      Peer peer,
      Books books,
      LongSupplier projectedBlock,
      Findings findings,
      Duration confirmAfter,
      InstantSource clock) {
    this.peer = peer;
    this.books = books;
    this.projectedBlock = projectedBlock;
    this.findings = findings;
    this.confirmAfter = confirmAfter;
    this.clock = clock;
  }

  /** Whether it is this that a finding is about. */
  static boolean isSubject(String subject) {
    return subject.startsWith(SUBJECT);
  }

  /** Compares some records, and suspects those that differ. */
  void compare(List<StoredRecord> records) throws NoDigestsException {
    Map<StoredRecord, Optional<Sha256>> digests = ask(records);
    List<StoredRecord> different =
        digests.entrySet().stream()
            .filter(each -> !each.getValue().equals(Optional.of(each.getKey().digest())))
            .map(Map.Entry::getKey)
            .toList();
    if (!different.isEmpty()) {
      suspect(different, digests);
    }
  }

  private Map<StoredRecord, Optional<Sha256>> ask(List<StoredRecord> records)
      throws NoDigestsException {
    Map<StoredRecord, String> keys = new LinkedHashMap<>();
    records.forEach(record -> key(record).ifPresent(key -> keys.put(record, key)));
    Map<StoredRecord, Optional<Sha256>> digests = new LinkedHashMap<>();
    if (!keys.isEmpty()) {
      List<Optional<Sha256>> answer = peer.stateDigests(List.copyOf(keys.values()));
      int i = 0;
      for (StoredRecord record : keys.keySet()) {
        digests.put(record, answer.get(i++));
      }
    }
    return digests;
  }

  /**
   * The key under which a record stands on the ledger: its own word where it can be read, else what
   * its id says.
   */
  private Optional<String> key(StoredRecord record) {
    Optional<String> own = RecordTypes.named(record.type()).flatMap(type -> ownKey(record, type));
    if (own.isPresent() && Ids.ofKeyText(own.get()).equals(record.id())) {
      return own;
    }
    String key =
        "\u0000" + record.type() + "\u0000" + record.id().replace(':', '\u0000') + "\u0000";
    return Keys.isComposite(key) ? Optional.of(key) : Optional.empty();
  }

  private static Optional<String> ownKey(StoredRecord record, RecordType<?> type) {
    try {
      LedgerRecord read = Codec.read(record.json(), type.recordClass());
      return Optional.of(read.key().text());
    } catch (RuntimeException damagedOrNewer) {
      return Optional.empty();
    }
  }

  private void suspect(List<StoredRecord> different, Map<StoredRecord, Optional<Sha256>> digests) {
    OptionalLong height = peer.height();
    if (height.isEmpty()) {
      return;
    }
    for (StoredRecord record : different) {
      Suspect before = suspects.get(record.name());
      Optional<Sha256> theirs = digests.get(record);
      boolean same =
          before != null
              && before.record().json().equals(record.json())
              && before.theirs().equals(theirs);
      if (!same && (before != null || suspects.size() < SUSPECTS_MOST)) {
        suspects.put(
            record.name(), new Suspect(record, theirs, clock.instant(), height.getAsLong()));
      }
    }
  }

  /** Looks again at what is suspected, or was told, and is due. */
  void confirm() throws NoDigestsException {
    Instant now = clock.instant();
    long projected = projectedBlock.getAsLong();
    List<Suspect> due =
        suspects.values().stream()
            .filter(each -> !now.isBefore(each.seen().plus(confirmAfter)))
            .filter(each -> projected >= each.height() - 1)
            .toList();
    if (due.isEmpty()) {
      return;
    }
    Map<String, StoredRecord> current = books.look(look -> again(look, due));
    Map<String, Optional<Sha256>> theirs = new LinkedHashMap<>();
    ask(List.copyOf(current.values()))
        .forEach((record, digest) -> theirs.put(record.name(), digest));
    List<StoredRecord> moved = new ArrayList<>();
    for (Suspect suspect : due) {
      String name = suspect.record().name();
      StoredRecord record = current.get(name);
      Optional<Sha256> digest = theirs.get(name);
      if (record == null || digest == null || digest.equals(Optional.of(record.digest()))) {
        suspects.remove(name);
        findings.examined(SUBJECT + name, List.of());
      } else if (record.json().equals(suspect.record().json()) && digest.equals(suspect.theirs())) {
        findings.examined(SUBJECT + name, List.of(difference(record, digest)));
      } else {
        moved.add(record);
      }
    }
    if (!moved.isEmpty()) {
      moved.forEach(each -> suspects.remove(each.name()));
      compare(moved);
    }
  }

  private static Map<String, StoredRecord> again(Look look, List<Suspect> due) {
    Map<String, StoredRecord> current = new LinkedHashMap<>();
    for (Suspect each : due) {
      look.record(each.record().type(), each.record().id())
          .ifPresent(record -> current.put(record.name(), record));
    }
    return current;
  }

  private static Difference difference(StoredRecord record, Optional<Sha256> theirs) {
    Function<Sha256, String> words = digest -> "has one with the digest " + digest.value();
    return new Difference(
        Kind.LEDGER,
        batch(record),
        List.of(record.name()),
        "the record here has the digest "
            + record.digest()
            + ", the peer "
            + theirs.map(words).orElse("has none"));
  }

  private static Optional<String> batch(StoredRecord record) {
    return record
        .tree()
        .map(tree -> tree.path("batch").asString(""))
        .filter(batch -> !batch.isEmpty());
  }
}
