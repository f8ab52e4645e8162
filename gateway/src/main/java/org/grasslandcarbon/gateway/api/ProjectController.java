// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Filter;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Tables;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Projects, each by its id or, once it is registered, by its number. */
@RestController
@RequestMapping(Paths.BASE + "/projects")
final class ProjectController {
  private final Reader reader;
  private final Found found;

  ProjectController(Reader reader, Found found) {
    this.reader = reader;
    this.found = found;
  }

  @GetMapping
  ListAnswer projects(
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<Project.State> state,
      @RequestParam Optional<String> methodology,
      @RequestParam Optional<ParticipantId> owner,
      @RequestParam Optional<ParticipantId> certifier,
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<String> q,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .within("project.region", region)
            .and("project.state = ?", state, Project.State::name)
            .and("project.methodology = ?", methodology, each -> each)
            .and("project.owner = ?", owner, ParticipantId::value)
            .and("project.certifier = ?", certifier, ParticipantId::value)
            .and("project.training = ?", training, each -> each)
            .containing("project.search", q);
    return Offers.PROJECTS.answer(filter, limit, cursor);
  }

  /** The record, with its validation and what reversals have left it to answer for. */
  @GetMapping("/{idOrNumber}")
  ObjectNode project(@PathVariable String idOrNumber) {
    ObjectNode project = must(idOrNumber);
    reader
        .find(Tables.VALIDATION, id(project))
        .ifPresent(validation -> project.set("validation", validation));
    reader
        .find(Tables.PROJECT_REVERSALS, id(project))
        .ifPresent(reversals -> project.set("reversals", reversals));
    return project;
  }

  /** The boundary as a GeoJSON feature (RFC 7946, WGS 84). */
  @GetMapping(value = "/{idOrNumber}/boundary", produces = "application/geo+json")
  ObjectNode boundary(@PathVariable String idOrNumber) {
    ObjectNode project = must(idOrNumber);
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    feature.put("id", id(project));
    feature.set("geometry", found.must(Tables.PROJECT_BOUNDARY, id(project)).required("boundary"));
    ObjectNode properties = feature.putObject("properties");
    properties.set("areaHectares", project.at("/design/areaHectares"));
    properties.set("name", project.at("/design/name"));
    project.optional("number").ifPresent(number -> properties.set("number", number));
    properties.set("state", project.required("state"));
    return feature;
  }

  @GetMapping("/{idOrNumber}/comments")
  ListAnswer comments(
      @PathVariable String idOrNumber,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.COMMENTS.answer(
        Filter.all().and("project_comment.project = ?", id(must(idOrNumber))), limit, cursor);
  }

  /** Renewals, proposed, registered or refused, the newest first. */
  @GetMapping("/{idOrNumber}/renewals")
  ListAnswer renewals(
      @PathVariable String idOrNumber,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.RENEWALS.answer(
        Filter.all().and("project_renewal.project = ?", id(must(idOrNumber))), limit, cursor);
  }

  @GetMapping("/{idOrNumber}/reports")
  ListAnswer reports(
      @PathVariable String idOrNumber,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.REPORTS.answer(
        Filter.all().and("monitoring_report.project = ?", id(must(idOrNumber))), limit, cursor);
  }

  /** Every instruction that changed the project or one of its reports, the first first. */
  @GetMapping("/{idOrNumber}/history")
  ListAnswer history(
      @PathVariable String idOrNumber,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    String id = id(must(idOrNumber));
    return Offers.HISTORY.answer(
        Filter.all()
            .and(
                "(journal_reference.type = 'project' AND journal_reference.id = ?"
                    + " OR journal_reference.type = 'report' AND journal_reference.id IN"
                    + " (SELECT r.id FROM monitoring_report r WHERE r.project = ?))",
                id,
                id),
        limit,
        cursor);
  }

  private ObjectNode must(String idOrNumber) {
    String column = idOrNumber.startsWith("GCS-") ? "project.number" : "project.id";
    return found.must(Offers.PROJECTS.listing(), Filter.all().and(column + " = ?", idOrNumber));
  }

  private static String id(ObjectNode project) {
    return project.required("id").asString();
  }
}
