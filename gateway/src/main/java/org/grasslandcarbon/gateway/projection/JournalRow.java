// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.SerialRange;
import tools.jackson.databind.JsonNode;

/**
 * A journal entry of a block, with what rows are made of. Thousands are held while a gateway
 * catches up, and all that is in the tree of their JSON besides would be held with them.
 *
 * @param row the record
 * @param json the same as text
 * @param action what was to be done
 * @param participant by whom
 * @param outcome whether it was
 * @param at when, as the entry has it
 * @param references what it is about
 * @param postings what it moved
 * @param transactionId the transaction that wrote it
 */
record JournalRow(
    RecordRow row,
    String json,
    String action,
    String participant,
    String outcome,
    String at,
    List<Reference> references,
    List<Posting> postings,
    String transactionId) {
  /** A record that an entry names. */
  record Reference(String type, String id) {}

  /** One side of a movement, and how it is written. */
  record Side(Account account, String text) {}

  /**
   * A movement of one asset.
   *
   * @param amount tonnes, or fen
   * @param serials of credits, which; empty for money
   * @param serialsText the same as JSON; absent ({@code null}) where the entry names none
   */
  record Posting(
      String asset,
      long amount,
      Side source,
      Side destination,
      List<SerialRange> serials,
      String serialsText) {}

  /**
   * Reads an entry.
   *
   * @param sides those known already, by how they are written: a block has few different ones
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code MALFORMED}
   */
  static JournalRow of(RecordRow row, String transactionId, Map<String, Side> sides) {
    JsonNode tree = Codec.readTree(row.value());
    List<Reference> references = new ArrayList<>();
    for (JsonNode each : tree.path("references")) {
      references.add(new Reference(text(each, "type"), text(each, "id")));
    }
    List<Posting> postings = new ArrayList<>();
    for (JsonNode each : tree.path("postings")) {
      postings.add(posting(each, sides));
    }
    return new JournalRow(
        row,
        new String(row.value(), StandardCharsets.UTF_8),
        text(tree, "action"),
        text(tree, "participant"),
        text(tree, "outcome"),
        text(tree, "at"),
        List.copyOf(references),
        List.copyOf(postings),
        transactionId);
  }

  private static String text(JsonNode tree, String member) {
    return tree.path(member).asString("");
  }

  private static Posting posting(JsonNode tree, Map<String, Side> sides) {
    JsonNode serials = tree.path("serials");
    List<SerialRange> ranges = new ArrayList<>();
    for (JsonNode each : serials) {
      ranges.add(SerialRange.parse(each.asString()));
    }
    return new Posting(
        text(tree, "asset"),
        tree.path("amount").asLong(),
        side(text(tree, "source"), sides),
        side(text(tree, "destination"), sides),
        List.copyOf(ranges),
        serials.isMissingNode() ? null : serials.toString());
  }

  private static Side side(String text, Map<String, Side> sides) {
    return sides.computeIfAbsent(text, any -> new Side(Account.of(text), text));
  }

  /** How many positions it takes: one for each posting, and one when it has none. */
  int positions() {
    return Math.max(1, postings.size());
  }
}
