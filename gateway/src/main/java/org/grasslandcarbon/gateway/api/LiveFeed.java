// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Tells those who listen what happens, block by block, as server-sent events (HTML, section 9.2).
 * One thread reads for all of them, and only while somebody listens; none waits for a reader.
 *
 * @param <W> what somebody wants to hear
 */
abstract class LiveFeed<W> implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

  /** How soon a projected block is told. */
  private static final long BETWEEN_LOOKS_MS = 200;

  /** A connection lives no longer, so that what was forgotten somewhere ends. */
  private static final Duration LIFE = Duration.ofHours(1);

  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final String name;
  private final ProjectionProgress progress;
  private final Seats seats;
  private final long betweenHeartbeatsNanos;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition someone = lock.newCondition();

  // Guarded by the lock.
  private final Set<EventStream<W>> joining = new LinkedHashSet<>();
  private final Set<EventStream<W>> listening = new LinkedHashSet<>();
  private boolean isNewcomer;
  private boolean stopped = true;

  // For the telling thread.
  private long told;
  private long lastHeartbeat;
  private boolean troubled;

  /**
   * @param name of its thread
   * @param heartbeat after how long a silence is broken
   */
  LiveFeed(String name, ProjectionProgress progress, Seats seats, Duration heartbeat) {
    this.name = name;
    this.progress = progress;
    this.seats = seats;
    this.betweenHeartbeatsNanos = heartbeat.toNanos();
  }

  /** Tells what happened after a position and not after the end of a block. */
  abstract void tell(Position after, long block, List<EventStream<W>> streams);

  /**
   * Tells somebody something of what he has missed.
   *
   * @return how far he has been told, which is after where he was
   */
  abstract Position tellMissed(EventStream<W> stream, Position after, long block);

  /** Whether somebody may still hear what he might as of a position, as of the end of a block. */
  abstract boolean isStillWelcome(EventStream<W> stream, Position since, long block);

  /**
   * A place for somebody, before anything is answered.
   *
   * @param who an address or a participant
   * @throws RegistryException {@code OVERLOADED} when there is none
   * @throws RequestException {@code TOO_MANY_REQUESTS} when he has enough of them
   */
  final Seats.Seat admit(String who) {
    return seats.take(who);
  }

  /** How many have a place. */
  final int seatsTaken() {
    return seats.taken();
  }

  /** Who listens now. */
  final List<EventStream<W>> listening() {
    return copy(listening);
  }

  /**
   * Answers a request with events, which have no end.
   *
   * @param seat given back when it is over
   */
  final void listen(
      HttpServletRequest request,
      HttpServletResponse response,
      W wish,
      Optional<Position> after,
      Seats.Seat seat)
      throws IOException {
    boolean begun = false;
    Position now = Position.endOf(progress.block());
    try {
      describe(response);
      response.flushBuffer();
      AsyncContext async = request.startAsync(request, response);
      async.setTimeout(LIFE.toMillis());
      EventStream<W> stream =
          new EventStream<>(
              async,
              response.getOutputStream(),
              wish,
              after,
              now,
              ended -> {
                leave(ended);
                seat.close();
              });
      async.addListener(stream);
      response.getOutputStream().setWriteListener(stream);
      join(stream);
      begun = true;
    } finally {
      if (!begun) {
        seat.close();
      }
    }
  }

  /**
   * Whether a request asks how it would be answered and for nothing more; that is said then. A
   * connection without events would keep its place until it ends.
   */
  static boolean isOnlyAsked(HttpServletRequest request, HttpServletResponse response) {
    boolean asked = request.getMethod().equals(HttpMethod.HEAD.name());
    if (asked) {
      describe(response);
    }
    return asked;
  }

  private static void describe(HttpServletResponse response) {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // A proxy that keeps answers until they are whole would keep this for ever.
    response.setHeader("X-Accel-Buffering", "no");
  }

  /** The position that a listener says it has seen last. */
  static Optional<Position> lastSeen(Optional<String> lastEventId) {
    return lastEventId.map(
        id ->
            Position.read(id.strip())
                .orElseThrow(
                    () ->
                        new RequestException(
                            GatewayCode.BAD_REQUEST,
                            zh("Last-Event-ID 须为此前收到的 id")
                                .en("Last-Event-ID is an id that was received before"))));
  }

  /** Takes somebody in who has a place; while it is stopped, nobody. */
  private void join(EventStream<W> stream) {
    lock.lock();
    try {
      if (!stopped) {
        joining.add(stream);
        isNewcomer = true;
        someone.signalAll();
        return;
      }
    } finally {
      lock.unlock();
    }
    stream.end();
  }

  /** Lets somebody go. */
  private void leave(EventStream<W> stream) {
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
      if (!stopped && !isNewcomer) {
        someone.await(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
      }
      isNewcomer = false;
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    try {
      long block = progress.block();
      List<EventStream<W>> live = listening();
      if (live.isEmpty()) {
        told = block;
      } else if (block > told) {
        tell(Position.endOf(told), block, live);
        told = block;
      }
      copy(joining).forEach(this::tryTakeIn);
      long now = System.nanoTime();
      if (now - lastHeartbeat > betweenHeartbeatsNanos) {
        lastHeartbeat = now;
        live.forEach(each -> each.offer(HEARTBEAT));
      }
      troubled = false;
    } catch (RuntimeException e) {
      if (!troubled) {
        LOG.warn("What happened could not be told to those who listen; it is tried again", e);
      }
      troubled = true;
    }
  }

  /** Who cannot be told what he has missed comes again, and keeps nobody else from being told. */
  private void tryTakeIn(EventStream<W> stream) {
    try {
      takeIn(stream);
    } catch (RuntimeException e) {
      LOG.warn("What somebody has missed could not be told", e);
      stream.end();
    }
  }

  /**
   * Tells somebody what it has missed, some of it at a time so that it can read along, and then
   * that it has missed nothing.
   */
  private void takeIn(EventStream<W> stream) {
    Position now = Position.endOf(told);
    if (!isStillWelcome(stream, stream.lookedAt(), told)) {
      stream.end();
      return;
    }
    stream.lookedAt(now);
    Position seen = stream.seen().orElse(now);
    if (seen.compareTo(now) < 0 && stream.waitingBytes() == 0) {
      seen = tellMissed(stream, seen, told);
      stream.saw(seen);
    }
    if (seen.compareTo(now) < 0) {
      return;
    }
    stream.offer(text("ready", now, Codec.text(new Ready(told))));
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

  /** More happened than is told one by one: lists and books have it, as of a block. */
  static byte[] missed(long block) {
    return text("missed", Position.endOf(block), Codec.text(new Ready(block)));
  }

  private List<EventStream<W>> copy(Set<EventStream<W>> streams) {
    lock.lock();
    try {
      return new ArrayList<>(streams);
    } finally {
      lock.unlock();
    }
  }

  static byte[] text(String name, Position at, String data) {
    return ("id: " + at + "\nevent: " + name + "\ndata: " + data + "\n\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public final void start() {
    lock.lock();
    try {
      stopped = false;
    } finally {
      lock.unlock();
    }
    Thread thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Before the server waits for requests that are being answered, which these always are. */
  @Override
  public final void stop() {
    List<EventStream<W>> all;
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
  public final boolean isRunning() {
    lock.lock();
    try {
      return !stopped;
    } finally {
      lock.unlock();
    }
  }
}
