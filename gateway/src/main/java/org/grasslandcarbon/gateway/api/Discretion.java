// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.act.Subjects;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.SupervisionViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From whom an instruction's outcome and text are kept because they are about it: whom the record
 * that it wrote is kept from. An action declares circles only, and an office that a case is about
 * is of the circle that is told what the offices below it did.
 */
@Component
final class Discretion {
  /** Actions on records that are kept from somebody. */
  private static final Set<String> ACTIONS =
      Catalogue.manifests().stream()
          .filter(each -> each.records().get().stream().anyMatch(Discretion::isKeptFromSome))
          .flatMap(each -> each.nouns().stream())
          .flatMap(noun -> noun.verbs().stream())
          .map(Noun.Verb::action)
          .map(action -> action.name())
          .collect(Collectors.toUnmodifiableSet());

  /** Whom no case is about; see {@code OpenSupervisionCase}. */
  private static final Set<Role> TOLD_OF_ALL = EnumSet.of(Role.AUTHORITY, Role.COURT, Role.AUDITOR);

  private final Sight sight;
  private final Subjects subjects;
  private final Reader reader;

  Discretion(Sight sight, Subjects subjects, Reader reader) {
    this.sight = sight;
    this.subjects = subjects;
    this.reader = reader;
  }

  /** Whether an instruction is kept from somebody who is of a circle that may see it. */
  boolean isKeptFrom(Journal.Entry entry, Optional<Caller> caller) {
    if (caller.isEmpty()) {
      return false;
    }
    List<JsonNode> named =
        entry
            .entry()
            .path("references")
            .valueStream()
            .filter(each -> type(each).filter(Discretion::isKeptFromSome).isPresent())
            .toList();
    return named.isEmpty()
        ? tellsNoRecord(entry) && !isForAll(entry, caller.get())
        : named.stream().anyMatch(each -> isKeptFrom(each, caller));
  }

  private boolean isKeptFrom(JsonNode reference, Optional<Caller> caller) {
    RecordType<?> type = type(reference).orElseThrow();
    if (type.name().equals(Relation.TYPE.name())) {
      return isOfRelation(reference.path("id").asString(""), caller.get());
    }
    return subjects
        .record(reference)
        .filter(record -> sight.isKeptFrom(type.visibility(), caller, record))
        .isPresent();
  }

  /** An outcome names a relation by the instruction that stated it, which is no key. */
  private boolean isOfRelation(String instruction, Caller caller) {
    boolean[] found = {false};
    for (String side : List.of("participant", "other")) {
      reader.each(
          Selection.all(SupervisionViews.RELATIONS)
              .with(SupervisionViews.RELATIONS.column(side), caller.id().value()),
          relation -> found[0] |= states(relation, instruction));
    }
    return found[0];
  }

  private static boolean states(ObjectNode relation, String instruction) {
    return relation
        .path("statements")
        .valueStream()
        .anyMatch(each -> each.path("id").asString("").equals(instruction));
  }

  /**
   * Whether whom it is about cannot be looked up: a refused instruction wrote no record, and of one
   * that was let go it is no more known which it wrote.
   */
  private static boolean tellsNoRecord(Journal.Entry entry) {
    return ACTIONS.contains(entry.text("action").orElseThrow())
        && (entry.text("code").isPresent() || !entry.isWhole());
  }

  private static boolean isForAll(Journal.Entry entry, Caller caller) {
    return entry.text("participant").orElseThrow().equals(caller.id().value())
        || caller.actor().roles().stream().anyMatch(TOLD_OF_ALL::contains);
  }

  private static boolean isKeptFromSome(RecordType<?> type) {
    return !type.visibility().subjects().isEmpty();
  }

  private static Optional<RecordType<?>> type(JsonNode reference) {
    return Subjects.type(reference.path("type").asString(""));
  }
}
