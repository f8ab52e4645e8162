// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.client.Gateways.Answer;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * Calls of the registry's REST API through one gateway or several of the same ledger.
 *
 * <p>An instruction is sent until its outcome is known or patience ends: a broken connection, a
 * busy gateway or a problem that says it is retryable leads to the same text being sent again, to
 * the next gateway where there is one. The ledger counts a text once, so this is always safe.
 */
public final class RegistryClient {
  /** The longest that a gateway holds an answer. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(60);

  private final Gateways gateways;
  private final Audiences learnedAudiences;
  private final RetryRules rules;
  private final Waiting waiting;
  private final Consumer<Retry> onRetry;

  /**
   * A failure after which the client tries again.
   *
   * @param gateway where it failed
   * @param reason what happened, in English
   */
  public record Retry(URI gateway, String reason) {}

  /**
   * @param gateways addresses, the preferred one first
   * @param rules how patiently to try again
   * @param onRetry told before each further attempt, e.g. to show it to a person
   */
  public RegistryClient(List<URI> gateways, RetryRules rules, Consumer<Retry> onRetry) {
    this(gateways, rules, onRetry, Waiting.real());
  }

  /** A client with the usual rules. */
  public RegistryClient(URI... gateways) {
    this(List.of(gateways), RetryRules.USUAL, retry -> {});
  }

  RegistryClient(List<URI> gateways, RetryRules rules, Consumer<Retry> onRetry, Waiting waiting) {
    this.gateways = new Gateways(gateways, rules);
    this.learnedAudiences = new Audiences(this.gateways, Optional.empty());
    this.rules = rules;
    this.onRetry = onRetry;
    this.waiting = waiting;
  }

  /** What anybody may read. */
  public PublicReads publicReads() {
    return new PublicReads(reading(Optional.empty()));
  }

  /**
   * What a participant may read of its own, or by its office. Each gateway is asked for the name
   * under which it accepts tokens.
   *
   * @param signer signs a token for each request
   */
  public PrivateReads privateReads(InstructionSigner signer) {
    return privateReads(signer, Optional.empty());
  }

  /**
   * The same, where the caller may know the name of its gateways.
   *
   * @param audience the name; no gateway is believed about it then
   */
  public PrivateReads privateReads(InstructionSigner signer, Optional<String> audience) {
    return new PrivateReads(reading(Optional.empty()), signed(signer, audience));
  }

  /** Documents that everybody may read. */
  public Documents documents() {
    return new Documents(gateways, reading(Optional.empty()));
  }

  /** Documents that a participant may store and read. */
  public Documents documents(InstructionSigner signer, Optional<String> audience) {
    return new Documents(gateways, signed(signer, audience));
  }

  /** A participant's subscriptions at the first of the gateways. */
  public Webhooks webhooks(InstructionSigner signer, Optional<String> audience) {
    return new Webhooks(gateways, signed(signer, audience));
  }

  /** What everybody may hear of what happens. */
  public Events events() {
    return new Events(gateways, reading(Optional.empty()));
  }

  /** What a participant may hear of what happens. */
  public Events events(InstructionSigner signer, Optional<String> audience) {
    return new Events(gateways, signed(signer, audience));
  }

  private Reading signed(InstructionSigner signer, Optional<String> audience) {
    Audiences audiences = audience.isEmpty() ? learnedAudiences : new Audiences(gateways, audience);
    Reading.Tokens tokens =
        new Reading.Tokens() {
          @Override
          public String sign(URI gateway) throws IOException {
            return signer.token(audiences.of(gateway));
          }

          @Override
          public void refused(URI gateway) {
            audiences.forget(gateway);
          }
        };
    return reading(Optional.of(tokens));
  }

  private Reading reading(Optional<Reading.Tokens> tokens) {
    return new Reading(gateways, rules, waiting, onRetry, tokens);
  }

