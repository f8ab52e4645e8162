// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.ExampleVenue;
import org.grasslandcarbon.domain.market.TradingHours;
import org.grasslandcarbon.domain.methodology.ExampleMethodology;
import org.grasslandcarbon.domain.methodology.ExampleStockChange;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The example registry: who takes part and what happened when, as {@code example-registry.json}
 * tells it, with its sources and what in it is assumed, two years in which regions act together, as
 * {@code example-coordination.json} tells them in the same way, half a year of trading (see {@link
 * ExampleMarket}), and what markets take of credits ({@link ExampleOffsets}).
 *
 * <p>A text of an event's arguments may stand for what is only known when it is loaded: {@code
 * {id:NAME}} for the id of the event of that name, {@code {participant:NAME}} for a credit code,
 * {@code {document:TEXT}} for the SHA-256 of an example document; and as a whole member {@code
 * {key:NAME}} for a participant's public key, {@code {science:VERSION}} for what the domain's
 * example of a methodology computes with, {@code {terms:VERSION}} for its other terms, {@code
 * {terms:practice}} and {@code {sources:practice}} for the numbers of the domain's example of a
 * venue, of one that trades all day.
 */
final class ExampleHistory {
  private static final String RESOURCE = "/example-registry.json";
  private static final String COORDINATION = "/example-coordination.json";
  private static final Map<String, PublishMethodology> VERSIONS =
      Stream.of(
              ExampleMethodology.tier1(),
              ExampleMethodology.flagged(),
              ExampleStockChange.ipcc2006(),
              ExampleStockChange.flagged())
          .collect(
              Collectors.toMap(
                  methodology -> methodology.version().toString(), Function.identity()));

  /** Who practises does so at any hour. */
  private static final List<TradingHours> ALL_DAY = List.of(new TradingHours("00:00", "24:00"));

  /** Who practises has some tonnes only. */
  private static final Tonnes SMALLEST_BLOCK = Tonnes.of(10);

  private final JsonNode document;
  private final Map<String, ParticipantId> participants = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();

  /**
   * One signed instruction of the history.
   *
   * @param name how other events refer to it
   * @param at when
   * @param by who signs, a participant's short name
   * @param action the instruction's action
   * @param args its arguments, references not yet filled in
   * @param refusal the code with which it is refused, when the history tells of a refusal
   */
  record Event(String name, Instant at, String by, String action, ObjectNode args, String refusal) {
    /** The same id in every example registry, so that pages and guides can link to it. */
    InstructionId id() {
      return id(name);
    }

    /** The id of the event of a name. */
    static InstructionId id(String name) {
      byte[] seed = ("grassland-example:" + name).getBytes(StandardCharsets.UTF_8);
      return new InstructionId(UUID.nameUUIDFromBytes(seed).toString());
    }
  }

  private ExampleHistory(JsonNode document, JsonNode coordination) {
    this.document = document;
    for (JsonNode each : document.get("participants")) {
      participants.put(text(each, "key"), new ParticipantId(text(each, "id")));
    }
    add(document, "event-");
    add(coordination, "coordination-");
    events.addAll(ExampleMarket.events(participants, calendarOfTrading()));
    events.addAll(ExampleOffsets.events(participants));
    events.sort(Comparator.comparing(Event::at));
  }

  /**
   * @param unnamed how the names of events begin that have none: their place follows
   */
  private void add(JsonNode told, String unnamed) {
    int place = 0;
    for (JsonNode each : told.get("events")) {
      place++;
      events.add(
          new Event(
              each.has("name") ? text(each, "name") : unnamed + place,
              OffsetDateTime.parse(text(each, "at")).toInstant(),
              text(each, "by"),
              text(each, "action"),
              (ObjectNode) each.get("args"),
              each.has("refused") ? text(each, "refused") : null));
    }
  }

  private Calendar calendarOfTrading() {
    PublishCalendar published =
        events.stream()
            .filter(event -> event.action().equals(PublishCalendar.TYPE.name()))
            .map(event -> filled(event.args(), Map.of()))
            .map(args -> Codec.convert(args, PublishCalendar.class))
            .filter(calendar -> calendar.year() == ExampleMarket.YEAR)
            .findFirst()
            .orElseThrow();
    return new Calendar(
        published.document(), published.holidays(), published.makeUpDays(), published.year());
  }

  /** Reads the history that comes with the product. */
  static ExampleHistory read() {
    return new ExampleHistory(readTree(RESOURCE), readTree(COORDINATION));
  }

  private static JsonNode readTree(String resource) {
    try (InputStream in = ExampleHistory.class.getResourceAsStream(resource)) {
      return Codec.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the example registry cannot be read", e);
    }
  }

  /** Credit codes by short name; each gets an example key. */
  Map<String, ParticipantId> participants() {
    return participants;
  }

  List<Event> events() {
    return events;
  }

  /** When the registry was founded. */
  Instant foundedAt() {
    return OffsetDateTime.parse(text(document, "foundedAt")).toInstant();
  }

  /** The founding document with the founders' keys filled in. */
  byte[] foundingDocument(Map<String, Jwk> keys) {
    return Codec.write(filled(document.get("founding"), keys));
  }

  /** An event's arguments with references filled in. */
  JsonNode arguments(Event event, Map<String, Jwk> keys) {
    return filled(event.args(), keys);
  }

  private JsonNode filled(JsonNode node, Map<String, Jwk> keys) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(member -> copy.set(member.getKey(), filled(member.getValue(), keys)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> copy.add(filled(element, keys)));
      return copy;
    }
    return node.isString() ? filledText(node.stringValue(), keys) : node;
  }

  private JsonNode filledText(String text, Map<String, Jwk> keys) {
    if (!text.startsWith("{") || !text.endsWith("}") || text.indexOf(':') < 0) {
      return JsonNodeFactory.instance.stringNode(text);
    }
    String kind = text.substring(1, text.indexOf(':'));
    String name = text.substring(text.indexOf(':') + 1, text.length() - 1);
    return switch (kind) {
      case "key" -> Codec.tree(known(keys.get(name), text));
      case "participant" -> Codec.tree(known(participants.get(name), text));
      case "science" -> Codec.tree(known(VERSIONS.get(name), text).science());
      case "terms" ->
          name.equals("practice")
              ? Codec.tree(ExampleVenue.terms(ALL_DAY, 0, SMALLEST_BLOCK))
              : Codec.tree(known(VERSIONS.get(name), text).terms());
      case "sources" -> Codec.tree(ExampleVenue.sources());
      case "document" -> Codec.tree(Sha256.of("example document: " + name));
      case "id" ->
          Codec.tree(
              events.stream()
                  .filter(event -> event.name().equals(name))
                  .findFirst()
                  .map(Event::id)
                  .orElseThrow(() -> unknown(text)));
      default -> throw unknown(text);
    };
  }

  private static <T> T known(T value, String text) {
    if (value == null) {
      throw unknown(text);
    }
    return value;
  }

  private static IllegalStateException unknown(String text) {
    return new IllegalStateException("the example registry refers to an unknown " + text);
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    if (value == null || !value.isString()) {
      throw new IllegalStateException("the example registry lacks a " + member + " in " + node);
    }
    return value.stringValue();
  }
}
