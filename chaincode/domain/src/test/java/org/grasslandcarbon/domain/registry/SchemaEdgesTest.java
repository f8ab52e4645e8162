// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every edge of every member is sent to the published schema and to the codec, which must answer
 * alike: whoever validates before signing must not be refused afterwards, nor be told that what the
 * ledger takes is wrong.
 */
class SchemaEdgesTest {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static List<ActionType<?>> actions() {
    return Catalogue.actions();
  }

  @ParameterizedTest
  @MethodSource("actions")
  void schema_and_codec_answer_alike_on_every_edge(ActionType<?> action) {
    JsonNode whole = InstructionSchema.ofArgs(action);
    JsonNode example = Codec.tree(action.example());
    List<String> apart = new ArrayList<>();
    for (String path : paths(example, "").skip(1).toList()) {
      JsonNode part = partOf(whole, path);
      if (part.isMissingNode()) {
        continue; // a geometry has one schema for the whole of it
      }
      // The rest of the example is valid, so that the part decides for the whole.
      Schema schema = SCHEMAS.getSchema(part);
      for (JsonNode edge : edges(example.at(path), part)) {
        boolean valid = schema.validate(edge).isEmpty();
        String refusal = refusal(action, with(example, path, edge));
        boolean acrossMembers = ACROSS_MEMBERS.stream().anyMatch(refusal::contains);
        if (!acrossMembers && valid != refusal.isEmpty()) {
          apart.add(
              path
                  + " = "
                  + shown(edge)
                  + (valid ? ": only the codec refuses: " + refusal : ": only the schema refuses"));
        }
      }
    }
    assertThat(apart).isEmpty();
  }

  @Test
  void schema_and_codec_answer_alike_on_every_edge_of_a_payload() {
    JsonNode whole = InstructionSchema.ofPayload().path("properties");
    ActionType<?> action = Catalogue.find("registerProject").orElseThrow();
    JsonNode valid = Codec.tree(payload(action, Codec.tree(action.example())));
    List<String> apart = new ArrayList<>();
    for (String member : List.of("id", "notAfter", "participant")) {
      Schema schema = SCHEMAS.getSchema(whole.path(member));
      Stream.concat(TEXTS.stream(), TIMES.stream())
          .map(JSON::stringNode)
          .forEach(
              edge -> {
                boolean isValid = schema.validate(edge).isEmpty();
                String refusal = refusal(with(valid, "/" + member, edge));
                if (isValid != refusal.isEmpty()) {
                  apart.add(member + " = " + shown(edge) + " " + isValid + " " + refusal);
                }
              });
    }
    assertThat(apart).isEmpty();
    assertThat(refusal(with(valid, "/notAfter", JSON.stringNode(TIMES.get(0))))).isEmpty();
  }

  private static final List<String> TIMES =
      List.of(
          "2025-03-03T02:30:00Z",
          "2025-03-03t02:30:00.5z",
          "2025-03-03T02:30:00.123456789Z",
          "2025-03-03T02:30:00.1234567890Z",
          "2025-03-03T02:30:00.Z",
          "2025-03-03T02:30Z",
          "2025-03-03T10:30:00+08:00",
          "2025-03-03T10:30:00+23:59",
          "2025-03-03T10:30:00-00:00",
          "2025-03-03T10:30:00+24:00",
          "2025-03-03T10:30:00+18:60",
          "2025-03-03T10:30:00+0800",
          "2025-03-03T24:00:00Z",
          "2025-03-03T23:59:60Z",
          "2025-02-29T02:30:00Z",
          "2024-02-29T02:30:00Z",
          "2100-02-29T02:30:00Z",
          "1899-12-31T23:59:59Z",
          "2200-12-31T23:59:59.999999999-23:59",
          "2025-03-03 02:30:00Z",
          "2025-03-03T02:30:00",
          "6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d01",
          "6F1B6C1E-5B0A-4C3E-9D7E-0C8F4B1A2D01");

  /** What depends on other members or on what a text stands for, which a schema cannot say. */
  private static final Set<String> ACROSS_MEMBERS =
      Set.of(
          "validTo is not before validFrom",
          "is named twice",
          "two different participants are related",
          "only ownership and control have a share",
          "a relation does not end before it begins",
          "a case is about something",
          "the weights of the two are",
          "a report has a value, a task or a barrier",
          "an indicator has one value in a report",
          "a task is reported once in a report",
          "a term does not end before it begins",
          "the delegate is another than the holder",
          "a notice does not end before it begins",
          "TARGETS and REVISION have targets",
          "targets has an indicator twice",
          "a target is 0 or more",
          "the last day for validation lies before the day of closing",
          "a period does not end before it begins",
          "a period touches at most 12 calendar years",
          "a range's least is not above its most",
          "the least not above the most",
          "days are 1 to those of the year",
          "benefit shares are together at most 10000 hundredths of a percent",
          "x and y are not a point of P-256",
          // As multipleOf it would refuse 116.1 wherever numbers are binary.
          "a coordinate is in degrees with at most seven decimals");

