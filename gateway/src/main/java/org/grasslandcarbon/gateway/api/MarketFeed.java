// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.projection.MarketEvents;
import org.grasslandcarbon.gateway.projection.MarketEvents.Event;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.views.MarketViews;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Tells those who listen what happens at markets. */
@Component
@EnableConfigurationProperties(MarketEventsSettings.class)
final class MarketFeed extends LiveFeed<MarketFeed.Wish> {
  private final MarketEvents events;
  private final Sight sight;

  MarketFeed(
      MarketEvents events,
      ProjectionProgress progress,
      Sight sight,
      MarketEventsSettings settings) {
    super(
        "market-feed",
        progress,
        new Seats(settings.listeners(), settings.listenersPerAddress()),
        settings.heartbeat());
    this.events = events;
    this.sight = sight;
  }

  /**
   * What somebody wants to hear.
   *
   * @param instrument of which events are wanted; absent for all
   */
  record Wish(Optional<String> instrument) {
    /** Whether events of an instrument, or of a whole venue, are wanted. */
    boolean isFor(Optional<String> of) {
      return instrument.isEmpty() || of.isEmpty() || of.equals(instrument);
    }
  }

  @Override
  void tell(Position after, long block, List<EventStream<Wish>> streams) {
    Optional<List<Event>> found = events.tryFind(after, block);
    if (found.isEmpty()) {
      byte[] missed = missed(block);
      streams.forEach(each -> each.offer(missed));
      return;
    }
    for (Event event : found.get()) {
      byte[] text = text(event.name(), event.at(), data(event).toString());
      streams.stream()
          .filter(each -> each.wish().isFor(event.instrument()))
          .forEach(each -> each.offer(text));
    }
  }

  @Override
  Position tellMissed(EventStream<Wish> stream, Position after, long block) {
    tell(after, block, List.of(stream));
    return Position.endOf(block);
  }

  /** Everybody is. */
  @Override
  boolean isStillWelcome(EventStream<Wish> stream, Position since, long block) {
    return true;
  }

  /** What everybody may be told of an event. */
  private ObjectNode data(Event event) {
    return switch (event.name()) {
      case "trade" -> sight.shown(MarketViews.TRADES.visibility(), Optional.empty(), event.data());
      case "book" -> MarketController.told(event.data(), sight);
      default -> event.data();
    };
  }
}
