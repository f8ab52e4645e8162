// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.act.Telling;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.security.Callers;
import org.grasslandcarbon.gateway.security.Keyring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends to each subscription what its owner may see, in the ledger's order and one after the other.
 *
 * <p>There is no queue: a subscription has a position in the journal, and what comes next is read
 * from there, so that nothing can be lost between the two, and a receiver that is away for a week
 * costs nothing but its position. A position is the same after the database was filled anew. What
 * was sent when the process ended is sent once more, under the same id.
 */
final class Deliveries implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /** How soon a projected block is told. */
  private static final long BETWEEN_LOOKS_MS = 200;

  private static final long BETWEEN_SAVES_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Acts that are read at a time. */
  private static final int A_TIME = 250;

  /** Acts that are looked through for one subscription at one look: others have theirs, too. */
  private static final int LOOKED_THROUGH_MOST = 2_000;

  /**
   * Parts of the journal that are read at one look, some tenths of a second. Most subscriptions are
   * at the same position; those that come from far behind share what is left, each the first in
   * turn.
   */
  private static final int READINGS_MOST = 40;

  private static final String REVOKES = RevokeKey.TYPE.name();

  private static final String KEY = "key";

  private static final int OK_LEAST = 200;

  private static final int OK_BELOW = 300;

  private final Webhooks webhooks;
  private final Acts acts;
  private final Telling telling;
  private final Callers callers;
  private final Keyring keyring;
  private final ProjectionProgress progress;
  private final HttpsPost post;
  private final WebhookSettings settings;
  private final String gateway;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Aftermath aftermath;
  private final ExecutorService threads;

  // Guarded by this: which subscriptions have a delivery on its way, and whose they are.
  private final Map<String, ParticipantId> underway = new LinkedHashMap<>();
  private boolean stopped = true;
  private Thread thread;

  // For the thread that looks.
  private long saved;
  private int first;
  private boolean troubled;

  /** What it needs to know of the ledger. */
  record Ledger(
      Acts acts, Telling telling, Callers callers, Keyring keyring, ProjectionProgress progress) {}

  /**
   * @param gateway the name of this gateway
   */
  Deliveries(
      Webhooks webhooks,
      Ledger ledger,
      HttpsPost post,
      WebhookSettings settings,
      String gateway,
      Clock clock,
      MeterRegistry meters) {
    this.webhooks = webhooks;
    this.acts = ledger.acts();
    this.telling = ledger.telling();
    this.callers = ledger.callers();
    this.keyring = ledger.keyring();
    this.progress = ledger.progress();
    this.post = post;
    this.settings = settings;
    this.gateway = gateway;
    this.clock = clock;
    this.meters = meters;
    this.aftermath = new Aftermath(settings, meters);
    this.threads =
        Executors.newFixedThreadPool(
            settings.deliveriesAtATime(),
            work -> {
              Thread made = new Thread(work, "webhook");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Something to be sent.
   *
   * @param webhook to whom
   * @param attempt of what
   * @param event what its owner is told
   */
  private record Delivery(Webhook webhook, Aftermath.Attempt attempt, ObjectNode event) {}

  /** What is read at one look: most subscriptions are at the same position. */
  private final class Look {
    private final long block = progress.block();
    private final Map<Position, List<Acts.Act>> read = new HashMap<>();
    private final Map<Position, Telling.Told> told = new HashMap<>();
    private final Map<ParticipantId, Optional<Caller>> owners = new HashMap<>();

    private boolean isMoreToRead(Position position) {
      return read.size() < READINGS_MOST || read.containsKey(position);
    }

    private List<Acts.Act> after(Position position) {
      return read.computeIfAbsent(position, any -> acts.between(position, block, A_TIME));
    }

    private Telling.Told told(Acts.Act act) {
      return told.computeIfAbsent(act.at(), any -> telling.of(act));
    }

    private Optional<Caller> caller(ParticipantId owner) {
      return owners.computeIfAbsent(owner, callers::find);
    }
  }

  private void run() {
    try {
      while (isToGoOn()) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isToGoOn() throws InterruptedException {
    if (!stopped) {
      wait(BETWEEN_LOOKS_MS);
    }
    return !stopped;
  }

  private void look() {
    try {
      Look look = new Look();
      // Another one is the first each time: where not all get a thread, each gets one in turn.
      List<Webhook> all = webhooks.all();
      if (!all.isEmpty()) {
        Collections.rotate(all, -(first++ % all.size()));
      }
      Instant now = clock.instant();
      boolean fails = false;
      for (Webhook each : all) {
        fails |= isFree(each) && !hasBegun(each.id(), now, look);
      }
      troubled = fails;
      if (System.nanoTime() - saved > BETWEEN_SAVES_NANOS) {
        saved = System.nanoTime();
        webhooks.save();
      }
    } catch (RuntimeException e) {
      tell(e);
      troubled = true;
    }
  }

  /**
   * What fails for one is no reason to let others wait. It is read anew: since all were listed one
   * delivery may have ended, and would be sent once more.
   */
  private boolean hasBegun(String id, Instant now, Look look) {
    try {
      webhooks
          .find(id)
          .filter(each -> each.isDue(now))
          .flatMap(each -> next(each, look))
          .ifPresent(this::begin);
      return true;
    } catch (RuntimeException e) {
      tell(e);
      return false;
    }
  }

  private void tell(RuntimeException failure) {
    if (!troubled) {
      LOG.warn("What is to be sent could not be found; it is tried again and again", failure);
    }
    troubled = true;
  }

  private synchronized boolean isFree(Webhook webhook) {
    return !stopped
        && !underway.containsKey(webhook.id())
        && underway.size() < settings.deliveriesAtATime()
        && Collections.frequency(underway.values(), webhook.owner())
            < settings.participantAtATime();
  }

  private Optional<Delivery> next(Webhook webhook, Look look) {
    Optional<Position> gone =
        acts.letGoTo().filter(until -> until.compareTo(webhook.position()) > 0);
    if (gone.isPresent()) {
      webhooks.note(
          webhook.id(),
          before ->
              Aftermath.paused(
                  before.withPosition(gone.get()), Webhook.Pause.Reason.LET_GO, clock.instant()));
      return Optional.empty();
    }
    Optional<Caller> owner = look.caller(webhook.owner());
    if (owner.isEmpty()) {
      // The projection is being filled anew and has not come to it.
      return Optional.empty();
    }
    Optional<Webhook.DeadLetter> letter = webhook.firstWantedAgain();
    return letter.isPresent()
        ? again(webhook, letter.get().act(), owner)
        : following(webhook, look, owner);
  }

  private Optional<Delivery> again(Webhook webhook, InstructionId id, Optional<Caller> owner) {
    Optional<Acts.Act> act = acts.find(id);
    if (act.isEmpty()) {
      return Optional.empty();
    }
    if (!act.get().entry().isWhole()) {
      webhooks.note(
          webhook.id(),
          before -> before.failedAgain(id, Webhook.Pause.Reason.LET_GO.name(), clock.instant()));
      return Optional.empty();
    }
    // By what its owner may see now; the filter may have changed, and is not asked.
    Optional<ObjectNode> event = telling.of(act.get()).to(owner, ActFilter.ALL);
    if (event.isEmpty()) {
      webhooks.note(webhook.id(), before -> before.withoutDeadLetter(id));
    }
    return event.map(
        each -> new Delivery(webhook, new Aftermath.Attempt(id, Optional.empty()), each));
  }

  private Optional<Delivery> following(Webhook webhook, Look look, Optional<Caller> owner) {
    Position position = webhook.position();
    for (int seen = 0; seen < LOOKED_THROUGH_MOST && look.isMoreToRead(position); ) {
      List<Acts.Act> some = look.after(position);
      for (Acts.Act act : some) {
        if (revokesKeyOf(webhook.owner(), act)) {
          Position revoked = act.at();
          webhooks.note(
              webhook.id(),
              before ->
                  Aftermath.paused(
                      before.withPosition(revoked),
                      Webhook.Pause.Reason.KEY_REVOKED,
                      clock.instant()));
          return Optional.empty();
        }
        Optional<ObjectNode> event = look.told(act).to(owner, webhook.filter());
        if (event.isPresent()) {
          moveTo(webhook, position);
          InstructionId id = new InstructionId(act.entry().text("id").orElseThrow());
          return Optional.of(
              new Delivery(webhook, new Aftermath.Attempt(id, Optional.of(act.at())), event.get()));
        }
        position = act.at();
      }
      seen += some.size();
      if (some.size() < A_TIME) {
        Position end = Position.endOf(look.block);
        moveTo(webhook, end.compareTo(position) > 0 ? end : position);
        return Optional.empty();
      }
    }
    moveTo(webhook, position);
    return Optional.empty();
  }

  /**
   * A subscription outlives the token with which it was made. Who has stolen a key would be sent
   * what its owner may see long after the key was revoked.
   */
  private boolean revokesKeyOf(ParticipantId owner, Acts.Act act) {
    return act.entry().text("action").filter(REVOKES::equals).isPresent()
        && act.entry()
            .entry()
            .path("references")
            .valueStream()
            .filter(each -> each.path("type").asString("").equals(KEY))
            .map(each -> keyring.find(new KeyId(each.path("id").asString())))
            .anyMatch(key -> key.filter(known -> known.participant().equals(owner)).isPresent());
  }

  private void moveTo(Webhook webhook, Position position) {
    if (position.compareTo(webhook.position()) > 0) {
      webhooks.move(webhook.id(), position);
    }
  }

  private void begin(Delivery delivery) {
    synchronized (this) {
      underway.put(delivery.webhook().id(), delivery.webhook().owner());
    }
    try {
      threads.execute(() -> deliver(delivery));
    } catch (RejectedExecutionException stopping) {
      ended(delivery);
    }
  }

  private void deliver(Delivery delivery) {
    try {
      Optional<String> failure = attempt(delivery);
      meters
          .counter(
              "grassland.webhooks.deliveries",
              "outcome",
              failure.isPresent() ? "failed" : "delivered")
          .increment();
      webhooks.note(
          delivery.webhook().id(),
          before ->
              failure
                  .map(why -> aftermath.failed(before, delivery.attempt(), why, clock.instant()))
                  .orElseGet(() -> aftermath.delivered(before, delivery.attempt())));
    } catch (RuntimeException e) {
      // A defect of ours; at once and for ever again would be another one.
      LOG.atError()
          .addKeyValue("webhook", delivery.webhook().id())
          .setCause(e)
          .log("A delivery failed for a reason that is not known");
      webhooks.note(
          delivery.webhook().id(),
          before -> aftermath.failed(before, delivery.attempt(), "INTERNAL", clock.instant()));
    } finally {
      ended(delivery);
    }
  }

  private synchronized void ended(Delivery delivery) {
    underway.remove(delivery.webhook().id());
    // What follows is not left to the next look.
    notifyAll();
  }

  /** Nothing when it was delivered, else what went wrong. */
  private Optional<String> attempt(Delivery delivery) {
    byte[] body = CloudEvent.of(gateway, delivery.event());
    try {
      WebhookAddress address = WebhookAddress.of(delivery.webhook().url(), settings.ports());
      int status =
          post.send(delivery.webhook().owner().value(), address, headers(delivery, body), body);
      return status >= OK_LEAST && status < OK_BELOW
          ? Optional.empty()
          : Optional.of(Integer.toString(status));
    } catch (HttpsPost.NoAnswer e) {
      LOG.atDebug()
          .addKeyValue("webhook", delivery.webhook().id())
          .setCause(e)
          .log("A delivery had no answer");
      return Optional.of(e.failure().name());
    } catch (RequestException refusedNow) {
      // The operator has taken its port away.
      return Optional.of(HttpsPost.Failure.CANNOT_CONNECT.name());
    }
  }

  private Map<String, String> headers(Delivery delivery, byte[] body) {
    Instant now = clock.instant();
    String id = delivery.attempt().id().value();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", CloudEvent.MEDIA_TYPE);
    headers.put("User-Agent", "grassland-carbon-webhooks/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
    headers.put(
        "webhook-signature",
        delivery.webhook().secrets().stream()
            .filter(each -> each.isValid(now))
            .map(each -> each.sign(id, now.getEpochSecond(), body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  /** How many deliveries are on their way. */
  synchronized int underway() {
    return underway.size();
  }

  @Override
  public synchronized void start() {
    stopped = false;
    thread = new Thread(this::run, "webhooks");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is on its way may end; what is not noted of it is sent again after the next start. */
  @Override
  public void stop() {
    Thread looking;
    synchronized (this) {
      stopped = true;
      notifyAll();
      looking = thread;
    }
    threads.shutdown();
    try {
      looking.join();
      // A name, a connection and an answer.
      long most = settings.answerWithin().plus(settings.connectWithin().multipliedBy(2)).toMillis();
      if (!threads.awaitTermination(most, TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    webhooks.save();
    post.close();
  }

  @Override
  public synchronized boolean isRunning() {
    return !stopped;
  }
}
