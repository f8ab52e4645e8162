// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.grasslandcarbon.cli.FaultFound;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Stage;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import tools.jackson.core.JacksonException;

/**
 * Where the tour is played: sends what a player does, compares the answer with what the rules say,
 * and tells it in a line. What is not as it should be is remembered; only what the rest of the tour
 * rests on ends it.
 */
final class TourStage implements Stage {
  private final Session session;
  private final Map<Part, InstructionSigner> cast;
  private final boolean pausing;
  private final List<Step> steps = new ArrayList<>();

  /**
   * A step as it went.
   *
   * @param answer what the ledger or the gateway answered
   * @param asTheRulesSay whether that is what the rules say
   * @param block the block, when there is one
   * @param en what was done
   * @param instruction the instruction's id, when there is one
   * @param milliseconds how long the answer took
   * @param zh what was done
   */
  record Step(
      String answer,
      boolean asTheRulesSay,
      Optional<Long> block,
      String en,
      Optional<String> instruction,
      long milliseconds,
      String zh) {}

  TourStage(Session session, Map<Part, InstructionSigner> cast, boolean pausing) {
    this.session = session;
    this.cast = cast;
    this.pausing = pausing;
  }

  /** What signs for a part. */
  InstructionSigner signer(Part part) {
    return cast.get(part);
  }

  @Override
  public ParticipantId id(Part part) {
    return signer(part).participant();
  }

  @Override
  public Jwk key(Part part) {
    return signer(part).key().jwk();
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  List<Step> faults() {
    return steps.stream().filter(step -> !step.asTheRulesSay).toList();
  }

  @Override
  public void chapter(String zh, String en) {
    if (!session.isForPrograms()) {
      session.line("");
      session.say("── " + zh, en + " ──");
    }
  }

  @Override
  public Played does(Part part, String zh, String en, Action action) {
    return played(sends(zh, en, sign(signer(part), action)));
  }

  /** A signed text that must be applied. */
  Outcome sends(String zh, String en, InstructionText text) {
    return sent(zh, en, text, true)
        .orElseThrow(
            () -> {
              String answer = steps.get(steps.size() - 1).answer();
              return new FaultFound(
                  zh + "：应当生效，却被拒绝：" + answer,
                  en + ": should be applied, and was refused: " + answer);
            });
  }

  @Override
  public Optional<Played> tries(Part part, String zh, String en, Action action, ErrorCode code) {
    return sent(zh, en, sign(signer(part), action), true, code).map(TourStage::played);
  }

  private static Played played(Outcome outcome) {
    return new Played(
        new InstructionId(outcome.id()),
        outcome.references().stream()
            .map(reference -> new Reference(reference.id(), reference.type()))
            .toList());
  }

  @Override
  public void refused(Part part, String zh, String en, Action action, ErrorCode... codes) {
    refused(zh, en, sign(signer(part), action), codes);
  }

  /** A signed text that must be refused, with one of some codes. */
  void refused(String zh, String en, InstructionText text, ErrorCode... codes) {
    sent(zh, en, text, false, codes);
  }

  /** Signs with a new id. */
  static InstructionText sign(InstructionSigner signer, Action action) {
    return signer.sign(InstructionSigner.newId(), action, InstructionSigner.USUAL_VALIDITY);
  }

  /**
   * Sends a text and tells how it went.
   *
   * @param applied whether it may be applied
   * @param codes with which it may be refused
   */
  private Optional<Outcome> sent(
      String zh, String en, InstructionText text, boolean applied, ErrorCode... codes) {
    long started = System.nanoTime();
    Optional<String> id = Optional.of(text.id().value());
    try {
      Outcome outcome =
          session
              .progress()
              .during(text.action(), () -> session.client().submit(text, session.timeout()));
      String answer = outcome.status() + (outcome.replayed() ? " (replayed)" : "");
      Optional<Long> block =
          outcome.block().isPresent() ? Optional.of(outcome.block().getAsLong()) : Optional.empty();
      add(answer, applied, block, zh, en, id, started);
      return Optional.of(outcome);
    } catch (RegistryProblem problem) {
      List<String> expected = Arrays.stream(codes).map(ErrorCode::name).toList();
      addRefusal(problem, expected, zh, en, id, started);
      return Optional.empty();
    }
  }

  private void addRefusal(
      RegistryProblem problem,
      List<String> expected,
      String zh,
      String en,
      Optional<String> id,
      long started) {
    boolean asTheRulesSay = expected.contains(problem.code());
    String not = expected.isEmpty() ? "" : ", not " + expected;
    String answer = asTheRulesSay ? problem.code() : told(problem) + not;
    add(answer, asTheRulesSay, Optional.empty(), zh, en, id, started);
  }

  /** A read that must be refused with a code. */
  void unreadable(String zh, String en, Supplier<?> read, String code) {
    long started = System.nanoTime();
    try {
      read.get();
      add("200", false, Optional.empty(), zh, en, Optional.empty(), started);
    } catch (RegistryProblem problem) {
      addRefusal(problem, List.of(code), zh, en, Optional.empty(), started);
    }
  }

  /** Something read that must be as expected. */
  void equal(String zh, String en, Object expected, Supplier<?> read) {
    long started = System.nanoTime();
    String answer;
    boolean equal = false;
    try {
      Object found = read.get();
      equal = expected.equals(found);
      answer = equal ? String.valueOf(found) : found + ", not " + expected;
    } catch (RegistryProblem problem) {
      answer = told(problem);
    } catch (JacksonException | IllegalArgumentException e) {
      answer = "not the document expected";
    }
    add(answer, equal, Optional.empty(), zh, en, Optional.empty(), started);
  }

  private static String told(RegistryProblem problem) {
    return problem.detail().isEmpty() ? problem.code() : problem.code() + ": " + problem.detail();
  }

  private void add(
      String answer,
      boolean asTheRulesSay,
      Optional<Long> block,
      String zh,
      String en,
      Optional<String> instruction,
      long started) {
    long milliseconds = (System.nanoTime() - started) / 1_000_000;
    Step step = new Step(answer, asTheRulesSay, block, en, instruction, milliseconds, zh);
    steps.add(step);
    if (session.isForPrograms()) {
      return;
    }
    session.line(
        String.format(
            Locale.ROOT,
            "%3d %s %s",
            steps.size(),
            asTheRulesSay ? "✓" : "✗",
            session.language().of(zh, en)));
    session.line(
        String.format(
            Locale.ROOT,
            "      → %s%s  %d ms",
            answer,
            block.map(number -> "  #" + number).orElse(""),
            milliseconds));
    if (pausing) {
      waitForEnter();
    }
  }

  private void waitForEnter() {
    session.hint("      （按回车继续）", "(press Enter)");
    try {
      int c;
      do {
        c = session.terminal().in().read();
      } while (c >= 0 && c != '\n');
    } catch (IOException e) {
      // Nobody can press Enter: the tour goes on by itself.
    }
  }

  /** The whole tour as one document. */
  Map<String, Object> document() {
    Map<String, Object> document = new TreeMap<>();
    document.put("asTheRulesSay", faults().isEmpty());
    document.put("faults", faults().size());
    document.put("steps", steps);
    return document;
  }
}
