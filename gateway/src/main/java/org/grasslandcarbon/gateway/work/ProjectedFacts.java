// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.duty.Facts;

/** Records as the projection has them, for one answer: each is read once. */
final class ProjectedFacts implements Facts {
  private final Reader reader;
  private final Actor caller;
  private final Instant now;
  private final Map<Key<?>, Optional<LedgerRecord>> read = new HashMap<>();

  ProjectedFacts(Reader reader, Actor caller, Instant now) {
    this.reader = reader;
    this.caller = caller;
    this.now = now;
  }

  @Override
  public Actor caller() {
    return caller;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return read.computeIfAbsent(key, this::record).map(key.recordClass()::cast);
  }

  /** A record of a newer version of the chaincode may not be readable: then nothing is told. */
  private Optional<LedgerRecord> record(Key<?> key) {
    return reader
        .find(key)
        .flatMap(
            tree -> {
              try {
                return Optional.of(Codec.convert(tree, key.recordClass()));
              } catch (RegistryException ofANewerVersion) {
                return Optional.empty();
              }
            });
  }
}
