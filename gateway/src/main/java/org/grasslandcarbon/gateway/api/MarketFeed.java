// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.projection.MarketEvents;
import org.grasslandcarbon.gateway.projection.MarketEvents.Event;
import org.grasslandcarbon.gateway.projection.MarketEvents.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.views.MarketViews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells those who listen what happens at markets, block by block. One thread reads for all of them,
 * and only while somebody listens; none waits for a reader.
 */
@Component
@EnableConfigurationProperties(MarketEventsSettings.class)
final class MarketFeed implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);

  /** How soon a projected block is told. */
  private static final long BETWEEN_LOOKS_MS = 200;

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final MarketEvents events;
  private final ProjectionProgress progress;
  private final Sight sight;
  private final Seats seats;
  private final long betweenHeartbeatsNanos;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition someone = lock.newCondition();

  // Guarded by the lock.
  private final Set<EventStream> joining = new LinkedHashSet<>();
  private final Set<EventStream> listening = new LinkedHashSet<>();
  private boolean stopped = true;

  // For the telling thread.
  private long told;
  private long lastHeartbeat;

  MarketFeed(
      MarketEvents events,
      ProjectionProgress progress,
      Sight sight,
      MarketEventsSettings settings) {
    this.events = events;
    this.progress = progress;
    this.sight = sight;
    this.seats = new Seats(settings.listeners(), settings.listenersPerAddress());
    this.betweenHeartbeatsNanos = settings.heartbeat().toNanos();
  }

  /**
   * A place for somebody behind an address, before anything is answered.
   *
   * @throws RegistryException {@code OVERLOADED} when there is none
   * @throws org.grasslandcarbon.gateway.problem.RequestException {@code TOO_MANY_REQUESTS} when the
   *     address has enough of them
   */
  Seats.Seat admit(String address) {
    return seats.take(address);
  }

  /** How many have a place. */
  int seatsTaken() {
    return seats.taken();
  }

  /** Who listens now. */
  List<EventStream> listening() {
    return copy(listening);
  }

  /** Takes somebody in who has a place; while it is stopped, nobody. */
  void join(EventStream stream) {
    lock.lock();
    try {
      if (!stopped) {
        joining.add(stream);
        someone.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    stream.end();
  }

  /** Lets somebody go. */
  void leave(EventStream stream) {
    lock.lock();
    try {
      joining.remove(stream);
      listening.remove(stream);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitSomeone()) {
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitSomeone() throws InterruptedException {
    lock.lock();
    try {
      while (!stopped && joining.isEmpty() && listening.isEmpty()) {
        someone.await();
      }
      if (!stopped && joining.isEmpty()) {
        someone.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
      }
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    try {
      long block = progress.block();
      List<EventStream> live = listening();
      if (live.isEmpty()) {
        told = block;
      } else if (block > told) {
        tell(events.tryFind(Position.endOf(told), block), block, live);
        told = block;
      }
      for (EventStream each : copy(joining)) {
        takeIn(each);
      }
      long now = System.nanoTime();
      if (now - lastHeartbeat > betweenHeartbeatsNanos) {
        lastHeartbeat = now;
        live.forEach(each -> each.offer(HEARTBEAT));
      }
    } catch (RuntimeException e) {
      LOG.warn("What happened at markets could not be told; it is tried again", e);
    }
  }

  /** Tells somebody what it has missed, and then that it has missed nothing. */
  private void takeIn(EventStream stream) {
    Position now = Position.endOf(told);
    stream
        .after()
        .filter(after -> after.compareTo(now) < 0)
        .ifPresent(after -> tell(events.tryFind(after, told), told, List.of(stream)));
    stream.offer(text("ready", now, Codec.tree(new Ready(told)).toString()));
    lock.lock();
    try {
      if (joining.remove(stream)) {
        listening.add(stream);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * What one knows who listens from now on.
   *
   * @param block the block as of which lists and books may be read
   */
  private record Ready(long block) {}

  private List<EventStream> copy(Set<EventStream> streams) {
    lock.lock();
    try {
      return new ArrayList<>(streams);
    } finally {
      lock.unlock();
    }
  }

  private void tell(Optional<List<Event>> found, long block, List<EventStream> streams) {
    if (found.isEmpty()) {
      // More than is told one by one: lists and books have it.
      byte[] missed = text("missed", Position.endOf(block), Codec.text(new Ready(block)));
      streams.forEach(each -> each.offer(missed));
      return;
    }
    for (Event event : found.get()) {
      byte[] text = text(event.name(), event.at(), data(event).toString());
      streams.stream()
          .filter(each -> each.wants(event.instrument()))
          .forEach(each -> each.offer(text));
    }
  }

  /** What everybody may be told of an event. */
  private ObjectNode data(Event event) {
    return switch (event.name()) {
      case "trade" -> sight.shown(MarketViews.TRADES.visibility(), Optional.empty(), event.data());
      case "book" -> MarketController.told(event.data(), sight);
      default -> event.data();
    };
  }

  private static byte[] text(String name, Position at, String data) {
    return ("id: " + at + "\nevent: " + name + "\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void start() {
    lock.lock();
    try {
      stopped = false;
    } finally {
      lock.unlock();
    }
    Thread thread = new Thread(this::run, "market-feed");
    thread.setDaemon(true);
    thread.start();
  }

  /** Before the server waits for requests that are being answered, which these always are. */
  @Override
  public void stop() {
    List<EventStream> all;
    lock.lock();
    try {
      stopped = true;
      someone.signalAll();
      all = new ArrayList<>(joining);
      all.addAll(listening);
    } finally {
      lock.unlock();
    }
    all.forEach(EventStream::end);
  }

  @Override
  public boolean isRunning() {
    lock.lock();
    try {
      return !stopped;
    } finally {
      lock.unlock();
    }
  }
}
