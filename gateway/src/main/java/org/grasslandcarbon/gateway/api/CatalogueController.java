// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.registry.InstructionSchema;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.grasslandcarbon.views.refusal.HttpStatuses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of the registry: its actions, their schemas, and every code of refusal. */
@RestController
@RequestMapping(Paths.BASE)
@Open("actions, schemas and codes are the registry's rules")
final class CatalogueController {

  /**
   * An action.
   *
   * @param example valid arguments
   * @param name what {@code action} is in an instruction
   * @param refusals codes of its own rule, in the order of its checks
   * @param roles who may give it; one of them suffices
   * @param schema where the JSON Schema of its arguments is
   * @param title what it does
   */
  record ActionDocument(
      JsonNode example,
      String name,
      List<ErrorCode> refusals,
      List<Role> roles,
      String schema,
      Name title) {
    static ActionDocument of(ActionType<?> type) {
      return new ActionDocument(
          Codec.tree(type.example()),
          type.name(),
          type.refusals(),
          type.roles().stream().sorted().toList(),
          Paths.schema(type.name()),
          type.title());
    }
  }

  /**
   * A code of refusal.
   *
   * @param code the code
   * @param en what happened and what to do, in English
   * @param retryable whether sending the same again later can succeed
   * @param status the HTTP status with which it is answered
   * @param zh the same as {@code en} in Chinese
   */
  record ErrorDocument(String code, String en, boolean retryable, int status, String zh) {
    static ErrorDocument of(ErrorCode code) {
      return new ErrorDocument(
          code.name(), code.en(), code.isSafeToRetry(), HttpStatuses.of(code), code.zh());
    }

    static ErrorDocument of(GatewayCode code) {
      return new ErrorDocument(
          code.name(), code.en(), code.isSafeToRetry(), code.status(), code.zh());
    }
  }

  /** A short list that is always whole. */
  record Whole<T>(List<T> items, long total) {
    static <T> Whole<T> of(List<T> items) {
      return new Whole<>(items, items.size());
    }
  }

  @GetMapping("/actions")
  Whole<ActionDocument> actions() {
    List<ActionDocument> documents = new ArrayList<>();
    Catalogue.actions().forEach(type -> documents.add(ActionDocument.of(type)));
    return Whole.of(documents);
  }

  @GetMapping("/actions/{name}")
  ActionDocument action(@PathVariable String name) {
    return ActionDocument.of(Catalogue.find(name).orElseThrow(Found::nothing));
  }

  /** Every code, the registry's in their order of precedence, then the gateway's own. */
  @GetMapping("/errors")
  Whole<ErrorDocument> errors() {
    return Whole.of(
        Stream.concat(
                Arrays.stream(ErrorCode.values()).map(ErrorDocument::of),
                Arrays.stream(GatewayCode.values()).map(ErrorDocument::of))
            .toList());
  }

  /** The JSON Schema of a whole instruction's payload. */
  @GetMapping("/schemas/instruction.json")
  ObjectNode instructionSchema() {
    return InstructionSchema.ofPayload();
  }

  /** The JSON Schema of an action's arguments. */
  @GetMapping("/schemas/{action}.json")
  ObjectNode schema(@PathVariable String action) {
    return InstructionSchema.ofArgs(Catalogue.find(action).orElseThrow(Found::nothing));
  }
}
