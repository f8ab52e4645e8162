// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.edge.Subscriber;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.MarketEvents.Position;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.HttpHeaders;
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
  /** A connection lives no longer, so that what was forgotten somewhere ends. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final Pattern ID = Pattern.compile("(0|[1-9][0-9]{0,11})-(0|[1-9][0-9]{0,6})");

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
    Optional<Position> after = lastEventId.map(MarketEventsController::position);
    instrument.ifPresent(text -> ViewParameters.convert("instrument", text, InstrumentId.class));
    Seats.Seat seat = feed.admit(Subscriber.of(request.getRemoteAddr()).key());
    try {
      listen(request, response, instrument, after, seat);
    } catch (IOException | RuntimeException e) {
      seat.close();
      throw e;
    }
  }

  private void listen(
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<String> instrument,
      Optional<Position> after,
      Seats.Seat seat)
      throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // A proxy that keeps answers until they are whole would keep this for ever.
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(LIFE.toMillis());
    EventStream stream =
        new EventStream(
            async,
            response.getOutputStream(),
            instrument,
            after,
            ended -> {
              feed.leave(ended);
              seat.close();
            });
    async.addListener(stream);
    response.getOutputStream().setWriteListener(stream);
    feed.join(stream);
  }

  private static Position position(String id) {
    Matcher matcher = ID.matcher(id.strip());
    if (!matcher.matches()) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("Last-Event-ID 须为此前收到的 id").en("Last-Event-ID is an id that was received before"));
    }
    return new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }
}
