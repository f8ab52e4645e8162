// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.SerialRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A column of an export or of a table on a terminal, named as carbon registries name theirs.
 *
 * @param name its name
 * @param pointer where in an item it is, as a JSON pointer; {@code *} in it stands for each element
 *     of a list, and after that a comma between members of the element, which are told together:
 *     {@code /left/*}{@code /cap,left} as {@code TOTAL 30}
 * @param brief whether it also stands where there is little room
 * @param batch where the batch is whose serial ranges are at the pointer; absent for all else
 */
public record Heading(Name name, String pointer, boolean brief, Optional<String> batch) {
  private static final String EACH = "/*";

  /**
   * Between members that are told together. In columns of their own they would stand in line only
   * as long as every element has all of them.
   */
  private static final String WITH = ",";

  /** Of an element that has nothing but its name. */
  private static final String NOTHING = "–";

  /**
   * What stands in a file: of serial ranges the full serial numbers, since a file is read far from
   * the row's other columns.
   */
  public JsonNode inFile(JsonNode item) {
    JsonNode value = in(item);
    return batch.isPresent() && value.isArray() ? serials(item.at(batch.get()), value) : value;
  }

  /** What an item has there; what a pointer with {@code *} finds in each element as a list. */
  public JsonNode in(JsonNode item) {
    int each = pointer.indexOf(EACH);
    if (each < 0) {
      return item.at(pointer);
    }
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    String rest = pointer.substring(each + EACH.length());
    item.at(pointer.substring(0, each)).values().forEach(one -> values.add(in(one, rest)));
    return values.isEmpty() ? MissingNode.getInstance() : values;
  }

  private static JsonNode in(JsonNode element, String rest) {
    if (!rest.contains(WITH)) {
      return element.at(rest);
    }
    List<String> told =
        Arrays.stream(rest.substring(1).split(WITH))
            .map(member -> element.at("/" + member))
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asString)
            .toList();
    return JsonNodeFactory.instance.stringNode(
        told.size() == 1 ? told.get(0) + " " + NOTHING : String.join(" ", told));
  }

  private static JsonNode serials(JsonNode batch, JsonNode ranges) {
    BatchId id = new BatchId(batch.asString());
    ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
    ranges
        .values()
        .forEach(range -> numbers.add(id.serialNumber(Codec.convert(range, SerialRange.class))));
    return numbers;
  }
}
