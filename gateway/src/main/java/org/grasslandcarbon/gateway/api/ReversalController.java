// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Losses of credited carbon and how the buffer paid for them. */
@RestController
@RequestMapping(Paths.BASE + "/reversals")
final class ReversalController {
  private final Found found;

  ReversalController(Found found) {
    this.found = found;
  }

  @GetMapping
  ListAnswer reversals(
      @RequestParam Optional<String> project,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<Reversal.Cause> cause,
      @RequestParam Optional<Boolean> settled,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> to,
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and(CreditController.ofProject("reversal", project), project, each -> each)
            .within("reversal.region", region)
            .and("reversal.cause = ?", cause, Reversal.Cause::name)
            .and("reversal.settled = ?", settled, each -> each)
            .and("project.training = ?", training, each -> each);
    return Offers.REVERSALS.answer(
        CreditController.between(filter, "reversal.reported_at", from, to), limit, cursor);
  }

  @GetMapping("/{id}")
  ObjectNode reversal(@PathVariable InstructionId id) {
    return found.must(Offers.REVERSALS.listing(), Filter.all().and("reversal.id = ?", id.value()));
  }
}
