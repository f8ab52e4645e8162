// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.JsonSchema;
import org.grasslandcarbon.domain.ledger.ActionType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas that the registry publishes: of each action's arguments, and of a payload. */
public final class InstructionSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private InstructionSchema() {}

  /** The schema of an action's arguments, with its example. */
  public static ObjectNode ofArgs(ActionType<?> action) {
    ObjectNode schema = head("urn:grasslandcarbon:args:" + action.name());
    schema.setAll(args(action));
    return schema;
  }

  /** The schema of a whole payload: any action, with the arguments that are its own. */
  public static ObjectNode ofPayload() {
    ObjectNode schema = head("urn:grasslandcarbon:instruction");
    schema.put("title", "指令 / Instruction");
    schema.setAll(JsonSchema.of(SignedInstruction.Payload.class));
    ArrayNode names = ((ObjectNode) schema.at("/properties/action")).putArray("enum");
    ArrayNode cases = schema.putArray("allOf");
    ObjectNode definitions = schema.putObject("$defs");
    for (ActionType<?> action : Catalogue.actions()) {
      names.add(action.name());
      ObjectNode oneCase = cases.addObject();
      ObjectNode condition = oneCase.putObject("if");
      condition.putObject("properties").putObject("action").put("const", action.name());
      condition.putArray("required").add("action");
      oneCase
          .putObject("then")
          .putObject("properties")
          .putObject("args")
          .put("$ref", "#/$defs/" + action.name());
      definitions.set(action.name(), args(action));
    }
    return schema;
  }

  private static ObjectNode head(String id) {
    return JsonNodeFactory.instance.objectNode().put("$schema", DIALECT).put("$id", id);
  }

  private static ObjectNode args(ActionType<?> action) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("title", action.title().zh() + " / " + action.title().en());
    schema.setAll(JsonSchema.of(action.argsClass()));
    JsonNode example = Codec.tree(action.example());
    schema.putArray("examples").add(example);
    return schema;
  }
}