  private static String shown(JsonNode edge) {
    String text = edge.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The schema of what stands at a JSON Pointer; missing inside a geometry. */
  private static JsonNode partOf(JsonNode whole, String path) {
    JsonNode part = whole;
    for (String step : path.substring(1).split("/")) {
      part = part.has("items") ? part.path("items") : part.path("properties").path(step);
    }
    assertThat(part.isObject() || path.startsWith("/boundary/")).as(path).isTrue();
    return part;
  }

  private static List<JsonNode> edges(JsonNode value, JsonNode schema) {
    List<JsonNode> edges = new ArrayList<>();
    if (value.isNumber()) {
      NUMBERS.forEach(number -> edges.add(json(number)));
      for (String bound : List.of("minimum", "maximum")) {
        BigDecimal at = schema.path(bound).decimalValue();
        for (int i = -1; i <= 1; i++) {
          edges.add(json(at.add(BigDecimal.valueOf(i)).toPlainString()));
        }
      }
    } else if (value.isString()) {
      TEXTS.forEach(text -> edges.add(JSON.stringNode(text)));
      int most = schema.path("maxLength").asInt(40);
      for (String character : List.of("x", "A", "0", "𠮷")) {
        for (int length : new int[] {most - 1, most, most + 1}) {
          edges.add(JSON.stringNode(character.repeat(length)));
        }
      }
    } else if (value.isArray()) {
      int least = schema.path("minItems").asInt(0);
      int most = schema.path("maxItems").asInt(10);
      for (int size : new int[] {0, 1, 2, least - 1, least, least + 1, most, most + 1}) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size && !value.isEmpty(); i++) {
          list.add(value.get(i % value.size()));
        }
        edges.add(list);
      }
    }
    return edges;
  }

  private static JsonNode json(String text) {
    return Codec.readTree(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "-0",
          "0.0",
          "1",
          "1.0",
          "1.5",
          "1e0",
          "0.1e1",
          "12e1",
          "1e-30",
          "100",
          "-2147483649",
          "2147483648",
          "9007199254740993",
          "9223372036854775808");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u00A0",
          "\u3000",
          "\u2800",
          "a b",
          "Ａ",
          "𠮷",
          "❤\uFE0F",
          "a\u00A0b",
          // What is no text for people.
          "\n",
          "a\n",
          "a\tb",
          "a\u0000b",
          "a\u007Fb",
          "a\u0085b",
          "a\u00ADb",
          "a\u200Bb",
          "a\u202Eb",
          "a\u2028b",
          "a\u2066b",
          "a\uFEFFb",
          "a\uFDD0b",
          "a\uFFFEb",
          "a\uD83F\uDFFEb",
          "a\uDBFF\uDFFFb",
          "a\uDB40\uDC41b",
          "a\uD83Db",
          "\u3164",
          "a\u061Cb",
          "a\u2060b",
          // Numbers in texts.
          "x",
          "0",
          "1",
          "-1",
          "-0",
          "0.0",
          "00",
          "100",
          "100.1",
          "101",
          "1e1",
          "1.",
          ".5",
          "+1",
          // Dates.
          "2025-02-28",
          "2025-02-29",
          "2024-02-29",
          "1899-12-31",
          "1900-02-29",
          "2000-02-29",
          "2200-12-31",
          "2201-01-01",
          "2025-1-1",
          "2025-04-31",
          "２０２５-01-01",
          // Names of enumerations, codes, base64.
          "RETIREMENT",
          "REVERSAL",
          "REVERSAL_COMPENSATION",
          "OTHER",
          "other",
          "POSITIVE",
          "OWNER",
          "91110000600037341L",
          "91110000600037341I",
          "150000",
          "15000",
          "1-1",
          "2-1",
          "0-1",
          "1-1000000000000",
          "AAAA",
          "AAA=",
          "AA==",
          "AB==",
          "AAAAA",
          "AA\nAA");

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

  private static JsonNode with(JsonNode example, String path, JsonNode value) {
    JsonNode root = example.deepCopy();
    int last = path.lastIndexOf('/');
    JsonNode parent = root.at(path.substring(0, last));
    String name = path.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
    return root;
  }

  /** Why the codec refuses; empty when it does not. */
  private static String refusal(ActionType<?> action, JsonNode args) {
    return refusal(() -> Catalogue.read(payload(action, args)));
  }

  private static String refusal(JsonNode payload) {
    return refusal(() -> Codec.convert(payload, SignedInstruction.Payload.class));
  }

  private static String refusal(Runnable reading) {
    try {
      reading.run();
      return "";
    } catch (RegistryException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED);
      return e.getMessage();
    }
  }

  private static SignedInstruction.Payload payload(ActionType<?> action, JsonNode args) {
    return new SignedInstruction.Payload(
        action.name(),
        args,
        TestLedger.newInstruction(),
        Instant.parse("2025-03-03T02:00:00Z"),
        new ParticipantId("91110000600037341L"));
  }
}
