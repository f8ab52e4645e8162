// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.gateway.projection.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list as an answer: one page of it in JSON, all of it in CSV or XLSX. What is read depends on
 * the format that was asked for, so it is read when the answer is written.
 *
 * @param selection which items of which view
 * @param paging which page, for JSON
 * @param form how it becomes a file
 * @param shown an item as the one who asks may see it
 */
record ListAnswer(
    Selection selection, Paging paging, FileForm form, UnaryOperator<ObjectNode> shown) {

  /** What the list is called in its address, for a file's name. */
  String name() {
    return selection.view().path().orElseGet(() -> selection.view().parent().orElseThrow().name());
  }

  /** The headings of an export. */
  List<String> headings() {
    return form.schema()
        .map(schema -> schema.columns(schema.table(selection.view()).orElseThrow()))
        .orElseGet(
            () ->
                selection.view().headings().stream()
                    .map(heading -> form.chinese() ? heading.name().zh() : heading.name().en())
                    .toList());
  }

  /** The values of a row of an export in our columns, in the order of the headings. */
  List<JsonNode> row(ObjectNode item) {
    return selection.view().headings().stream().map(heading -> heading.inFile(item)).toList();
  }
}
