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
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.ledger.Action;
import tools.jackson.core.JacksonException;

/**
 * Where the tour is played: sends what a player does, compares the answer with what the rules say,
 * and tells it in a line. What is not as it should be is remembered; only what the rest of the tour
 * rests on ends it.
 */
final class Stage {
  private final Session session;
  private final RegistryClient client;
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

  Stage(Session session, boolean pausing) {
    this.session = session;
    this.client = session.client();
    this.pausing = pausing;
  }

  Session session() {
    return session;
  }

  RegistryClient client() {
    return client;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  List<Step> faults() {
    return steps.stream().filter(step -> !step.asTheRulesSay).toList();
  }

  /** Begins a part of the story. */
  void chapter(String zh, String en) {
    if (!session.isForPrograms()) {
      session.line("");
      session.say("── " + zh, en + " ──");
    }
  }

  /** Something that must be applied; the rest rests on it. */
  Outcome does(Player player, String zh, String en, Action action) {
    return sends(zh, en, sign(player, action));
  }

  /** A signed text that must be applied. */
  Outcome sends(String zh, String en, InstructionText text) {
    long started = System.nanoTime();
    try {
      Outcome outcome = submit(text);
      String answer = outcome.status() + (outcome.replayed() ? " (replayed)" : "");
      Optional<Long> block =
          outcome.block().isPresent() ? Optional.of(outcome.block().getAsLong()) : Optional.empty();
      add(answer, true, block, zh, en, Optional.of(outcome.id()), started);
      return outcome;
    } catch (RegistryProblem problem) {
      add(told(problem), false, Optional.empty(), zh, en, Optional.of(text.id().value()), started);
      throw new FaultFound(
          zh + "：应当生效，却被拒绝：" + told(problem),
          en + ": should be applied, and was refused: " + told(problem));
    }
  }

  /** Something that is applied or refused with a certain code, both being right. */
  Optional<Outcome> tries(Player player, String zh, String en, Action action, Enum<?> code) {
    InstructionText text = sign(player, action);
    Optional<String> id = Optional.of(text.id().value());
    long started = System.nanoTime();
    try {
      Outcome outcome = submit(text);
      add(outcome.status().name(), true, Optional.empty(), zh, en, id, started);
      return Optional.of(outcome);
    } catch (RegistryProblem problem) {
      boolean expected = isOneOf(problem, code);
      add(told(problem), expected, Optional.empty(), zh, en, id, started);
      return Optional.empty();
    }
  }

  /** Something that must be refused, with one of some codes. */
  void refused(Player player, String zh, String en, Action action, Enum<?>... codes) {
    refused(zh, en, sign(player, action), codes);
  }

  /** A signed text that must be refused, with one of some codes. */
  void refused(String zh, String en, InstructionText text, Enum<?>... codes) {
    long started = System.nanoTime();
    Optional<String> id = Optional.of(text.id().value());
    try {
      Outcome outcome = submit(text);
      add(outcome.status().name(), false, Optional.empty(), zh, en, id, started);
    } catch (RegistryProblem problem) {
      boolean expected = isOneOf(problem, codes);
      String answer = expected ? problem.code() : told(problem) + ", not " + Arrays.toString(codes);
      add(answer, expected, Optional.empty(), zh, en, id, started);
    }
  }

  /** A read that must be refused, with one of some codes. */
  void unreadable(String zh, String en, Supplier<?> read, String... codes) {
    long started = System.nanoTime();
    try {
      read.get();
      add("200", false, Optional.empty(), zh, en, Optional.empty(), started);
    } catch (RegistryProblem problem) {
      boolean expected = List.of(codes).contains(problem.code());
      String answer = expected ? problem.code() : told(problem) + ", not " + Arrays.toString(codes);
      add(answer, expected, Optional.empty(), zh, en, Optional.empty(), started);
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
      answer = "not the document expected: " + e.getMessage();
    }
    add(answer, equal, Optional.empty(), zh, en, Optional.empty(), started);
  }

  /** Signs for a player, with a new id. */
  InstructionText sign(Player player, Action action) {
    return player
        .signer()
        .sign(InstructionSigner.newId(), action, InstructionSigner.USUAL_VALIDITY);
  }

  private Outcome submit(InstructionText text) {
    return session.progress().during(text.action(), () -> client.submit(text, session.timeout()));
  }

  private static boolean isOneOf(RegistryProblem problem, Enum<?>... codes) {
    return Arrays.stream(codes).anyMatch(code -> code.name().equals(problem.code()));
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
