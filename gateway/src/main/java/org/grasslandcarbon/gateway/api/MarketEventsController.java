// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.edge.Subscriber;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Position;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happens at markets, live, as server-sent events (HTML, section 9.2). Whoever was cut off
 * comes again with the header {@code Last-Event-ID}, at this gateway or at the same one after a
 * restart.
 */
@RestController
@RequestMapping(Paths.MARKET_EVENTS)
@Open("prices and quantities are everybody's; whose they are is not told")
final class MarketEventsController {
  private final MarketFeed feed;

  MarketEventsController(MarketFeed feed) {
    this.feed = feed;
  }

  @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void listen(
      @RequestParam Optional<String> instrument,
      @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Position> after = LiveFeed.lastSeen(lastEventId);
    instrument.ifPresent(text -> ViewParameters.convert("instrument", text, InstrumentId.class));
    if (LiveFeed.isOnlyAsked(request, response)) {
      return;
    }
    feed.listen(
        request,
        response,
        new MarketFeed.Wish(instrument),
        after,
        feed.admit(Subscriber.of(request.getRemoteAddr()).key()));
  }
}
