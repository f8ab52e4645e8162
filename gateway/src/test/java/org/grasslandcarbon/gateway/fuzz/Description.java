// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a gateway says of itself (OpenAPI 3.1).
 *
 * @param root the whole document
 * @param operations every operation
 */
record Description(JsonNode root, List<Operation> operations) {
  private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete");

  /**
   * Something that can be asked.
   *
   * @param method in capitals
   * @param path with names in braces
   * @param parameters of path and query
   * @param bodies what the body may be, by media type
   * @param answers what is answered, by status or {@code default}
   */
  record Operation(
      String method, String path, List<Parameter> parameters, JsonNode bodies, JsonNode answers) {

    /** What is declared of a status: that of the status itself, else that of all others. */
    Optional<JsonNode> answer(int status) {
      return answers.optional(Integer.toString(status)).or(() -> answers.optional("default"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * A part of an address.
   *
   * @param name its name
   * @param inPath whether it is in the path
   * @param required whether the address has no meaning without it
   * @param schema what it may be
   */
  record Parameter(String name, boolean inPath, boolean required, JsonNode schema) {}

  static Description of(JsonNode root) {
    List<Operation> operations = new ArrayList<>();
    for (var path : root.path("paths").properties()) {
      for (String method : METHODS) {
        path.getValue()
            .optional(method)
            .ifPresent(
                told ->
                    operations.add(
                        new Operation(
                            method.toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            parameters(told),
                            told.at("/requestBody/content"),
                            told.path("responses"))));
      }
    }
    return new Description(root, List.copyOf(operations));
  }

  private static List<Parameter> parameters(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .filter(each -> !each.path("in").asString("").equals("header"))
        .map(
            each ->
                new Parameter(
                    each.path("name").asString(),
                    each.path("in").asString("").equals("path"),
                    each.path("required").asBoolean(false),
                    each.path("schema")))
        .toList();
  }

  /** The schema that a reference names, or the schema itself. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith("#/") ? resolved(root.at(reference.substring(1))) : schema;
  }
}
