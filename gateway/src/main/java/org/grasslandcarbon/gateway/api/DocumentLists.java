// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.documents.Deposit;
import org.grasslandcarbon.gateway.documents.Documents;
import org.grasslandcarbon.gateway.documents.HeldDocument;
import org.grasslandcarbon.gateway.documents.OtherGateways.Holdings;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.NamedDocuments;
import org.grasslandcarbon.gateway.projection.NamedDocuments.Naming;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.document.DocumentMember;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of documents: which records name them, and which gateways have the files. That a
 * file is kept is told to whoever may see a record for which it was stored, also where the file
 * itself is for fewer.
 */
@Component
final class DocumentLists {
  /** Files of which one page looks at what is in memory. */
  private static final int LOOKED_AT_MOST = 1_000;

  /** After so many records that were read from the database a page has no further document. */
  private static final int RECORDS_ENOUGH = 200;

  /** No answer reads more: those of one document beside what is enough. */
  private static final int RECORDS_MOST = RECORDS_ENOUGH + HeldDocument.DEPOSITS_MOST;

  private final Documents documents;
  private final NamedDocuments named;
  private final DocumentSight sight;
  private final SealedCursor cursors = new SealedCursor();

  DocumentLists(Documents documents, NamedDocuments named, DocumentSight sight) {
    this.documents = documents;
    this.named = named;
    this.sight = sight;
  }

  ObjectNode page(List<ObjectNode> items, Optional<String> next) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.set("items", JsonNodeFactory.instance.arrayNode().addAll(items));
    next.ifPresent(cursor -> page.put("next", cursor));
    return page;
  }

  /** The documents that a record names. */
  ObjectNode ofRecord(String record, Optional<Caller> caller, boolean here) {
    Looking looking = new Looking(caller);
    Naming naming =
        sight
            .naming(record)
            .filter(each -> sight.permits(caller, each))
            .orElseThrow(Found::nothing);
    looking.know(naming);
    List<Holdings> elsewhere =
        here ? List.of() : documents.others().holdings("record=" + naming.name());
    List<ObjectNode> items = new ArrayList<>();
    naming
        .documents()
        .forEach(
            (hash, members) -> {
              ObjectNode item = item(hash);
              name(naming, members, item.putArray("records"));
              hold(hash, looking, item);
              tell(elsewhere, hash, item);
              items.add(item);
            });
    return page(items, Optional.empty());
  }

  /**
   * One document.
   *
   * @param here whether no other gateway is asked
   */
  ObjectNode one(Sha256 hash, Optional<Caller> caller, boolean here) {
    ObjectNode item = item(hash);
    ArrayNode records = item.putArray("records");
    Looking looking = new Looking(caller);
    for (Naming naming : named.of(hash)) {
      if (looking.know(naming)) {
        name(naming, naming.documents().get(hash), records);
      }
    }
    hold(hash, looking, item);
    // Others are asked about what the ledger names, and not about any text of a stranger's.
    boolean asks = !here && !records.isEmpty();
    tell(asks ? documents.others().holdings("hash=" + hash) : List.of(), hash, item);
    return item;
  }

  /**
   * The files that are kept here and that whoever asks may read: for everybody those that are
   * public. A page ends when it is full, and earlier when it was much work: also after a file that
   * whoever asks may not know of, whose name a cursor does not tell.
   */
  ObjectNode held(int limit, Optional<String> cursor, Optional<Caller> caller) {
    if (limit < 1 || limit > Paging.LIMIT_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("limit 须在 1 至 %s 之间").en("limit is 1 to %s", Paging.LIMIT_MOST));
    }
    String after = cursor.map(text -> cursors.read(text, caller).value()).orElse("");
    List<ObjectNode> items = new ArrayList<>();
    Looking looking = new Looking(caller);
    int looked = 0;
    for (HeldDocument document : documents.store().after(after, LOOKED_AT_MOST)) {
      if (items.size() == limit || looking.isEnough()) {
        return page(items, Optional.of(cursors.of(new Sha256(after), caller)));
      }
      looked++;
      after = document.sha256().value();
      ObjectNode item = item(document.sha256());
      if (sight.permits(caller, document, looking::naming)
          && hold(document.sha256(), looking, item)) {
        items.add(item);
      }
    }
    return page(
        items,
        looked == LOOKED_AT_MOST
            ? Optional.of(cursors.of(new Sha256(after), caller))
            : Optional.empty());
  }

  /** The records that are looked at for one answer: each once, and no more than so many. */
  private final class Looking {
    private final Optional<Caller> caller;
    private final Map<String, Optional<Naming>> namings = new HashMap<>();
    private final Map<String, Boolean> shown = new HashMap<>();

    private Looking(Optional<Caller> caller) {
      this.caller = caller;
    }

    private boolean isEnough() {
      return namings.size() >= RECORDS_ENOUGH;
    }

    /** Notes a record that was read, and says whether whoever asks may see it. */
    private boolean know(Naming naming) {
      namings.put(naming.name(), Optional.of(naming));
      return shows(naming.name());
    }

    /** A record that names documents; empty as well when as many have been read as may be. */
    private Optional<Naming> naming(String record) {
      return namings.size() < RECORDS_MOST
          ? namings.computeIfAbsent(record, sight::naming)
          : namings.getOrDefault(record, Optional.empty());
    }

    private boolean shows(String record) {
      return shown.computeIfAbsent(
          record, any -> naming(record).filter(each -> sight.permits(caller, each)).isPresent());
    }
  }

  private static ObjectNode item(Sha256 hash) {
    return JsonNodeFactory.instance.objectNode().put("sha256", hash.value());
  }

  private static void name(Naming naming, List<DocumentMember> members, ArrayNode records) {
    for (DocumentMember member : members) {
      ObjectNode record = records.addObject();
      ArrayNode kinds = record.putArray("kinds");
      member.kinds().forEach(kind -> kinds.add(kind.name()));
      record.put("member", member.pointer()).put("record", naming.name());
    }
  }

  /** Says that a file is here, to those who may see a record for which it is. */
  private boolean hold(Sha256 hash, Looking looking, ObjectNode item) {
    Optional<HeldDocument> held = documents.store().find(hash);
    List<Deposit> shown =
        held.stream()
            .flatMap(document -> document.deposits().stream())
            .filter(deposit -> looking.shows(deposit.record()))
            .toList();
    if (shown.isEmpty()) {
      return false;
    }
    ObjectNode here = item.putObject("held");
    here.put("bytes", held.get().bytes()).put("format", held.get().format().name());
    here.put("public", held.get().deposits().stream().anyMatch(each -> each.kind().isPublic()));
    ArrayNode stored = here.putArray("for");
    for (Deposit deposit : shown) {
      ObjectNode each = stored.addObject();
      each.put("at", deposit.at().toString());
      each.put("kind", deposit.kind().name());
      each.put("member", deposit.member()).put("record", deposit.record());
      deposit.from().ifPresent(gateway -> each.put("from", gateway));
    }
    return true;
  }

  private static void tell(List<Holdings> elsewhere, Sha256 hash, ObjectNode item) {
    if (elsewhere.isEmpty()) {
      return;
    }
    ArrayNode gateways = item.putArray("elsewhere");
    for (Holdings each : elsewhere) {
      ObjectNode gateway = gateways.addObject().put("gateway", each.gateway().toString());
      each.documents().ifPresent(held -> gateway.put("holds", held.contains(hash.value())));
    }
  }
}
