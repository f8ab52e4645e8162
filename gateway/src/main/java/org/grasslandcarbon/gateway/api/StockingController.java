// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.Optional;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The balance of grass and livestock, a record a project and year. */
@RestController
@RequestMapping(Paths.BASE + "/stocking")
final class StockingController {
  private final Found found;

  StockingController(Found found) {
    this.found = found;
  }

  @GetMapping
  ListAnswer balances(
      @RequestParam Optional<String> project,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<Integer> year,
      @RequestParam Optional<Boolean> overloaded,
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and(ofProject(project.orElse("")), project, each -> each)
            .within("project.region", region)
            .and("stocking.calendar_year = ?", year, each -> each)
            .and("stocking.overloaded = ?", overloaded, each -> each)
            .and("project.training = ?", training, each -> each);
    return Offers.STOCKING.answer(filter, limit, cursor);
  }

  /** The balance of a year, with the lines that it was computed in. */
  @GetMapping("/{idOrNumber}/{year}")
  ObjectNode balance(@PathVariable String idOrNumber, @PathVariable int year) {
    return found.must(
        Offers.STOCKING.listing(),
        Filter.all()
            .and(ofProject(idOrNumber), idOrNumber)
            .and("stocking.calendar_year = ?", year));
  }

  private static String ofProject(String idOrNumber) {
    return idOrNumber.startsWith("GCS-") ? "project.number = ?" : "stocking.project = ?";
  }
}
