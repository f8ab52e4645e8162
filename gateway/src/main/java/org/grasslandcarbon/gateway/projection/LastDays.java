// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.WorkingDays;
import org.grasslandcarbon.domain.value.BeijingTime;
import tools.jackson.databind.JsonNode;

/**
 * Last days of publicity and of cases, for one answer: counted as the rules count them, by the
 * calendars that the projection has. A calendar is read once an answer.
 */
final class LastDays implements Records {
  private final Reader reader;
  private final Map<Key<?>, Optional<LedgerRecord>> calendars = new HashMap<>();

  LastDays(Reader reader) {
    this.reader = reader;
  }

  /** The last of some working days that begin on a day or that of an instant, if it is known. */
  Optional<LocalDate> of(JsonNode begin, JsonNode count) {
    return WorkingDays.lastDay(this, day(begin.asString()), count.asInt());
  }

  private static LocalDate day(String dayOrInstant) {
    return dayOrInstant.indexOf('T') < 0
        ? LocalDate.parse(dayOrInstant)
        : BeijingTime.day(Instant.parse(dayOrInstant));
  }

  @Override
  public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return calendars
        .computeIfAbsent(key, calendar -> reader.find(calendar).flatMap(tree -> read(key, tree)))
        .map(key.recordClass()::cast);
  }

  /** A calendar of a newer version of the chaincode may not be readable: then no day is told. */
  private static Optional<LedgerRecord> read(Key<?> key, JsonNode tree) {
    try {
      return Optional.of(Codec.convert(tree, key.recordClass()));
    } catch (RegistryException ofANewerVersion) {
      return Optional.empty();
    }
  }
}
