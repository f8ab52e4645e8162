// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.StrataOutlines;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.View;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A project's land. */
@RestController
@RequestMapping(Paths.BASE + "/projects")
@Open("design documents are public (LEDGER section 3)")
final class BoundaryController {
  private final Reader reader;
  private final Found found;

  BoundaryController(Reader reader, Found found) {
    this.reader = reader;
    this.found = found;
  }

  /** The outlines of its present strata, a GeoJSON feature each. */
  @GetMapping(value = "/{idOrNumber}/outlines", produces = "application/geo+json")
  ObjectNode outlines(@PathVariable String idOrNumber) {
    ObjectNode project = PinnedProject.tree(reader, idOrNumber).orElseThrow(Found::nothing);
    InstructionId drawnBy =
        project
            .optional("outlines")
            .map(id -> new InstructionId(id.asString()))
            .orElseThrow(Found::nothing);
    ObjectNode collection = JsonNodeFactory.instance.objectNode();
    collection.put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (JsonNode drawn : found.must(StrataOutlines.key(drawnBy)).required("outlines")) {
      ObjectNode feature = features.addObject();
      feature.put("type", "Feature");
      feature.set("geometry", drawn.required("boundary"));
      feature.putObject("properties").set("stratum", drawn.required("stratum"));
    }
    reader
        .corrections(StrataOutlines.key(drawnBy))
        .ifPresent(corrections -> collection.set(View.CORRECTIONS, corrections));
    return collection;
  }

  /** The boundary as a GeoJSON feature (RFC 7946, WGS 84). */
  @GetMapping(value = "/{idOrNumber}/boundary", produces = "application/geo+json")
  ObjectNode boundary(@PathVariable String idOrNumber) {
    ObjectNode project = PinnedProject.tree(reader, idOrNumber).orElseThrow(Found::nothing);
    InstructionId id = new InstructionId(project.required("id").asString());
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    feature.put("id", id.value());
    feature.set("geometry", found.must(ProjectBoundary.key(id)).required("boundary"));
    ObjectNode properties = feature.putObject("properties");
    properties.set("areaHectares", project.at("/design/areaHectares"));
    properties.set("name", project.at("/design/name"));
    project.optional("number").ifPresent(number -> properties.set("number", number));
    properties.set("state", project.required("state"));
    reader
        .corrections(ProjectBoundary.key(id))
        .ifPresent(corrections -> properties.set(View.CORRECTIONS, corrections));
    return feature;
  }
}
