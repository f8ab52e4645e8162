// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Tables;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * What concerns one participant: its holdings, its statement, what of its is frozen. Others' are
 * for those who supervise them.
 */
@RestController
@RequestMapping(Paths.BASE)
final class AccountController {
  private final Found found;

  AccountController(Found found) {
    this.found = found;
  }

  /** Who the token says one is. */
  @GetMapping("/me")
  ObjectNode me(@AuthenticationPrincipal Caller caller) {
    return found.must(Tables.PARTICIPANT, caller.id().value());
  }

  @GetMapping("/holdings")
  ListAnswer holdings(
      @AuthenticationPrincipal Caller caller,
      @RequestParam Optional<ParticipantId> owner,
      @RequestParam Optional<BatchId> batch,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.HOLDINGS.answer(
        Filter.all()
            .and("holding.owner = ?", visible(caller, owner).value())
            .and("holding.batch = ?", batch, BatchId::value)
            .and("(holding.available > 0 OR holding.frozen > 0)"),
        limit,
        cursor);
  }

  /** Every movement, with the balance after it; the oldest first. */
  @GetMapping("/statement")
  ListAnswer statement(
      @AuthenticationPrincipal Caller caller,
      @RequestParam Optional<ParticipantId> owner,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> to,
      @RequestParam Optional<BatchId> batch,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and("statement.owner = ?", visible(caller, owner).value())
            .and("statement.asset = ?", batch, BatchId::value);
    return Offers.STATEMENT.answer(
        CreditController.between(filter, "statement.at", from, to), limit, cursor);
  }

  @GetMapping("/freezes")
  ListAnswer freezes(
      @AuthenticationPrincipal Caller caller,
      @RequestParam Optional<ParticipantId> owner,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.FREEZES.answer(
        Filter.all().and("credit_freeze.holder = ?", visible(caller, owner).value()),
        limit,
        cursor);
  }

  /** Whose account is asked for, when the caller may see it. */
  private ParticipantId visible(Caller caller, Optional<ParticipantId> owner) {
    ParticipantId asked = owner.orElse(caller.id());
    if (!asked.equals(caller.id()) && !caller.maySee(asked, region(asked))) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          "accounts are for their holder, its office, the authority, auditors and courts");
    }
    return asked;
  }

  private RegionCode region(ParticipantId participant) {
    return new RegionCode(
        found.must(Tables.PARTICIPANT, participant.value()).path("region").asString());
  }
}
