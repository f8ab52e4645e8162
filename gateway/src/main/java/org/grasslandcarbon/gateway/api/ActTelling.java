// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.act.Subjects;
import org.grasslandcarbon.gateway.act.Telling;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells acts as outcomes are shown: to whom the action declares, and beside them to whoever is a
 * party of a record that the act names and that its type shows to parties. The other side of an
 * offer, or the bank of a withdrawal, sees the record anyway, and would learn of it too late
 * otherwise. Nothing is told of what moved.
 */
@Component
final class ActTelling implements Telling {
  /** A purchase names a thousand trades: whoever is told reads the outcome for the rest. */
  static final int REFERENCES_MOST = 20;

  private static final String PARTICIPANT_TYPE = "PARTICIPANT";

  private final Sight sight;
  private final Subjects subjects;
  private final Discretion discretion;

  ActTelling(Sight sight, Subjects subjects, Discretion discretion) {
    this.sight = sight;
    this.subjects = subjects;
    this.discretion = discretion;
  }

  @Override
  public Told of(Acts.Act act) {
    return new Once(act);
  }

  /**
   * A record that an act names.
   *
   * @param reference as the outcome has it
   * @param type of the record; absent of numbers and days
   * @param parties of the record, where it is not public and its parties may see it
   */
  private record Named(
      JsonNode reference, Optional<RecordType<?>> type, Set<ParticipantId> parties) {
    /** A word of a newer version than this gateway's may be of a record that is not. */
    boolean isPublic() {
      return type.map(each -> each.visibility().isPublic())
          .orElseGet(() -> Subjects.isNoRecord(reference.path("type").asString("")));
    }

    boolean isOf(ParticipantId participant) {
      return parties.contains(participant);
    }

    /** Whether it is a participant's own record, as of one that is admitted. */
    boolean is(ParticipantId participant) {
      return type.filter(each -> each.name().equals(PARTICIPANT_TYPE)).isPresent()
          && reference.path("id").asString("").equals(participant.value());
    }
  }

  private final class Once implements Told {
    private final Acts.Act act;
    private final Journal.Entry entry;
    private final Visibility visibility;
    private final Set<ParticipantId> concerned;

    // Looked up when somebody needs it.
    private List<Visibility.Party> parties;
    private List<Named> named;
    private Subjects.About about;

    private Once(Acts.Act act) {
      this.act = act;
      this.entry = act.entry();
      this.visibility = Confidence.visibility(entry);
      this.concerned = Confidence.concerned(entry);
    }

    @Override
    public Optional<ObjectNode> to(Optional<Caller> caller, ActFilter filter) {
      return filter.wants(entry.text("action").orElseThrow())
              && isSeen(caller)
              && (!filter.own() || caller.filter(each -> isOwn(each.id())).isPresent())
              && (!filter.asksForSubjects() || filter.wants(about()))
          ? Optional.of(event(caller))
          : Optional.empty();
    }

    private boolean isSeen(Optional<Caller> caller) {
      boolean isFor =
          isSeenWhole(caller)
              || caller
                  .filter(each -> named().stream().anyMatch(record -> record.isOf(each.id())))
                  .isPresent();
      return isFor && !discretion.isKeptFrom(entry, caller);
    }

    /** Whether the outcome is for somebody, if it is not about him. */
    private boolean isSeenWhole(Optional<Caller> caller) {
      return visibility.isPublic()
          || caller.isPresent() && visibility.permits(caller.map(Caller::actor), parties());
    }

    private boolean isOwn(ParticipantId participant) {
      return concerned.contains(participant)
          || named().stream().anyMatch(each -> each.isOf(participant) || each.is(participant));
    }

    private List<Visibility.Party> parties() {
      if (parties == null) {
        parties = concerned.stream().map(sight::party).toList();
      }
      return parties;
    }

    private List<Named> named() {
      if (named == null) {
        named =
            entry
                .entry()
                .path("references")
                .valueStream()
                .limit(REFERENCES_MOST)
                .map(this::named)
                .toList();
      }
      return named;
    }

    private Named named(JsonNode reference) {
      Optional<RecordType<?>> type = Subjects.type(reference.path("type").asString(""));
      Set<ParticipantId> parties = new TreeSet<>();
      if (type.filter(each -> isForParties(each.visibility())).isPresent()) {
        subjects
            .record(reference)
            .ifPresent(
                record ->
                    type.get().visibility().parties().stream()
                        .map(record::at)
                        .filter(JsonNode::isString)
                        .forEach(id -> parties.add(new ParticipantId(id.stringValue()))));
      }
      return new Named(reference, type, parties);
    }

    /** A case against somebody names him, and is not for him. */
    private static boolean isForParties(Visibility visibility) {
      return !visibility.isPublic() && visibility.audiences().contains(Audience.PARTIES);
    }

    private Subjects.About about() {
      if (about == null) {
        about = subjects.of(entry);
      }
      return about;
    }

    private ObjectNode event(Optional<Caller> caller) {
      boolean whole = isSeenWhole(caller);
      String id = entry.text("id").orElseThrow();
      ObjectNode event = JsonNodeFactory.instance.objectNode();
      event.set("action", entry.entry().path("action"));
      event.set("at", entry.entry().path("at"));
      event.put("block", entry.block());
      entry.text("code").ifPresent(code -> event.put("code", code));
      event.put("id", id);
      event.put("link", Paths.instruction(new InstructionId(id)));
      event.set("outcome", entry.entry().path("outcome"));
      event.set("participant", entry.entry().path("participant"));
      event.put("position", act.at().toString());
      ArrayNode references = event.putArray("references");
      named().stream()
          .filter(each -> isShown(each, whole, caller))
          .forEach(each -> references.add(each.reference()));
      event.put("transactionId", entry.transactionId());
      return event;
    }

    /** A record that is not public is named to those only who may see it. */
    private boolean isShown(Named record, boolean whole, Optional<Caller> caller) {
      if (record.isPublic()) {
        return true;
      }
      return caller.isPresent()
          && (record.isOf(caller.get().id())
              || whole
                  && record
                      .type()
                      .map(RecordType::visibility)
                      .filter(each -> each.permits(caller.map(Caller::actor), parties()))
                      .isPresent());
    }
  }
}
