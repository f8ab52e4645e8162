// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions, a file each in a directory of its owner only. They are not in the projection's
 * database, which can be thrown away: a subscription is nowhere else. Safe for use by many threads.
 */
public final class Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private static final String FILE = ".json";

  private final Path directory;
  private final WebhookSettings settings;
  private final Clock clock;

  // Changed while this is locked; read without.
  private final Map<String, Webhook> all = new ConcurrentSkipListMap<>();

  // Guarded by this: those of which memory knows what the file does not.
  private final Set<String> moved = new HashSet<>();
  private boolean cannotWrite;

  /** Reads what is there. */
  Webhooks(Path directory, WebhookSettings settings, Clock clock) throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
    OwnerOnlyFiles.createDirectories(directory);
    OwnerOnlyFiles.restrictAll(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(FILE)).toList()) {
        read(file);
      }
    }
  }

  private void read(Path file) throws IOException {
    try {
      Webhook webhook = Codec.read(Files.readAllBytes(file), Webhook.class);
      if (file.equals(file(webhook.id()))) {
        all.put(webhook.id(), webhook);
        return;
      }
      LOG.error("{} is another subscription's file: it is left alone", file.getFileName());
    } catch (RegistryException e) {
      // Not with what it says, which would be the secret.
      LOG.error("{} is no subscription: it is left alone", file.getFileName());
    }
  }

  private Path file(String id) {
    return directory.resolve(id + FILE);
  }

  /**
   * A secret that was made, which is told once.
   *
   * @param webhook the subscription
   * @param secret its new secret
   */
  public record Made(Webhook webhook, String secret) {
    @Override
    public String toString() {
      return "Made[webhook=" + webhook + "]";
    }
  }

  /**
   * A new subscription.
   *
   * @param now after which acts are sent
   * @throws RequestException {@code WEBHOOK_QUOTA} when there are enough, {@code
   *     WEBHOOK_ADDRESS_REFUSED} when nothing is sent there
   */
  public synchronized Made create(ParticipantId owner, String url, ActFilter filter, Position now) {
    WebhookAddress.of(url, settings.ports());
    require(
        of(owner).size() < settings.participantMost(),
        zh("该主体已有 %s 个订阅").en("the participant has %s subscriptions", settings.participantMost()));
    require(
        all.size() < settings.most(),
        zh("本网关已有 %s 个订阅").en("the gateway has %s subscriptions", settings.most()));
    WebhookSecret secret = WebhookSecret.made();
    Webhook made =
        new Webhook(
            clock.instant(),
            List.of(),
            Optional.empty(),
            filter,
            UUID.randomUUID().toString(),
            owner,
            Optional.empty(),
            now,
            List.of(secret),
            url);
    store(made);
    return new Made(made, secret.text());
  }

  private static void require(boolean condition, Detail otherwise) {
    if (!condition) {
      throw new RequestException(GatewayCode.WEBHOOK_QUOTA, otherwise);
    }
  }

  /** A participant's subscriptions, in the order of their ids. */
  public List<Webhook> of(ParticipantId owner) {
    return all.values().stream().filter(each -> each.owner().equals(owner)).toList();
  }

  /** A participant's subscription; another's is as if it were not there. */
  public Optional<Webhook> find(ParticipantId owner, String id) {
    return find(id).filter(each -> each.owner().equals(owner));
  }

  Optional<Webhook> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  List<Webhook> all() {
    return new ArrayList<>(all.values());
  }

  /**
   * Changes where and what is sent, and whether anything is. What goes wrong begins anew with it,
   * so that its owner can have a repaired receiver tried at once.
   */
  public Optional<Webhook> change(
      ParticipantId owner, String id, String url, ActFilter filter, boolean paused) {
    WebhookAddress.of(url, settings.ports());
    return change(
        owner,
        id,
        before -> {
          Webhook changed = before.changed(url, filter);
          if (!paused) {
            return changed.withPaused(Optional.empty());
          }
          return before.paused().isPresent()
              ? changed
              : changed.withPaused(
                  Optional.of(new Webhook.Pause(clock.instant(), Webhook.Pause.Reason.OWNER)));
        });
  }

  /** A new secret; the one before signs as well for a while. */
  public synchronized Optional<Made> rotate(ParticipantId owner, String id) {
    WebhookSecret secret = WebhookSecret.made();
    Instant end = clock.instant().plus(settings.secretsOverlap());
    return change(
            owner,
            id,
            before -> before.withSecrets(List.of(secret, before.secrets().get(0).until(end))))
        .map(after -> new Made(after, secret.text()));
  }

  /** Has a dead letter sent again; nothing when there is none. */
  public synchronized Optional<Webhook> resend(ParticipantId owner, String id, InstructionId act) {
    return find(owner, id)
        .filter(each -> each.deadLetter(act).isPresent())
        .flatMap(each -> change(owner, id, before -> before.wantingAgain(act)));
  }

  private synchronized Optional<Webhook> change(
      ParticipantId owner, String id, UnaryOperator<Webhook> change) {
    return find(owner, id).flatMap(any -> change(id, change));
  }

  private Optional<Webhook> change(String id, UnaryOperator<Webhook> change) {
    Optional<Webhook> after = find(id).map(change);
    after.ifPresent(this::store);
    return after;
  }

  /**
   * Notes what came of a delivery, if the subscription is still there. What cannot be written down
   * is known until the process ends, so that a full disk is no reason to send it again.
   */
  synchronized void note(String id, UnaryOperator<Webhook> change) {
    all.computeIfPresent(id, (any, before) -> change.apply(before));
    moved.add(id);
    save();
  }

  /** Notes how far a subscription is; it is written down within a second ({@link #save}). */
  synchronized void move(String id, Position position) {
    all.computeIfPresent(id, (any, before) -> before.withPosition(position));
    moved.add(id);
  }

  /** Writes down what is known and not written down yet. */
  synchronized void save() {
    try {
      for (String id : List.copyOf(moved)) {
        find(id).ifPresent(this::store);
        moved.remove(id);
      }
      cannotWrite = false;
    } catch (UncheckedIOException e) {
      if (!cannotWrite) {
        LOG.error("How far subscriptions are cannot be written down; is the disk full?", e);
      }
      cannotWrite = true;
    }
  }

  private void store(Webhook webhook) {
    try {
      OwnerOnlyFiles.write(file(webhook.id()), Codec.write(webhook));
    } catch (IOException e) {
      throw new UncheckedIOException("a subscription cannot be written down", e);
    }
    all.put(webhook.id(), webhook);
    moved.remove(webhook.id());
  }

  /** Ends a subscription; nothing of it is kept. */
  public synchronized boolean delete(ParticipantId owner, String id) {
    if (find(owner, id).isEmpty()) {
      return false;
    }
    try {
      Files.deleteIfExists(file(id));
      OwnerOnlyFiles.forceDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("a subscription cannot be deleted", e);
    }
    all.remove(id);
    moved.remove(id);
    return true;
  }
}
