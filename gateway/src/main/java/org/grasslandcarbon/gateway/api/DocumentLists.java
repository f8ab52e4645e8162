// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
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
  /** Files that are looked at for one page: of most, whoever asks may see the record. */
  private static final int LOOKED_AT_MOST = 1_000;

  private final Documents documents;
  private final NamedDocuments named;
  private final DocumentSight sight;

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
    Naming naming =
        sight
            .naming(record)
            .filter(each -> sight.permits(caller, each))
            .orElseThrow(Found::nothing);
    List<Holdings> elsewhere =
        here ? List.of() : documents.others().holdings("record=" + naming.name());
    List<ObjectNode> items = new ArrayList<>();
    naming
        .documents()
        .forEach(
            (hash, members) -> {
              ObjectNode item = item(hash);
              name(naming, members, item.putArray("records"));
              hold(hash, caller, item);
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
    named.of(hash).stream()
        .filter(naming -> sight.permits(caller, naming))
        .forEach(naming -> name(naming, naming.documents().get(hash), records));
    hold(hash, caller, item);
    // Others are asked about what the ledger names, and not about any text of a stranger's.
    boolean asks = !here && !records.isEmpty();
    tell(asks ? documents.others().holdings("hash=" + hash) : List.of(), hash, item);
    return item;
  }

  /** The files that are kept here. */
  ObjectNode held(int limit, Optional<String> cursor, Optional<Caller> caller) {
    if (limit < 1 || limit > Paging.LIMIT_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("limit 须在 1 至 %s 之间").en("limit is 1 to %s", Paging.LIMIT_MOST));
    }
    String after = cursor.map(text -> new Sha256(text).value()).orElse("");
    List<ObjectNode> items = new ArrayList<>();
    int looked = 0;
    for (HeldDocument document : documents.store().after(after, LOOKED_AT_MOST)) {
      looked++;
      after = document.sha256().value();
      ObjectNode item = item(document.sha256());
      if (hold(document.sha256(), caller, item)) {
        items.add(item);
      }
      if (items.size() == limit) {
        break;
      }
    }
    boolean more = items.size() == limit || looked == LOOKED_AT_MOST;
    return page(items, more ? Optional.of(after) : Optional.empty());
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
  private boolean hold(Sha256 hash, Optional<Caller> caller, ObjectNode item) {
    Optional<HeldDocument> held = documents.store().find(hash);
    List<Deposit> shown =
        held.stream()
            .flatMap(document -> document.deposits().stream())
            .filter(
                deposit ->
                    sight
                        .naming(deposit.record())
                        .filter(naming -> sight.permits(caller, naming))
                        .isPresent())
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
