// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.act.Telling;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.projection.Position;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.security.Keyring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells those who listen what happens on the ledger, to each what it may see. */
@Component
@EnableConfigurationProperties(EventsSettings.class)
final class ActFeed extends LiveFeed<ActFeed.Wish> {
  /** Acts that are read at a time: some hundred kilobytes of what waits for a reader at most. */
  private static final int A_TIME = 250;

  private final Acts acts;
  private final Telling telling;
  private final Keyring keyring;
  private final int backlog;

  ActFeed(
      Acts acts,
      Telling telling,
      Keyring keyring,
      ProjectionProgress progress,
      EventsSettings settings) {
    super(
        "act-feed",
        progress,
        new Seats(settings.listeners(), settings.listenersPerCaller()),
        settings.heartbeat());
    this.acts = acts;
    this.telling = telling;
    this.keyring = keyring;
    this.backlog = settings.backlog();
  }

  /**
   * What somebody wants to hear.
   *
   * @param caller who; absent without a login
   */
  record Wish(Optional<Caller> caller, ActFilter filter) {
    boolean isOf(ParticipantId participant) {
      return caller.filter(each -> each.id().equals(participant)).isPresent();
    }
  }

  @Override
  void tell(Position after, long block, List<EventStream<Wish>> streams) {
    each(after, block, act -> tell(act, streams));
  }

  private void each(Position after, long block, Consumer<Acts.Act> consumer) {
    Position reached = after;
    List<Acts.Act> some;
    do {
      some = acts.between(reached, block, A_TIME);
      for (Acts.Act act : some) {
        consumer.accept(act);
        reached = act.at();
      }
    } while (some.size() == A_TIME);
  }

  /** A token was good for what its participant was when it was shown. */
  @Override
  boolean isStillWelcome(EventStream<Wish> stream, Position since, long block) {
    if (stream.wish().caller().isEmpty()) {
      return true;
    }
    boolean[] changed = {false};
    each(since, block, act -> changed[0] |= changed(act).stream().anyMatch(stream.wish()::isOf));
    return !changed[0];
  }

  private void tell(Acts.Act act, List<EventStream<Wish>> streams) {
    // Before it is told: what somebody may see changes with this act.
    Set<ParticipantId> changed = changed(act);
    streams.stream()
        .filter(each -> changed.stream().anyMatch(each.wish()::isOf))
        .forEach(EventStream::end);
    Telling.Told told = telling.of(act);
    streams.forEach(each -> offer(act, told, each));
  }

  private static void offer(Acts.Act act, Telling.Told told, EventStream<Wish> stream) {
    told.to(stream.wish().caller(), stream.wish().filter())
        .ifPresent(event -> stream.offer(text("act", act.at(), event.toString())));
  }

  /**
   * Participants of which an act has changed the record or a key: with suspension or revocation
   * ends what a token allowed, so that they come again with a new one.
   */
  private Set<ParticipantId> changed(Acts.Act act) {
    Set<ParticipantId> changed = new HashSet<>();
    for (JsonNode reference : act.entry().entry().path("references")) {
      String id = reference.path("id").asString("");
      switch (reference.path("type").asString("")) {
        case "participant" -> changed.add(new ParticipantId(id));
        case "key" -> keyring.find(new KeyId(id)).ifPresent(key -> changed.add(key.participant()));
        default -> {}
      }
    }
    return changed;
  }

  @Override
  Position tellMissed(EventStream<Wish> stream, Position after, long block) {
    boolean gone = acts.letGoTo().filter(until -> until.compareTo(after) > 0).isPresent();
    if (gone || acts.isMoreThan(backlog, after)) {
      stream.offer(missed(block));
      return Position.endOf(block);
    }
    List<Acts.Act> some = acts.between(after, block, A_TIME);
    some.forEach(act -> offer(act, telling.of(act), stream));
    return some.size() < A_TIME ? Position.endOf(block) : some.get(some.size() - 1).at();
  }
}
