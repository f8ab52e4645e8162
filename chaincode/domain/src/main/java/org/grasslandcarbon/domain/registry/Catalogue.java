// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.coordination.CoordinationManifest;
import org.grasslandcarbon.domain.credit.CreditManifest;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.judicial.JudicialManifest;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Manifest;
import org.grasslandcarbon.domain.ledger.Noun;
import org.grasslandcarbon.domain.market.MarketManifest;
import org.grasslandcarbon.domain.methodology.MethodologyManifest;
import org.grasslandcarbon.domain.monitoring.MonitoringManifest;
import org.grasslandcarbon.domain.offset.OffsetManifest;
import org.grasslandcarbon.domain.participant.ParticipantManifest;
import org.grasslandcarbon.domain.permanence.PermanenceManifest;
import org.grasslandcarbon.domain.project.ProjectManifest;
import org.grasslandcarbon.domain.region.RegionManifest;
import org.grasslandcarbon.domain.settlement.SettlementManifest;
import org.grasslandcarbon.domain.stocking.StockingManifest;
import org.grasslandcarbon.domain.supervision.SupervisionManifest;
import org.grasslandcarbon.domain.value.BadValueException;
import tools.jackson.databind.JsonNode;

/** Every action of the registry: what the manifests of its packages declare, joined. */
public final class Catalogue {
  private static final List<Manifest> MANIFESTS =
      List.of(
          ParticipantManifest.MANIFEST,
          RegionManifest.MANIFEST,
          MethodologyManifest.MANIFEST,
          ProjectManifest.MANIFEST,
          StockingManifest.MANIFEST,
          MonitoringManifest.MANIFEST,
          OffsetManifest.MANIFEST,
          CreditManifest.MANIFEST,
          PermanenceManifest.MANIFEST,
          SettlementManifest.MANIFEST,
          MarketManifest.MANIFEST,
          JudicialManifest.MANIFEST,
          SupervisionManifest.MANIFEST,
          CoordinationManifest.MANIFEST,
          RegistryManifest.MANIFEST);

  private Catalogue() {}

  /** The actions, in a class of their own: who only asks for nouns does not load them. */
  private static final class Actions {
    static final List<ActionType<?>> ALL =
        nouns().stream()
            .flatMap(noun -> noun.verbs().stream())
            .<ActionType<?>>map(Noun.Verb::action)
            .toList();
    static final Map<String, ActionType<?>> BY_NAME =
        ALL.stream().collect(Collectors.toUnmodifiableMap(ActionType::name, Function.identity()));
    static final Map<Class<?>, ActionType<?>> BY_CLASS =
        ALL.stream()
            .collect(Collectors.toUnmodifiableMap(ActionType::argsClass, Function.identity()));
  }

  /** The manifests of all packages. */
  public static List<Manifest> manifests() {
    return MANIFESTS;
  }

  /** All nouns; one that several packages act on has the verbs of all, in their order. */
  public static List<Noun> nouns() {
    Map<String, Noun> joined = new LinkedHashMap<>();
    MANIFESTS.stream()
        .flatMap(manifest -> manifest.nouns().stream())
        .forEach(noun -> joined.merge(noun.name(), noun, Noun::and));
    return List.copyOf(joined.values());
  }

  /** All actions. */
  public static List<ActionType<?>> actions() {
    return Actions.ALL;
  }

  /** The action of a name, if there is one. */
  public static Optional<ActionType<?>> find(String name) {
    return Optional.ofNullable(Actions.BY_NAME.get(name));
  }

  /** The type of an action. */
  public static ActionType<?> of(Action action) {
    return Optional.<ActionType<?>>ofNullable(Actions.BY_CLASS.get(action.getClass()))
        .orElseThrow(
            () ->
                new RegistryException(
                    ErrorCode.UNKNOWN_ACTION,
                    zh("指令目录中没有 %s")
                        .en("%s is not in the catalogue", action.getClass().getSimpleName())));
  }

  /**
   * The action that an instruction asks for, with its arguments read and held to their limits.
   *
   * @throws RegistryException {@code UNKNOWN_ACTION} or {@code MALFORMED}
   */
  public static ReadAction read(SignedInstruction.Payload instruction) {
    return read(instruction.action(), instruction.args());
  }

  /** The same of an action's name and its arguments. */
  public static ReadAction read(String action, JsonNode arguments) {
    ActionType<?> type =
        find(action)
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.UNKNOWN_ACTION,
                        zh("没有所填名称的指令").en("no action has the name given")));
    Record args;
    try {
      args = Codec.convert(arguments, type.argsClass(), "args");
      Shape.checkWritten(args);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, e.detail().at("args"));
    }
    return new ReadAction(type, (Action) args);
  }

  /**
   * An action with its arguments.
   *
   * @param type its entry in the catalogue
   * @param action its arguments
   */
  public record ReadAction(ActionType<?> type, Action action) {}
}
