// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.Obligation;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.preparation.OffsetCheck;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may see which records, and what of them: as their types declare it. */
@Component
final class Sight {
  private final Reader reader;

  Sight(Reader reader) {
    this.reader = reader;
  }

  /**
   * Refuses a list that the one who asks may not see.
   *
   * @param owners whose items are asked for, of a list that has one participant's
   */
  void require(View view, Optional<Caller> caller, Collection<ParticipantId> owners) {
    List<Visibility.Party> concerned = owners.stream().map(this::party).toList();
    if (!view.visibility().permits(caller.map(Caller::actor), concerned)) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          view.owner().isPresent()
              ? zh("账户仅供持有人、其主管部门、国家主管部门、审计机构和司法机关查看")
                  .en(
                      "accounts are for their holder, its office, the authority, auditors and courts")
              : zh("签署令牌的主体的角色无权查看此列表")
                  .en("this list is not for the roles of the participant that signed the token"));
    }
  }

  /**
   * Refuses to tell in which items of a public list a participant is, but to those who may see that
   * in each of them.
   */
  void requireConcerned(View view, Optional<Caller> caller, ParticipantId id) {
    if (caller.isEmpty()) {
      throw new RequestException(
          GatewayCode.TOKEN_MISSING, zh("谁在买卖不公开").en("who buys and sells is not for everybody"));
    }
    if (!view.concernedFor().permits(caller.map(Caller::actor), List.of(party(id)))) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          zh("该主体的成交仅供其本人及监管、审计、司法机关查看")
              .en("its trades are for itself and for those who supervise, audit or judge"));
    }
  }

  /** Whether somebody may see a record. */
  boolean permits(Visibility visibility, Optional<Caller> caller, JsonNode record) {
    Visibility own = of(visibility, record);
    return own.permits(caller.map(Caller::actor), concerned(own, record))
        && !isKeptFrom(visibility, caller, record);
  }

  /** Who may see a record, which some records of its type say by a member. */
  static Visibility of(Visibility visibility, JsonNode record) {
    return visibility.ofRecord(pointer -> record.at(pointer).asString(""));
  }

  /**
   * Whose year in a market is asked about: that of the participant that is named, or of the one who
   * asks. What is recorded of it is used for the eyes only that may see its obligation, which
   * stands for what was used as well.
   */
  OffsetCheck.Whose offsets(
      Compliance request,
      Optional<ParticipantId> named,
      OffsetBases typed,
      Optional<Caller> caller) {
    Optional<ParticipantId> who = named.or(() -> caller.map(Caller::id));
    boolean seesRecord = who.filter(id -> seesObligation(request, id, caller)).isPresent();
    return new OffsetCheck.Whose(request, who, seesRecord, typed);
  }

  private boolean seesObligation(Compliance request, ParticipantId who, Optional<Caller> caller) {
    return caller.filter(each -> each.id().equals(who)).isPresent()
        || caller.isPresent()
            && reader
                .find(Obligation.key(request.market(), request.year(), who))
                .filter(record -> permits(Obligation.TYPE.visibility(), caller, record))
                .isPresent();
  }

  /** Whether a record is kept from somebody because it is about the one who asks. */
  boolean isKeptFrom(Visibility visibility, Optional<Caller> caller, JsonNode record) {
    return caller.isPresent()
        && visibility.subjects().stream()
            .map(record::at)
            .flatMap(each -> each.isArray() ? each.values().stream() : Stream.of(each))
            .anyMatch(each -> each.asString("").equals(caller.get().id().value()));
  }

  /**
   * Leaves out of a selection what is withheld for a while from the one who asks, and what is kept
   * from it or for fewer for good.
   */
  Selection withoutWithheld(Selection selection, Optional<Caller> caller) {
    caller.map(Caller::id).ifPresent(selection::withoutKeptFrom);
    selection.withoutReserved(caller.map(Caller::actor));
    boolean seesAll =
        selection
            .view()
            .withheld()
            .map(withheld -> selection.view().visibility().narrower().get(withheld.member()))
            .filter(fewer -> !fewer.permits(caller.map(Caller::actor), List.of()))
            .isEmpty();
    return seesAll ? selection : selection.withoutWithheld(caller.map(Caller::id));
  }

  /** Takes the members out of a record that the one who asks may not see. */
  ObjectNode shown(Visibility type, Optional<Caller> caller, ObjectNode record) {
    Visibility visibility = of(type, record);
    if (!visibility.narrower().isEmpty()) {
      List<Visibility.Party> concerned = concerned(visibility, record);
      visibility
          .narrower()
          .forEach(
              (pointer, fewer) -> {
                if (!fewer.permits(caller.map(Caller::actor), concerned)) {
                  remove(record, pointer);
                }
              });
    }
    return record;
  }

  private static void remove(ObjectNode record, String pointer) {
    int last = pointer.lastIndexOf('/');
    if (record.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
      parent.remove(pointer.substring(last + 1));
    }
  }

  private List<Visibility.Party> concerned(Visibility visibility, JsonNode record) {
    List<Visibility.Party> concerned = new ArrayList<>();
    texts(visibility.parties(), record).forEach(id -> concerned.add(party(new ParticipantId(id))));
    concerned.addAll(places(visibility, concerned, record));
    return concerned;
  }

  /** The same as if somebody whom a record concerns were registered where the record is of. */
  static List<Visibility.Party> places(
      Visibility visibility, List<Visibility.Party> concerned, JsonNode record) {
    return concerned.isEmpty()
        ? List.of()
        : texts(visibility.places(), record)
            .map(code -> new Visibility.Party(concerned.get(0).id(), new RegionCode(code)))
            .toList();
  }

  private static Stream<String> texts(List<String> pointers, JsonNode record) {
    return pointers.stream().map(record::at).filter(JsonNode::isString).map(JsonNode::stringValue);
  }

  /** A participant with the region by which its office is known. */
  Visibility.Party party(ParticipantId id) {
    return new Visibility.Party(
        id,
        reader
            .find(Participant.key(id))
            .map(participant -> new RegionCode(participant.path("region").asString()))
            .orElseThrow(Found::nothing));
  }
}
