// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.edge.Subscriber;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happens on the ledger, live: to everybody what is public, and with a token also what its
 * participant may see. Whoever was cut off comes again with the header {@code Last-Event-ID}, at
 * any gateway of the ledger.
 */
@RestController
@RequestMapping(Paths.EVENTS)
@Open("each act is told to whom it declares; without a token what everybody may see")
final class EventsController {
  /** Whoever has signed the token. */
  static final String SELF = "self";

  private final ActFeed feed;

  EventsController(ActFeed feed) {
    this.feed = feed;
  }

  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void listen(
      @RequestParam Optional<String> action,
      @RequestParam Optional<String> instrument,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> participant,
      @RequestParam Optional<String> project,
      @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
      @AuthenticationPrincipal Caller signedIn,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Caller> caller = Optional.ofNullable(signedIn);
    participant.ifPresent(who -> mustBeSelf(who, caller));
    ActFilter filter =
        new ActFilter(
                action,
                instrument.map(
                    text ->
                        (InstrumentId)
                            ViewParameters.convert("instrument", text, InstrumentId.class)),
                kind,
                participant.isPresent(),
                project.map(
                    text ->
                        (InstructionId)
                            ViewParameters.convert("project", text, InstructionId.class)))
            .mustBeKnown();
    if (LiveFeed.isOnlyAsked(request, response)) {
      return;
    }
    feed.listen(
        request,
        response,
        new ActFeed.Wish(caller, filter),
        LiveFeed.lastSeen(lastEventId),
        feed.admit(
            caller
                .map(each -> each.id().value())
                .orElseGet(() -> Subscriber.of(request.getRemoteAddr()).key())));
  }

  /** Whom acts of others concern is told to nobody as a filter. */
  private static void mustBeSelf(String who, Optional<Caller> caller) {
    if (caller.isEmpty()) {
      throw new RequestException(
          GatewayCode.TOKEN_MISSING,
          zh("参数 participant 须有令牌").en("the parameter participant needs a token"));
    }
    if (!who.equals(SELF) && !who.equals(caller.get().id().value())) {
      throw new RequestException(
          GatewayCode.FORBIDDEN, zh("participant 只能为 %s").en("participant can only be %s", SELF));
    }
  }
}
