// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.documents.Deposit;
import org.grasslandcarbon.gateway.documents.Documents;
import org.grasslandcarbon.gateway.documents.HeldDocument;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.NamedDocuments;
import org.grasslandcarbon.gateway.projection.NamedDocuments.Naming;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.document.DocumentKind;
import org.grasslandcarbon.views.document.DocumentMember;
import org.grasslandcarbon.views.document.DocumentMembers;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Who may store and read documents: as the members of the records that name them declare it. What
 * is not permitted here is permitted nowhere.
 */
@Component
final class DocumentSight {
  private final NamedDocuments named;
  private final Reader reader;
  private final Sight sight;

  DocumentSight(NamedDocuments named, Reader reader, Sight sight) {
    this.named = named;
    this.reader = reader;
    this.sight = sight;
  }

  /** A member of a record that names a document. */
  private record Place(Naming naming, DocumentMember member) {}

  /** Whether somebody may see that a record names documents: whoever may see the record. */
  boolean permits(Optional<Caller> caller, Naming naming) {
    return RecordTypes.named(naming.type())
        .filter(type -> sight.permits(type.visibility(), caller, naming.record()))
        .isPresent();
  }

  /** Whether somebody may read a document that is kept here. */
  boolean permits(Optional<Caller> caller, HeldDocument document) {
    return permits(caller, document, this::naming);
  }

  /**
   * The same.
   *
   * @param namings where records are looked up
   */
  boolean permits(
      Optional<Caller> caller, HeldDocument document, Function<String, Optional<Naming>> namings) {
    return document.deposits().stream().anyMatch(each -> permits(caller, each, namings));
  }

  /** For what a document is stored decides, and not what else names it. */
  private boolean permits(
      Optional<Caller> caller, Deposit deposit, Function<String, Optional<Naming>> namings) {
    if (deposit.kind().isPublic()) {
      return true;
    }
    if (caller.isEmpty()) {
      return false;
    }
    ParticipantId id = caller.get().id();
    return deposit.by().filter(id::equals).isPresent()
        || deposit.readers().contains(id)
        || namings
            .apply(deposit.record())
            .filter(naming -> member(deposit).filter(m -> concerns(caller, naming, m)).isPresent())
            .isPresent();
  }

  private static Optional<DocumentMember> member(Deposit deposit) {
    return DocumentMembers.ofType(type(deposit.record())).stream()
        .filter(member -> member.pointer().equals(deposit.member()))
        .findFirst();
  }

  private static String type(String record) {
    return record.substring(0, Math.max(0, record.indexOf(':')));
  }

  /** The record of a name like {@code PROJECT:id}, if it is there and names documents. */
  Optional<Naming> naming(String record) {
    return named.record(type(record), record.substring(record.indexOf(':') + 1));
  }

  /** Whether somebody is among those whom a document concerns that stands in a member. */
  private boolean concerns(Optional<Caller> caller, Naming naming, DocumentMember member) {
    Visibility readers = Sight.of(member.readers(), naming.record());
    return readers.permits(caller.map(Caller::actor), concerned(naming.record(), member, readers))
        && !sight.isKeptFrom(member.record().visibility(), caller, naming.record());
  }

  private List<Visibility.Party> concerned(
      JsonNode record, DocumentMember member, Visibility readers) {
    List<Visibility.Party> concerned = new ArrayList<>();
    for (String pointer : readers.parties()) {
      participant(record.at(pointer)).ifPresent(id -> concerned.add(sight.party(id)));
    }
    concerned.addAll(Sight.places(readers, concerned, record));
    member
        .project()
        .map(record::at)
        .filter(JsonNode::isString)
        .flatMap(id -> reader.find(Project.key(new InstructionId(id.stringValue()))))
        .ifPresent(
            project ->
                participant(project.path("owner"))
                    .ifPresent(
                        owner -> {
                          concerned.add(sight.party(owner));
                          region(project.at("/design/region"), owner, concerned);
                        }));
    if (!concerned.isEmpty()) {
      ParticipantId any = concerned.get(0).id();
      member.region().map(record::at).ifPresent(region -> region(region, any, concerned));
    }
    return concerned;
  }

