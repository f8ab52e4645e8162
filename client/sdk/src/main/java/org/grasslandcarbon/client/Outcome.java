// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What became of an instruction: the gateway's outcome document.
 *
 * @param document as it came
 * @param replayed whether the instruction had been sent before and this is its first outcome again
 */
public record Outcome(JsonNode document, boolean replayed) {

  /** How far an instruction has come. */
  public enum Status {
    /** A gateway holds it; the ledger has not judged it yet. */
    RECEIVED,
    /** Its effects are on the ledger. */
    APPLIED,
    /** A rule refused it; it had no effect. */
    REJECTED
  }

  /**
   * A record that an instruction created or changed.
   *
   * @param type e.g. {@code project}
   * @param id its id
   */
  public record Reference(String type, String id) {}

  /** The instruction's id. */
  public String id() {
    return document.path("id").asString("");
  }

  /** How far it has come; a status that this version does not know counts as not final. */
  public Status status() {
    String text = document.path("status").asString("");
    for (Status status : Status.values()) {
      if (status.name().equals(text)) {
        return status;
      }
    }
    return Status.RECEIVED;
  }

  public boolean isFinal() {
    return status() != Status.RECEIVED;
  }

  /** The block that holds it. */
  public OptionalLong block() {
    JsonNode block = document.path("block");
    return block.isIntegralNumber() ? OptionalLong.of(block.asLong()) : OptionalLong.empty();
  }

  /** Why it was refused. */
  public Optional<String> code() {
    return Optional.of(document.path("code").asString("")).filter(code -> !code.isEmpty());
  }

  /** What it created or changed, in the ledger's order. */
  public List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    for (JsonNode reference : document.path("references")) {
      references.add(
          new Reference(reference.path("type").asString(""), reference.path("id").asString("")));
    }
    return references;
  }

  /** The id of the first record of a type that it names. */
  public Optional<String> reference(String type) {
    return references().stream()
        .filter(reference -> reference.type().equals(type))
        .map(Reference::id)
        .findFirst();
  }
}
