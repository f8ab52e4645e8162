// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.gateway.blocks.LedgerTransaction;
import org.grasslandcarbon.gateway.blocks.StateWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a transaction wrote, its journal entries in the order in which their instructions were
 * judged. A transaction's writes stand in the order of their keys, which for entries is chance;
 * where a serial is that two of its instructions moved, and what a balance was in between, only the
 * order of its arguments tells.
 */
final class JudgedOrder {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private static final String ENTRIES = "\u0000" + JournalEntry.TYPE.name() + "\u0000";

  private JudgedOrder() {}

  private record Ranked(StateWrite entry, int rank) {}

  /** The writes of a transaction; those that are no journal entries stay where they are. */
  static List<StateWrite> of(LedgerTransaction transaction) {
    List<StateWrite> entries = transaction.writes().stream().filter(JudgedOrder::isEntry).toList();
    if (entries.size() < 2) {
      return transaction.writes();
    }
    Map<String, Integer> judged = judged(transaction.arguments());
    List<Ranked> ordered = new ArrayList<>(entries.size());
    for (StateWrite entry : entries) {
      String id = Keys.parts(entry.key()).get(1);
      ordered.add(new Ranked(entry, judged.getOrDefault(id, Integer.MAX_VALUE)));
    }
    ordered.sort(Comparator.comparingInt(Ranked::rank));
    List<StateWrite> writes = new ArrayList<>(transaction.writes().size());
    int next = 0;
    for (StateWrite write : transaction.writes()) {
      writes.add(isEntry(write) ? ordered.get(next++).entry() : write);
    }
    return writes;
  }

  private static boolean isEntry(StateWrite write) {
    return write.key().startsWith(ENTRIES);
  }

  /**
   * The first of several texts under one id is the one that was judged. Only where there are
   * several must it be known which of them are instructions at all: a text that is none has no
   * entry.
   */
  private static Map<String, Integer> judged(List<byte[]> arguments) {
    Map<String, Integer> judged = new HashMap<>();
    for (int i = 1; i < arguments.size(); i++) {
      Optional<String> id = tryId(arguments.get(i));
      Integer before = id.isPresent() ? judged.putIfAbsent(id.get(), i) : null;
      if (before != null && !isInstruction(arguments.get(before))) {
        judged.put(id.get(), i);
      }
    }
    return judged;
  }

  private static boolean isInstruction(byte[] text) {
    try {
      SignedInstruction.parse(text);
      return true;
    } catch (RegistryException malformed) {
      return false;
    }
  }

  /** Reads no further than to the id: to read all of every text took a tenth of projecting it. */
  private static Optional<String> tryId(byte[] text) {
    int first = point(text, 0);
    int second = point(text, first + 1);
    if (first < 0 || second < 0) {
      return Optional.empty();
    }
    byte[] payload = new byte[second - first - 1];
    System.arraycopy(text, first + 1, payload, 0, payload.length);
    try (JsonParser parser =
        JSON.createParser(ObjectReadContext.empty(), Base64.getUrlDecoder().decode(payload))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean id = parser.currentName().equals("id");
        JsonToken value = parser.nextToken();
        if (id) {
          return value == JsonToken.VALUE_STRING
              ? Optional.of(parser.getString())
              : Optional.empty();
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static int point(byte[] text, int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '.') {
        return i;
      }
    }
    return -1;
  }
}
