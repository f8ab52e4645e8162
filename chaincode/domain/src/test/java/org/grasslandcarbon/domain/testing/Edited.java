// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.testing;

import java.nio.charset.StandardCharsets;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record with one member changed, as somebody would change it in the JSON. */
public final class Edited {
  private Edited() {}

  /**
   * The record with another value at a JSON pointer; an index of {@code -} appends to a list.
   *
   * @param json the value
   */
  public static <T extends Record> T with(T record, String pointer, String json) {
    JsonNode root = Codec.tree(record).deepCopy();
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    JsonNode value = Codec.readTree(json.getBytes(StandardCharsets.UTF_8));
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (name.equals("-")) {
      ((ArrayNode) parent).add(value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
    return read(root, record);
  }

  /** The record without the member or element at a JSON pointer. */
  public static <T extends Record> T without(T record, String pointer) {
    JsonNode root = Codec.tree(record).deepCopy();
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof ObjectNode object) {
      object.remove(name);
    } else {
      ((ArrayNode) parent).remove(Integer.parseInt(name));
    }
    return read(root, record);
  }

  @SuppressWarnings("unchecked") // a record's class is T
  private static <T extends Record> T read(JsonNode root, T record) {
    return (T) Codec.convert(root, record.getClass());
  }
}
