// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of an instruction's outcome somebody may see: as its action and the accounts of its postings
 * declare, and to nobody from whom the record is kept that it wrote. Why it was refused can tell a
 * balance, so that only its signer and those who supervise or judge it are told.
 */
@Component
final class Confidence {
  /** Of an action that this gateway does not know, nothing is shown to anybody but auditors. */
  private static final Visibility UNKNOWN = Visibility.to(Audience.AUDITOR);

  /** The members of a posting that are accounts. */
  private static final List<String> SIDES = List.of("source", "destination");

  private final Sight sight;
  private final Discretion discretion;

  Confidence(Sight sight, Discretion discretion) {
    this.sight = sight;
    this.discretion = discretion;
  }

  /** Whether somebody may see what an outcome led to, or why it was refused. */
  boolean permits(Journal.Entry entry, Optional<Caller> caller) {
    return permits(visibility(entry), caller, concerned(entry))
        && !discretion.isKeptFrom(entry, caller);
  }

  /** Whom an outcome concerns: its signer, and the owners of the accounts that it moved. */
  static Set<ParticipantId> concerned(Journal.Entry entry) {
    Set<ParticipantId> concerned = new TreeSet<>();
    concerned.add(new ParticipantId(entry.text("participant").orElseThrow()));
    for (JsonNode posting : entry.entry().path("postings")) {
      accounts(posting).forEach(account -> account.owner().ifPresent(concerned::add));
    }
    return concerned;
  }

  /** Who may see an outcome, as its action declares. */
  static Visibility visibility(Journal.Entry entry) {
    return entry.text("code").isPresent()
        ? Visibility.ACCOUNT
        : Catalogue.find(entry.text("action").orElseThrow())
            .<Visibility>map(ActionType::visibility)
            .orElse(UNKNOWN);
  }

  /**
   * Whether somebody may read the text that was signed: as far as the action declares, with its
   * signer as the one whom it concerns. Whose accounts it moved is no reason: a text says more than
   * what came of it, such as the highest price that a buyer would have paid.
   */
  boolean permitsText(Journal.Entry entry, Optional<Caller> caller) {
    return permits(visibility(entry), caller, signer(entry))
        && !discretion.isKeptFrom(entry, caller);
  }

  /** Whether somebody may see all that the signer may see of it. */
  boolean permitsAll(Journal.Entry entry, Optional<Caller> caller) {
    return permits(Visibility.ACCOUNT, caller, signer(entry))
        && !discretion.isKeptFrom(entry, caller);
  }

  private static Set<ParticipantId> signer(Journal.Entry entry) {
    return Set.of(new ParticipantId(entry.text("participant").orElseThrow()));
  }

  /**
   * The movements that somebody may see: those of which it may see a side. Of a side that it may
   * not see only the kind is told, not whose it is or which freeze it is under.
   */
  JsonNode postings(JsonNode postings, Optional<Caller> caller) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    for (JsonNode posting : postings) {
      Set<ParticipantId> owners = new TreeSet<>();
      accounts(posting).forEach(account -> account.owner().ifPresent(owners::add));
      ObjectNode told = (ObjectNode) posting.deepCopy();
      int hidden = 0;
      for (String side : SIDES) {
        Account account = account(posting, side);
        if (!permits(account.kind().visibility(), caller, owners)) {
          told.put(side, account.kind().text());
          hidden++;
        }
      }
      if (hidden < SIDES.size()) {
        shown.add(told);
      }
    }
    return shown;
  }

  private static List<Account> accounts(JsonNode posting) {
    return SIDES.stream().map(side -> account(posting, side)).toList();
  }

  private static Account account(JsonNode posting, String side) {
    return Account.of(posting.path(side).asString(""));
  }

  private boolean permits(
      Visibility visibility, Optional<Caller> caller, Set<ParticipantId> concerned) {
    return visibility.isPublic()
        || caller.isPresent()
            && visibility.permits(
                caller.map(Caller::actor), concerned.stream().map(sight::party).toList());
  }
}
