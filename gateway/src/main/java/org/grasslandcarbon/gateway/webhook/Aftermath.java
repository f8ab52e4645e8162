// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.projection.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a subscription after a delivery was attempted: where it goes on and when, whether
 * what could not be delivered is put with the dead letters, and whether it is paused.
 */
final class Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  /** By which a receiver says that it wants no more, ever (RFC 9110, section 15.5.11). */
  private static final String GONE = "410";

  private final WebhookSettings settings;
  private final MeterRegistry meters;

  Aftermath(WebhookSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * What was attempted.
   *
   * @param id the instruction
   * @param at where it stands; absent of a dead letter
   */
  record Attempt(InstructionId id, Optional<Position> at) {}

  /** It was delivered. */
  Webhook delivered(Webhook before, Attempt attempt) {
    Webhook after =
        attempt
            .at()
            .map(before::withPosition)
            .orElseGet(() -> before.withoutDeadLetter(attempt.id()));
    return after.withFailing(Optional.empty());
  }

  /** It was not: by the status of the answer, or for what else is told to its owner. */
  Webhook failed(Webhook before, Attempt attempt, String why, Instant now) {
    if (why.equals(GONE)) {
      return paused(before, Webhook.Pause.Reason.GONE, now);
    }
    if (attempt.at().isEmpty()) {
      return before.failedAgain(attempt.id(), why, now);
    }
    int attempts = before.failing().map(Webhook.Failing::attempts).orElse(0) + 1;
    Instant since = before.failing().map(Webhook.Failing::since).orElse(now);
    if (!now.isBefore(since.plus(settings.pauseAfter()))) {
      return paused(before, Webhook.Pause.Reason.FAILING, now);
    }
    if (attempts < settings.attempts()) {
      Instant next = now.plus(settings.pauseAfter(attempts));
      return before.withFailing(Optional.of(new Webhook.Failing(attempts, why, next, since)));
    }
    meters.counter("grassland.webhooks.dead").increment();
    Webhook given =
        before
            .withPosition(attempt.at().get())
            .withDeadLetter(new Webhook.DeadLetter(attempt.id(), false, now, attempts, why))
            .withFailing(Optional.of(new Webhook.Failing(0, why, now, since)));
    return given.deadLetters().size() < settings.deadLettersMost()
        ? given
        : paused(given, Webhook.Pause.Reason.DEAD_LETTERS, now);
  }

  /** Nothing more is sent until its owner resumes it. */
  static Webhook paused(Webhook before, Webhook.Pause.Reason reason, Instant now) {
    LOG.atInfo()
        .addKeyValue("webhook", before.id())
        .addKeyValue("reason", reason)
        .log("A subscription is paused");
    return before.withPaused(Optional.of(new Webhook.Pause(now, reason)));
  }
}
