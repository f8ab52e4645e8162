// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.SerialRanges;
import tools.jackson.databind.JsonNode;

/**
 * The table of one type of record. Records are read as trees, not as their classes: chaincode newer
 * than this gateway may write members that the gateway does not know, and that must not stop it.
 */
public final class RecordTable {
  private final String name;
  private final String type;
  private final List<Column> columns = new ArrayList<>();
  private String jsonType = Column.TEXT;

  private RecordTable(String name, String type) {
    this.name = name;
    this.type = type;
  }

  /** Begins the table of a type. */
  static RecordTable of(String name, RecordType<?> type) {
    return new RecordTable(name, type.name());
  }

  /** The table's name. */
  public String name() {
    return name;
  }

  /** The type's name, the first part of its keys. */
  public String type() {
    return type;
  }

  /** The columns beside id, seq, block and json. */
  List<Column> columns() {
    return columns;
  }

  /**
   * Says that records can be longer than a million characters, or are so often enough that they
   * should be stored apart from what is filtered on.
   */
  RecordTable large() {
    jsonType = Column.LARGE_TEXT;
    return this;
  }

  /** The SQL type of the column json. */
  String jsonType() {
    return jsonType;
  }

  /** A text member; {@code path} is a JSON pointer. */
  RecordTable text(String column, String path) {
    return add(column, Column.TEXT, tree -> tree.at(path).asString(null));
  }

  /** A whole number. */
  RecordTable number(String column, String path) {
    return add(
        column,
        Column.NUMBER,
        tree -> tree.at(path).isMissingNode() ? null : tree.at(path).longValue());
  }

  /** An instant. */
  RecordTable time(String column, String path) {
    return add(
        column,
        Column.TIME,
        tree -> {
          String text = tree.at(path).asString(null);
          return text == null ? null : Instant.parse(text).atOffset(ZoneOffset.UTC);
        });
  }

  /** A truth value; absent counts as false. */
  RecordTable flag(String column, String path) {
    return add(column, Column.FLAG, tree -> tree.at(path).asBoolean(false));
  }

  /** Whether a member is there. */
  RecordTable present(String column, String path) {
    return add(column, Column.FLAG, tree -> !tree.at(path).isMissingNode());
  }

  /** The number of credits in a member with serial ranges, or in a map of such members. */
  RecordTable quantity(String column, String path) {
    return add(column, Column.NUMBER, tree -> quantity(tree.at(path)));
  }

  /** The number of credits in a list of parts, each with serial ranges of a batch. */
  RecordTable quantityOfParts(String column, String path) {
    return add(
        column,
        Column.NUMBER,
        tree -> {
          long sum = 0;
          for (JsonNode part : tree.at(path)) {
            sum = Math.addExact(sum, quantity(part.path("serials")));
          }
          return sum;
        });
  }

  /** Some members as one text in lower case, to be searched in. */
  RecordTable search(String column, String... paths) {
    return add(column, Column.TEXT, tree -> joined(tree, paths));
  }

  RecordTable add(String column, String sqlType, Function<JsonNode, Object> value) {
    columns.add(new Column(column, sqlType, value));
    return this;
  }

  private static long quantity(JsonNode serials) {
    if (serials.isArray()) {
      return Codec.convert(serials, SerialRanges.class).quantity().value();
    }
    long sum = 0;
    for (JsonNode each : serials.values()) {
      sum = Math.addExact(sum, quantity(each));
    }
    return sum;
  }

  private static String joined(JsonNode tree, String... paths) {
    StringBuilder text = new StringBuilder();
    for (String path : paths) {
      JsonNode node = tree.at(path);
      if (!node.isMissingNode()) {
        text.append(text.isEmpty() ? "" : " ").append(node.isString() ? node.stringValue() : node);
      }
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
