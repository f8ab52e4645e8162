// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.act;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Which acts somebody wants to hear of; all that are given must fit.
 *
 * @param action the name of an action
 * @param instrument what is traded
 * @param kind a noun of the registry, as it is typed: all that can be done to it
 * @param own whether only acts are wanted that concern whoever asks
 * @param project a project's id
 */
public record ActFilter(
    @Most(ACTION_MOST) Optional<String> action,
    Optional<InstrumentId> instrument,
    @Most(ACTION_MOST) Optional<String> kind,
    boolean own,
    Optional<InstructionId> project) {

  /** More than the longest name of an action or a noun. */
  private static final int ACTION_MOST = 40;

  /** Everything. */
  public static final ActFilter ALL =
      new ActFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

  /** By noun, what can be done to it: made when it is first asked for, since that takes a while. */
  private static final class Kinds {
    private static final Map<String, Set<String>> ACTIONS = actions();

    private static Map<String, Set<String>> actions() {
      Map<String, Set<String>> actions = new HashMap<>();
      for (Noun noun : Catalogue.nouns()) {
        for (Noun.Verb verb : noun.verbs()) {
          actions.computeIfAbsent(noun.name(), any -> new HashSet<>()).add(verb.action().name());
        }
      }
      return actions;
    }
  }

  /**
   * The same, of names that there are: a misspelt one would be silent for ever and be believed.
   *
   * @throws RequestException when there is no such action or kind
   */
  public ActFilter mustBeKnown() {
    action.ifPresent(
        name ->
            require(
                Catalogue.find(name).isPresent(),
                zh("没有名为 %s 的指令").en("there is no action %s", name)));
    kind.ifPresent(
        name ->
            require(
                Kinds.ACTIONS.containsKey(name),
                zh("没有名为 %s 的对象").en("there is no kind %s", name)));
    return this;
  }

  private static void require(boolean condition, Detail otherwise) {
    if (!condition) {
      throw new RequestException(GatewayCode.BAD_REQUEST, otherwise);
    }
  }

  /** Whether an action's acts are wanted, whatever they are about. */
  public boolean wants(String name) {
    return action.filter(wanted -> !wanted.equals(name)).isEmpty()
        && kind.filter(wanted -> !Kinds.ACTIONS.getOrDefault(wanted, Set.of()).contains(name))
            .isEmpty();
  }

  /** Whether it takes knowing what an act is about. */
  public boolean asksForSubjects() {
    return instrument.isPresent() || project.isPresent();
  }

  /** Whether an act that is about something is wanted. */
  public boolean wants(Subjects.About about) {
    return project.filter(id -> !about.projects().contains(id.value())).isEmpty()
        && instrument.filter(id -> !about.instruments().contains(id.toString())).isEmpty();
  }
}