  private static Optional<ParticipantId> participant(JsonNode id) {
    return id.isString() ? Optional.of(new ParticipantId(id.stringValue())) : Optional.empty();
  }

  /** The office of the land is concerned, wherever the owner is registered. */
  private static void region(
      JsonNode region, ParticipantId owner, List<Visibility.Party> concerned) {
    if (region.isString()) {
      concerned.add(new Visibility.Party(owner, new RegionCode(region.stringValue())));
    }
  }

  /**
   * For what somebody stores a document: the first record that names it, concerns the sender, and
   * can name a document of the kind.
   *
   * @param kind what the sender says it is; what is not said is not public where it need not be
   * @param record the record that the sender means, if there are several
   * @param readers whether the sender lets others read it
   * @throws RequestException {@code DOCUMENT_NOT_NAMED}, {@code FORBIDDEN} or {@code BAD_REQUEST}
   */
  Documents.Place mustPlace(
      Sha256 document,
      Caller caller,
      Optional<DocumentKind> kind,
      Optional<String> record,
      boolean readers) {
    List<Naming> namings =
        record.map(name -> naming(name).stream().toList()).orElseGet(() -> named.of(document));
    List<Place> concerning =
        namings.stream()
            .flatMap(
                naming ->
                    naming.documents().getOrDefault(document, List.of()).stream()
                        .map(member -> new Place(naming, member)))
            .filter(place -> concerns(Optional.of(caller), place.naming(), place.member()))
            .toList();
    if (concerning.isEmpty()) {
      throw new RequestException(
          GatewayCode.DOCUMENT_NOT_NAMED, zh("文件 %s").en("document %s", document));
    }
    List<Place> ofKind = with(concerning, place -> isOf(kind, place.member()));
    if (ofKind.isEmpty()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("kind 须为 %s 之一").en("kind is one of %s", concerning.get(0).member().kinds()));
    }
    Place place =
        with(ofKind, each -> maySay(kind, each, caller, readers)).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RequestException(
                        GatewayCode.FORBIDDEN,
                        zh("只有提交该记录的主体可以公开此文件或指定阅读者")
                            .en(
                                "only who submitted the record may publish the document or name its"
                                    + " readers")));
    return new Documents.Place(
        kind.orElse(place.member().undeclared()), place.member().pointer(), place.naming().name());
  }

  private static List<Place> with(List<Place> places, Predicate<Place> condition) {
    return places.stream().filter(condition).toList();
  }

  private static boolean isOf(Optional<DocumentKind> kind, DocumentMember member) {
    return kind.isEmpty() || member.kinds().contains(kind.get());
  }

  /** What stands beside private kinds is made public, and shown to others, by its author only. */
  private static boolean maySay(
      Optional<DocumentKind> kind, Place place, Caller caller, boolean readers) {
    boolean isChoice = place.member().kinds().size() > 1;
    boolean publishes = isChoice && kind.filter(DocumentKind::isPublic).isPresent();
    return !publishes && !readers
        || place
            .member()
            .author()
            .map(place.naming().record()::at)
            .filter(JsonNode::isString)
            .filter(author -> author.stringValue().equals(caller.id().value()))
            .isPresent();
  }

  /** For what a copy from another gateway may be kept: for records that name it as public. */
  Optional<Documents.Place> publicPlace(Sha256 document) {
    for (Naming naming : named.of(document)) {
      for (DocumentMember member : naming.documents().getOrDefault(document, List.of())) {
        if (member.publicKind().isPresent()) {
          return Optional.of(
              new Documents.Place(member.publicKind().get(), member.pointer(), naming.name()));
        }
      }
    }
    return Optional.empty();
  }
}
