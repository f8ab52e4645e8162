// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas and the codec must accept and refuse alike. */
class InstructionSchemaTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Schema PAYLOAD = SCHEMAS.getSchema(InstructionSchema.ofPayload());

  /** Each is written and read once: hundreds of values are held against it. */
  private static final Map<String, JsonNode> OF_ARGS = new HashMap<>();

  private static final Map<String, Schema> READ = new HashMap<>();

  /** More elements than the longest of all lists may have. */
  private static final int MORE_THAN_ANY = 21_000;

  static List<ActionType<?>> actions() {
    return Catalogue.actions();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void the_example_is_valid(ActionType<?> action) {
    JsonNode example = Codec.tree(action.example());
    assertThat(schemaErrors(action, example)).isEmpty();
    assertThat(codecRefuses(action, example)).isFalse();
    assertThat(Codec.convert(example, action.argsClass())).isEqualTo(action.example());
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_member_that_is_not_of_the_record_is_refused(ActionType<?> action) {
    List<String> objects =
        paths(Codec.tree(action.example()), "")
            .filter(path -> at(action, path).isObject())
            .toList();
    assertThat(objects).isNotEmpty();
    for (String path : objects) {
      refusedByBoth(action, path, "x", root -> ((ObjectNode) root.at(path)).put("x", 1));
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_missing_member_is_refused(ActionType<?> action) {
    for (Map.Entry<String, JsonNode> member : Codec.tree(action.example()).properties()) {
      if (isRequired(action, member.getKey())) {
        refusedByBoth(
            action, "", member.getKey(), root -> ((ObjectNode) root).remove(member.getKey()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_null_is_refused_even_for_an_optional_member(ActionType<?> action) {
    for (String name : schema(action).at("/properties").propertyNames()) {
      refusedByBoth(action, "", name, root -> ((ObjectNode) root).putNull(name));
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_member_of_another_type_is_refused(ActionType<?> action) {
    for (String path : paths(Codec.tree(action.example()), "").toList()) {
      JsonNode value = at(action, path);
      if (!path.isEmpty()) {
        boolean isText = value.isString();
        refusedByBoth(
            action, path, "type", root -> replace(root, path, isText ? "7" : "\"no such value\""));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_text_or_list_over_its_limit_is_refused(ActionType<?> action) {
    for (String path : paths(Codec.tree(action.example()), "").toList()) {
      JsonNode value = at(action, path);
      if (value.isString()) {
        String longer = "\"" + "x".repeat(5_000) + "\"";
        refusedByBoth(action, path, "long", root -> replace(root, path, longer));
      } else if (value.isArray() && !value.isEmpty()) {
        int most = at(schema(action), path).path("maxItems").intValue(MORE_THAN_ANY);
        refusedByBoth(
            action,
            path,
            "many",
            root -> {
              ArrayNode list = (ArrayNode) root.at(path);
              JsonNode element = list.get(0);
              while (list.size() <= most) {
                list.add(element);
              }
            });
      }
    }
  }

  @Test
  void a_blank_text_is_refused_by_both() {
    ActionType<?> action = Catalogue.find("retireCredits").orElseThrow();
    refusedByBoth(action, "", "blank", root -> ((ObjectNode) root).put("statement", " \n"));
    refusedByBoth(action, "", "control", root -> ((ObjectNode) root).put("statement", "a\u0000"));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void a_payload_with_the_example_is_valid_and_with_anothers_arguments_is_not(
      ActionType<?> action) {
    ObjectNode instruction = payloadOf(action, Codec.tree(action.example()));
    assertThat(PAYLOAD.validate(instruction)).isEmpty();

    ObjectNode mixed = instruction.deepCopy();
    mixed.set(
        "args", Codec.readTree("{\"no\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(PAYLOAD.validate(mixed)).isNotEmpty();
    assertThat(PAYLOAD.validate(instruction.deepCopy().put("action", "noSuchAction"))).isNotEmpty();
    assertThat(PAYLOAD.validate(instruction.deepCopy().put("extra", 1))).isNotEmpty();
  }

  @Test
  void schemas_are_the_same_text_each_time() {
    assertThat(Codec.text(InstructionSchema.ofPayload()))
        .isEqualTo(Codec.text(InstructionSchema.ofPayload()));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void every_argument_says_what_it_means(ActionType<?> action) {
    for (Map.Entry<String, JsonNode> member :
        InstructionSchema.ofArgs(action).get("properties").properties()) {
      assertThat(member.getValue().has("description"))
          .as("%s.%s", action.name(), member.getKey())
          .isTrue();
    }
  }

  private static ObjectNode payloadOf(ActionType<?> action, JsonNode args) {
    SignedInstruction.Payload payload =
        new SignedInstruction.Payload(
            action.name(),
            args,
            TestLedger.newInstruction(),
            Instant.parse("2025-03-03T02:00:00Z"),
            new ParticipantId("91110000600037341L"));
    return (ObjectNode) Codec.tree(payload);
  }

  private static JsonNode schema(ActionType<?> action) {
    return OF_ARGS.computeIfAbsent(action.name(), any -> InstructionSchema.ofArgs(action));
  }

  private static boolean isRequired(ActionType<?> action, String member) {
    return schema(action).get("required").valueStream().anyMatch(n -> n.asString().equals(member));
  }

  private static JsonNode at(ActionType<?> action, String path) {
    return Codec.tree(action.example()).at(path);
  }

  /** What a schema says of the value at a JSON Pointer; missing where it is said in other words. */
  private static JsonNode at(JsonNode schema, String path) {
    JsonNode part = schema;
    for (String step : path.substring(1).split("/")) {
      part = part.has("items") ? part.get("items") : part.path("properties").path(step);
    }
    return part;
  }

  /** JSON Pointers of a tree's nodes. */
  private static Stream<String> paths(JsonNode node, String path) {
    Stream<String> below = Stream.empty();
    if (node.isObject()) {
      below = node.properties().stream().flatMap(e -> paths(e.getValue(), path + "/" + e.getKey()));
    } else if (node.isArray() && !node.isEmpty()) {
      below = paths(node.get(0), path + "/0");
    }
    return Stream.concat(Stream.of(path), below);
  }

  private static void replace(JsonNode root, String path, String json) {
    JsonNode value = Codec.readTree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    int last = path.lastIndexOf('/');
    JsonNode parent = root.at(path.substring(0, last));
    String name = path.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
  }

  private static void refusedByBoth(
      ActionType<?> action, String path, String what, Consumer<JsonNode> mutation) {
    JsonNode mutated = Codec.tree(action.example()).deepCopy();
    mutation.accept(mutated);
    assertThat(schemaErrors(action, mutated))
        .as("schema: %s%s %s", action.name(), path, what)
        .isNotEmpty();
    assertThat(codecRefuses(action, mutated))
        .as("codec: %s%s %s", action.name(), path, what)
        .isTrue();
  }

  private static List<com.networknt.schema.Error> schemaErrors(
      ActionType<?> action, JsonNode args) {
    return READ.computeIfAbsent(action.name(), any -> SCHEMAS.getSchema(schema(action)))
        .validate(args);
  }

  private static boolean codecRefuses(ActionType<?> action, JsonNode args) {
    try {
      Catalogue.read(Codec.convert(payloadOf(action, args), SignedInstruction.Payload.class));
      return false;
    } catch (RegistryException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED);
      return true;
    }
  }
}