  /**
   * Sends an instruction and waits for its outcome.
   *
   * @param text stored by the caller before this call
   * @param patience how long to wait altogether
   * @return the outcome, which is {@code APPLIED}
   * @throws RegistryProblem when it is refused; {@link RegistryProblem#isRetryable} when no gateway
   *     took it for now
   * @throws OutcomeUnknown when patience ended and it may have been taken
   * @throws GatewayUnreachable when no gateway can have taken it
   */
  public Outcome submit(InstructionText text, Duration patience) {
    Instant deadline = waiting.now().plus(patience);
    Attempts attempts = new Attempts(text.id());
    for (int attempt = 0; attempt < rules.attemptsMost(); attempt++) {
      URI gateway = gateways.forAttempt(attempt);
      try {
        Answer answer =
            gateways.post(gateway, "/instructions", HEADERS, text.jws(), hold(deadline));
        if (answer.status() == 200) {
          return appliedOrRefused(outcome(answer));
        }
        if (answer.status() == 202) {
          attempts.received = true;
          Optional<Outcome> outcome = poll(gateway, text.id(), deadline);
          if (outcome.isPresent()) {
            return appliedOrRefused(whole(gateway, text, outcome.get()));
          }
        } else {
          attempts.refused(RegistryProblem.of(answer.status(), answer.body()));
        }
        if (!pause(gateway, attempts.reason(), attempt, answer.retryAfter(), deadline)) {
          break;
        }
      } catch (IOException e) {
        attempts.failed(e);
        if (!pause(gateway, reason(e), attempt, Optional.empty(), deadline)) {
          break;
        }
      }
    }
    throw attempts.conclusion();
  }

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type",
          "application/jose",
          "Accept",
          "application/json, application/problem+json");

  /** What the attempts so far say about where the instruction is. */
  private final class Attempts {
    private final InstructionId id;
    private boolean received;
    private boolean mayHaveArrived;
    private RegistryProblem problem;
    private Exception last;

    private Attempts(InstructionId id) {
      this.id = id;
    }

    private void refused(RegistryProblem refusal) {
      if (!refusal.isRetryable()) {
        throw refusal;
      }
      // A proxy that gave up does not say whether the gateway behind it did.
      mayHaveArrived |= refusal.code().equals(RegistryProblem.UNEXPECTED_ANSWER);
      problem = refusal;
      last = refusal;
    }

    private void failed(IOException failure) {
      mayHaveArrived |= !Gateways.wasNotSent(failure);
      last = failure;
    }

    private String reason() {
      return problem == null ? "no outcome yet" : problem.code() + " " + problem.detail();
    }

    private ClientException conclusion() {
      if (received || mayHaveArrived) {
        return new OutcomeUnknown(id, received, last);
      }
      return problem != null ? problem : new GatewayUnreachable(gateways.addresses(), last);
    }
  }

  /**
   * The outcome of an instruction as far as it is known.
   *
   * @param held how long the gateway may hold its answer, at most a minute
   * @throws RegistryProblem {@code NOT_FOUND} when no gateway has seen it
   */
  public Outcome outcome(InstructionId id, Duration held) {
    return outcome(reading(Optional.empty()), id, held);
  }

  static Outcome outcome(Reading reading, InstructionId id, Duration held) {
    return new Outcome(reading.object("/instructions/" + id.value(), bounded(held)), false);
  }

  /** Asks the gateway that has it until the outcome is known, patience ends or it fails. */
  private Optional<Outcome> poll(URI gateway, InstructionId id, Instant deadline)
      throws IOException {
    for (int round = 0; waiting.now().isBefore(deadline); round++) {
      Answer answer =
          gateways.get(gateway, "/instructions/" + id.value(), Map.of(), hold(deadline));
      if (answer.status() != 200) {
        return Optional.empty();
      }
      Outcome outcome = outcome(answer);
      if (outcome.isFinal()) {
        return Optional.of(outcome);
      }
      // A gateway that does not hold its answer is not to be asked without end.
      waiting.pause(min(rules.pause(round), left(deadline)));
    }
    return Optional.empty();
  }

  /**
   * The outcome with what moved. Asked for by id, a gateway tells anybody no more than how it
   * ended; whoever sends the signed text again is told all.
   */
  private Outcome whole(URI gateway, InstructionText text, Outcome known) throws IOException {
    Answer answer = gateways.post(gateway, "/instructions", HEADERS, text.jws(), Duration.ZERO);
    if (answer.status() == 200) {
      return new Outcome(outcome(answer).document(), false);
    }
    if (answer.isProblem() && known.status() == Outcome.Status.REJECTED) {
      throw RegistryProblem.of(answer.status(), answer.body());
    }
    return known;
  }

  private static Outcome outcome(Answer answer) {
    boolean replayed =
        answer.headers().firstValue("Instruction-Replayed").filter("true"::equals).isPresent();
    return Json.tryTree(answer.body())
        .map(document -> new Outcome(document, replayed))
        .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()));
  }

  private static Outcome appliedOrRefused(Outcome outcome) {
    if (outcome.status() == Outcome.Status.REJECTED) {
      throw RegistryProblem.of(outcome);
    }
    return outcome;
  }

  /** Waits before the next attempt; false when there is no time or no attempt left. */
  private boolean pause(
      URI gateway, String reason, int attempt, Optional<Duration> asked, Instant deadline) {
    boolean last = attempt + 1 >= rules.attemptsMost();
    if (last || left(deadline).isZero() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    onRetry.accept(new Retry(gateway, reason));
    Duration pause = asked.map(rules::bounded).orElse(rules.pause(attempt));
    waiting.pause(min(pause, left(deadline)));
    return true;
  }

  private static String reason(IOException failure) {
    return Gateways.wasNotSent(failure) ? "cannot connect" : "the connection broke";
  }

  private Duration hold(Instant deadline) {
    return bounded(left(deadline));
  }

  private static Duration bounded(Duration held) {
    return Duration.ofSeconds(min(held, LONGEST_HOLD).toSeconds());
  }

  private Duration left(Instant deadline) {
    Duration left = Duration.between(waiting.now(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
