// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.client.GatewayUnreachable;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outbox;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.OutcomeUnknown;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;

/**
 * Sends instructions that follow from files, so that doing it again goes on where it broke off. The
 * id of each follows from what it says: the ledger is asked for it first, and what is there is not
 * sent twice, whatever has become of this machine meanwhile. What was refused has used its id up
 * and gets the next one.
 */
public final class SentOnce {
  private static final Duration VALIDITY = Duration.ofMinutes(10);

  /** Whoever was refused so often with the same content should change it. */
  private static final int ATTEMPTS_MOST = 50;

  /** An id that follows from content says so (RFC 9562, version 8). */
  private static final char UUID_VERSION = '8';

  private static final String UUID_VARIANTS = "89ab";

  private final Session session;
  private final String action;

  /**
   * @param action what is asked for
   */
  public SentOnce(Session session, String action) {
    this.session = session;
    this.action = action;
  }

  /**
   * What is on the ledger.
   *
   * @param id of the instruction
   * @param outcome what became of it
   * @param before whether it was there before
   */
  public record Sent(InstructionId id, Outcome outcome, boolean before) {}

  /** The id under which an instruction is sent first. */
  public InstructionId firstId(JsonNode args) {
    return id(args, 0);
  }

  /** The id of an instruction that asks for something, so many having been refused or used. */
  private InstructionId id(JsonNode args, int attempt) {
    String hex =
        Sha256.of(
                String.join(
                    "\n",
                    "grassland instruction",
                    session.signer().participant().value(),
                    action,
                    Integer.toString(attempt),
                    Codec.text(args)))
            .value();
    char variant = UUID_VARIANTS.charAt(Character.digit(hex.charAt(16), 16) % 4);
    return new InstructionId(
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            UUID_VERSION + hex.substring(13, 16),
            variant + hex.substring(17, 20),
            hex.substring(20, 32)));
  }

  /**
   * Sends what is not on the ledger yet, and waits for its outcome.
   *
   * @param again whether what is there does not count: another one is meant
   * @throws KeptInOutbox when it has no outcome yet
   * @throws RegistryProblem when it is refused
   */
  public Sent send(JsonNode args, boolean again) {
    for (int attempt = 0; attempt < ATTEMPTS_MOST; attempt++) {
      InstructionId id = id(args, attempt);
      Optional<InstructionText> waiting = session.outbox().find(id);
      Optional<Outcome> known = waiting.isPresent() ? Optional.empty() : known(id);
      if (known.isPresent() && isOurs(known.get()) && !again) {
        return new Sent(id, known.get(), true);
      }
      if (known.isEmpty()) {
        Optional<Sent> sent =
            submit(
                waiting.orElseGet(() -> session.signer().sign(id, action, args, VALIDITY)),
                waiting.isPresent());
        if (sent.isPresent()) {
          return sent.get();
        }
      }
    }
    throw new UsageException(
        "同样内容的指令已被拒绝 " + ATTEMPTS_MOST + " 次；请先更正内容。",
        "The same has been refused " + ATTEMPTS_MOST + " times: correct it first.");
  }

  /** Sends a text; empty when its id is used up, and the next one is to be tried. */
  private Optional<Sent> submit(InstructionText text, boolean wasWaiting) {
    Outbox outbox = session.outbox();
    outbox.store(text);
    try {
      Outcome outcome = session.client().submit(text, session.timeout());
      outbox.settle(text.id());
      return Optional.of(new Sent(text.id(), outcome, outcome.replayed()));
    } catch (RegistryProblem problem) {
      if (!problem.isFinal()) {
        throw new KeptInOutbox(List.of(text), problem);
      }
      outbox.settle(text.id());
      if (problem.is(ErrorCode.DUPLICATE)) {
        // Another text of ours went under this id by another way.
        return known(text.id())
            .filter(this::isOurs)
            .map(outcome -> new Sent(text.id(), outcome, true));
      }
      if (wasWaiting && problem.is(ErrorCode.EXPIRED)) {
        return Optional.empty();
      }
      throw problem;
    } catch (GatewayUnreachable | OutcomeUnknown unfinished) {
      throw new KeptInOutbox(List.of(text), unfinished);
    }
  }

  /** What became of an id; empty when nothing has yet. */
  private Optional<Outcome> known(InstructionId id) {
    try {
      return Optional.of(session.client().outcome(id, Duration.ZERO)).filter(Outcome::isFinal);
    } catch (RegistryProblem problem) {
      if (problem.code().equals(GatewayCode.NOT_FOUND.name())) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /** Whoever has seen an instruction can work out the next ids, and use them for something else. */
  private boolean isOurs(Outcome outcome) {
    return outcome.status() == Outcome.Status.APPLIED
        && outcome.document().path("action").asString("").equals(action)
        && outcome
            .document()
            .path("participant")
            .asString("")
            .equals(session.signer().participant().value());
  }
}
