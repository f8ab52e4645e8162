// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * A record as it stands in the database, damaged or not.
 *
 * @param type its type, e.g. {@code HOLDING}
 * @param id the parts of its key with colons between
 * @param block the block that is said to have written it last
 * @param json the record as it was stored
 * @param wrongColumns columns whose value is not what the record says
 */
public record StoredRecord(
    String type, String id, long block, String json, List<String> wrongColumns) {
  /** What it is called where people read: its type and its id. */
  public String name() {
    return type + ":" + id;
  }

  /** What is in it; empty when it cannot be read. */
  public Optional<JsonNode> tree() {
    try {
      return Optional.of(Codec.readTree(json.getBytes(StandardCharsets.UTF_8)));
    } catch (RegistryException unreadable) {
      return Optional.empty();
    }
  }

  /** Of the bytes as the ledger has them. */
  public Sha256 digest() {
    return Sha256.of(json);
  }
}
