// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.act.ActFilter;
import org.grasslandcarbon.gateway.projection.Position;

/**
 * A subscription, as it is kept in its file.
 *
 * @param createdAt when it was made
 * @param deadLetters what could not be delivered, the oldest first
 * @param failing what goes wrong at present
 * @param filter which acts are wanted
 * @param id its id
 * @param owner whose it is, and who may see what it sends
 * @param paused why nothing is sent, if nothing is
 * @param position up to which everything is delivered or among the dead letters
 * @param secrets what deliveries are signed with, the newest first
 * @param url where they are sent
 */
public record Webhook(
    Instant createdAt,
    List<DeadLetter> deadLetters,
    Optional<Failing> failing,
    ActFilter filter,
    String id,
    ParticipantId owner,
    Optional<Pause> paused,
    Position position,
    List<WebhookSecret> secrets,
    String url) {

  public Webhook {
    deadLetters = List.copyOf(deadLetters);
    secrets = List.copyOf(secrets);
  }

  /**
   * A delivery that was given up.
   *
   * @param act the instruction whose outcome it tells
   * @param again whether its owner wants it to be sent again
   * @param at when it was given up
   * @param attempts how often it was tried
   * @param last what came of the last attempt
   */
  public record DeadLetter(
      InstructionId act, boolean again, Instant at, int attempts, String last) {
    private DeadLetter withAgain(boolean wanted) {
      return new DeadLetter(act, wanted, at, attempts, last);
    }

    private DeadLetter failedOnceMore(String why, Instant now) {
      return new DeadLetter(act, false, now, attempts + 1, why);
    }
  }

  /**
   * What goes wrong.
   *
   * @param attempts of the delivery that is tried now
   * @param last what came of the last attempt
   * @param next when it is tried again
   * @param since since when nothing has been delivered
   */
  public record Failing(int attempts, String last, Instant next, Instant since) {}

  /**
   * Why nothing is sent.
   *
   * @param at since when
   * @param reason why
   */
  public record Pause(Instant at, Reason reason) {
    /** Why. */
    public enum Reason {
      /** Its owner wants it so. */
      OWNER,
      /** Nothing could be delivered for long. */
      FAILING,
      /** A key of its owner was revoked: who has the key may have made the subscription. */
      KEY_REVOKED,
      /** The receiver has answered that it is gone for good (410). */
      GONE,
      /** There are as many dead letters as there may be. */
      DEAD_LETTERS,
      /** Of what would have come next parts were let go, so that it cannot be told any more. */
      LET_GO
    }
  }

  boolean isDue(Instant now) {
    return paused.isEmpty() && failing.filter(each -> now.isBefore(each.next())).isEmpty();
  }

  Optional<DeadLetter> firstWantedAgain() {
    return deadLetters.stream().filter(DeadLetter::again).findFirst();
  }

  Optional<DeadLetter> deadLetter(InstructionId act) {
    return deadLetters.stream().filter(each -> each.act().equals(act)).findFirst();
  }

  Webhook withPosition(Position now) {
    return new Webhook(
        createdAt, deadLetters, failing, filter, id, owner, paused, now, secrets, url);
  }

  Webhook withFailing(Optional<Failing> now) {
    return new Webhook(
        createdAt, deadLetters, now, filter, id, owner, paused, position, secrets, url);
  }

  Webhook withPaused(Optional<Pause> now) {
    return new Webhook(
        createdAt, deadLetters, failing, filter, id, owner, now, position, secrets, url);
  }

  Webhook withSecrets(List<WebhookSecret> now) {
    return new Webhook(
        createdAt, deadLetters, failing, filter, id, owner, paused, position, now, url);
  }

  /** Sent elsewhere, or something else; what goes wrong with it now is not known. */
  Webhook changed(String toUrl, ActFilter toFilter) {
    return new Webhook(
        createdAt,
        deadLetters,
        Optional.empty(),
        toFilter,
        id,
        owner,
        paused,
        position,
        secrets,
        toUrl);
  }

  private Webhook withDeadLetters(List<DeadLetter> now) {
    return new Webhook(createdAt, now, failing, filter, id, owner, paused, position, secrets, url);
  }

  Webhook withDeadLetter(DeadLetter more) {
    List<DeadLetter> all = new ArrayList<>(deadLetters);
    all.removeIf(each -> each.act().equals(more.act()));
    all.add(more);
    return withDeadLetters(all);
  }

  Webhook withoutDeadLetter(InstructionId act) {
    return withDeadLetters(deadLetters.stream().filter(each -> !each.act().equals(act)).toList());
  }

  private Webhook mapped(InstructionId act, UnaryOperator<DeadLetter> change) {
    return withDeadLetters(
        deadLetters.stream()
            .map(each -> each.act().equals(act) ? change.apply(each) : each)
            .toList());
  }

  /** With a dead letter that is to be sent again. */
  Webhook wantingAgain(InstructionId act) {
    return mapped(act, each -> each.withAgain(true));
  }

  /** With a dead letter that could not be sent again. */
  Webhook failedAgain(InstructionId act, String why, Instant now) {
    return mapped(act, each -> each.failedOnceMore(why, now));
  }
}
