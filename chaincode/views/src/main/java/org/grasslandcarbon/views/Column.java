// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.unicode.Characters;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SearchText;
import org.grasslandcarbon.domain.value.SerialRanges;
import tools.jackson.databind.JsonNode;

/**
 * A fact about a record that can be filtered on, joined and shown beside the record. Records are
 * read as trees, not as their classes: chaincode newer than the reader may write members that the
 * reader does not know, and that must not stop it.
 *
 * @param name its name, unique in the view
 * @param kind how it is stored
 * @param type what a person writes to ask for it: a value of the domain, an enum, text, number
 * @param match how it is compared with what a person asks for
 * @param source where in the record it comes from, as a text that changes when the meaning does
 * @param reading its value in a record: text, {@link Long}, {@link Boolean}, {@link Instant} or
 *     {@code null}; absent for rows that are no records
 */
public record Column(
    String name,
    Kind kind,
    Class<?> type,
    Match match,
    String source,
    Function<JsonNode, Object> reading) {

  /** How a fact is stored. */
  public enum Kind {
    TEXT,
    NUMBER,
    TIME,
    FLAG
  }

  /** How a fact is compared with what a person asks for. */
  public enum Match {
    /** The very value. */
    EQUAL,
    /** A division that is the one asked for or lies in it. */
    WITHIN,
    /** The very value, whatever its case and width. */
    FOLDED,
    /**
     * A name that has the text asked for, whatever its case and width, from the beginning of one of
     * its words on; each sign of the scripts of East Asia is a word.
     */
    CONTAINING,
    /** A list that has the element asked for. */
    ELEMENT
  }

  /**
   * What decides how texts are folded: other tables of Unicode make other forms, and a table that
   * was filled by the former ones must be filled anew.
   */
  private static final String FOLDING = "Unicode " + Characters.VERSION + " ";

  /** Stands around each element of a list that is stored as a text. */
  public static final char EDGE = '|';

  static Column text(String name, Class<?> type, Match match, String pointer) {
    return new Column(
        name, Kind.TEXT, type, match, pointer, tree -> tree.at(pointer).asString(null));
  }

  /** A text that is asked for as a whole, whatever its case. */
  static Column word(String name, String pointer) {
    return new Column(
        name,
        Kind.TEXT,
        String.class,
        Match.FOLDED,
        "word " + FOLDING + pointer,
        tree -> {
          String text = tree.at(pointer).asString(null);
          return text == null ? null : searchable(text);
        });
  }

  static Column number(String name, String pointer) {
    return new Column(
        name,
        Kind.NUMBER,
        Integer.class,
        Match.EQUAL,
        pointer,
        tree -> tree.at(pointer).isMissingNode() ? null : tree.at(pointer).longValue());
  }

  static Column time(String name, String pointer) {
    return new Column(
        name,
        Kind.TIME,
        Instant.class,
        Match.EQUAL,
        pointer,
        tree -> {
          String text = tree.at(pointer).asString(null);
          return text == null ? null : Instant.parse(text);
        });
  }

  static Column flag(String name, String pointer) {
    return new Column(
        name,
        Kind.FLAG,
        Boolean.class,
        Match.EQUAL,
        pointer,
        tree -> tree.at(pointer).asBoolean(false));
  }

  static Column present(String name, String pointer) {
    return new Column(
        name,
        Kind.FLAG,
        Boolean.class,
        Match.EQUAL,
        "present " + pointer,
        tree -> !tree.at(pointer).isMissingNode());
  }

  static Column credits(String name, String pointer) {
    return new Column(
        name,
        Kind.NUMBER,
        Long.class,
        Match.EQUAL,
        "credits " + pointer,
        tree -> credits(tree.at(pointer)));
  }

  /** Amounts in a map, added up. */
  static Column amounts(String name, String pointer) {
    return new Column(
        name,
        Kind.NUMBER,
        Long.class,
        Match.EQUAL,
        "amounts " + pointer,
        tree ->
            tree.at(pointer).values().stream()
                .mapToLong(JsonNode::longValue)
                .reduce(0, Math::addExact));
  }

  static Column search(String name, String... pointers) {
    return new Column(
        name,
        Kind.TEXT,
        String.class,
        Match.CONTAINING,
        "search " + FOLDING + String.join(" ", pointers),
        tree -> searched(tree, pointers));
  }

  static Column elements(String name, Class<?> type, String pointer) {
    return new Column(
        name,
        Kind.TEXT,
        type,
        Match.ELEMENT,
        "elements " + pointer,
        tree -> elements(tree.at(pointer)));
  }

  static Column joined(String name, String pointer) {
    return new Column(
        name,
        Kind.TEXT,
        String.class,
        Match.EQUAL,
        "joined " + pointer,
        tree -> String.join(":", tree.at(pointer).valueStream().map(JsonNode::asString).toList()));
  }

  /** The id of another record that members name; absent where they do not. */
  static Column id(String name, Function<JsonNode, Optional<Key<?>>> named, String... pointers) {
    return new Column(
        name,
        Kind.TEXT,
        String.class,
        Match.EQUAL,
        "id " + String.join(" ", pointers),
        tree ->
            named
                .apply(tree)
                .map(key -> Keys.parts(key.text()))
                .map(parts -> String.join(":", parts.subList(1, parts.size())))
                .orElse(null));
  }

  /** Who is one beneficiary, however its name was typed. */
  static Column beneficiary(String name) {
    return new Column(
        name,
        Kind.TEXT,
        String.class,
        Match.EQUAL,
        "beneficiary " + FOLDING + "/beneficiary/code /beneficiary/name/zh /training",
        Beneficiaries::id);
  }

  /** A member of each element of a list, each of which can be asked for. */
  static Column each(String name, Class<?> type, String list, String member) {
    return new Column(
        name,
        Kind.TEXT,
        type,
        Match.ELEMENT,
        "each " + member + " of " + list,
        tree -> {
          StringBuilder text = new StringBuilder().append(EDGE);
          tree.at(list)
              .values()
              .forEach(each -> text.append(each.path(member).asString()).append(EDGE));
          return text.toString();
        });
  }

  /** A text of a row that is no record, to be searched in: whoever writes it folds it. */
  static Column searchedRow(String name) {
    return new Column(
        name, Kind.TEXT, String.class, Match.CONTAINING, "row " + FOLDING.strip(), null);
  }

  /** What the number of a batch or of an instrument says of its credits. */
  enum OfBatch {
    /** The number of the project. */
    PROJECT(ProjectNumber.class, Kind.TEXT, Match.EQUAL),
    /** Where the project is: its number begins with the division, which never changes. */
    REGION(RegionCode.class, Kind.TEXT, Match.WITHIN),
    /** The province in which the project is, and the prefecture: found at once by an index. */
    PROVINCE(RegionCode.class, Kind.TEXT, Match.EQUAL),
    PREFECTURE(RegionCode.class, Kind.TEXT, Match.EQUAL),
    /** The year in which the tonnes arose. */
    VINTAGE(Integer.class, Kind.NUMBER, Match.EQUAL);

    private final Class<?> type;
    private final Kind kind;
    private final Match match;

    OfBatch(Class<?> type, Kind kind, Match match) {
      this.type = type;
      this.kind = kind;
      this.match = match;
    }

    private Object in(InstrumentId instrument) {
      return switch (this) {
        case PROJECT -> instrument.project().value();
        case REGION -> instrument.project().region().value();
        case PROVINCE -> instrument.project().region().value().substring(0, 2) + "0000";
        case PREFECTURE -> instrument.project().region().value().substring(0, 4) + "00";
        case VINTAGE -> (long) instrument.vintage();
      };
    }
  }

  /** A part of the number of a batch or of an instrument; absent where there is none. */
  static Column ofBatch(String name, OfBatch part, String pointer) {
    return new Column(
        name,
        part.kind,
        part.type,
        part.match,
        part.name() + " of " + pointer,
        tree -> {
          String number = tree.at(pointer).asString(null);
          return number == null ? null : part.in(instrument(number));
        });
  }

  private static InstrumentId instrument(String number) {
    return number.startsWith("CN-")
        ? InstrumentId.of(new BatchId(number))
        : new InstrumentId(number);
  }

  /** Whether a member has a value. */
  static Column is(String name, String pointer, String value) {
    return new Column(
        name,
        Kind.FLAG,
        Boolean.class,
        Match.EQUAL,
        "is " + value + " " + pointer,
        tree -> tree.at(pointer).asString("").equals(value));
  }

  /** A fact of a row that is no record: whoever writes the row knows it. */
  static Column row(String name, Kind kind, Class<?> type) {
    return new Column(name, kind, type, Match.EQUAL, "row", null);
  }

  /** Credits in serial ranges, in a map of them, or in a list of parts that have them. */
  private static long credits(JsonNode serials) {
    long sum = 0;
    if (serials.isArray() && !serials.isEmpty() && serials.get(0).isString()) {
      sum = Codec.convert(serials, SerialRanges.class).quantity().value();
    } else {
      for (JsonNode part : serials.values()) {
        sum = Math.addExact(sum, credits(part.isObject() ? part.path("serials") : part));
      }
    }
    return sum;
  }

  /** The elements of a list, or the names of a map's members. */
  private static String elements(JsonNode list) {
    StringBuilder text = new StringBuilder().append(EDGE);
    if (list.isObject()) {
      list.propertyNames().forEach(each -> text.append(each).append(EDGE));
    } else {
      list.values().forEach(each -> text.append(each.asString()).append(EDGE));
    }
    return text.toString();
  }

  private static String searched(JsonNode tree, String... pointers) {
    return searchable(
        String.join(
            " ",
            Arrays.stream(pointers)
                .map(pointer -> tree.at(pointer).asString(""))
                .filter(text -> !text.isEmpty())
                .toList()));
  }

  /** A text in the form in which texts are searched, of what is stored as of what is asked for. */
  public static String searchable(String text) {
    return SearchText.of(text);
  }

  /** The members of the record that it reads, as JSON pointers. */
  List<String> pointers() {
    return Arrays.stream(source.split(" ")).filter(word -> word.startsWith("/")).toList();
  }

  /** What makes the column what it is: another text is another column. */
  String signature() {
    return name + " " + kind + " " + source;
  }
}
