// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.GatewayCode;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Filter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What was issued, retired and cancelled. Who holds what is {@link AccountController}'s. */
@RestController
@RequestMapping(Paths.BASE)
final class CreditController {
  private final Found found;
  private final Serials serials;

  CreditController(Found found, Serials serials) {
    this.found = found;
    this.serials = serials;
  }

  /** Issuances: batches, with how many of their credits are where. */
  @GetMapping("/batches")
  ListAnswer batches(
      @RequestParam Optional<String> project,
      @RequestParam Optional<Integer> vintage,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<ParticipantId> owner,
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    return Offers.BATCHES.answer(
        Filter.all()
            .and(ofProject("batch", project), project, each -> each)
            .and("batch.vintage = ?", vintage, each -> each)
            .within("batch.region", region)
            .and("batch.owner = ?", owner, ParticipantId::value)
            .and("batch.training = ?", training, each -> each),
        limit,
        cursor);
  }

  @GetMapping("/batches/{id}")
  ObjectNode batch(@PathVariable BatchId id) {
    return found.must(Offers.BATCHES.listing(), Filter.all().and("batch.id = ?", id.value()));
  }

  @GetMapping("/retirements")
  ListAnswer retirements(
      @RequestParam Optional<String> project,
      @RequestParam Optional<BatchId> batch,
      @RequestParam Optional<String> beneficiary,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> to,
      @RequestParam Optional<Boolean> training,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and(ofProject("batch", project), project, each -> each)
            .and("retirement.batch = ?", batch, BatchId::value)
            .containing("retirement.beneficiary", beneficiary)
            .within("batch.region", region)
            .and("retirement.training = ?", training, each -> each);
    return Offers.RETIREMENTS.answer(between(filter, "retirement.at", from, to), limit, cursor);
  }

  /** A retirement by its id or by the number on its certificate. */
  @GetMapping("/retirements/{id}")
  ObjectNode retirement(@PathVariable String id) {
    String column = id.startsWith("R-") ? "retirement.certificate" : "retirement.id";
    return found.must(Offers.RETIREMENTS.listing(), Filter.all().and(column + " = ?", id));
  }

  @GetMapping("/cancellations")
  ListAnswer cancellations(
      @RequestParam Optional<String> project,
      @RequestParam Optional<BatchId> batch,
      @RequestParam Optional<InstructionId> instruction,
      @RequestParam Optional<RegionCode> region,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> to,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Filter filter =
        Filter.all()
            .and(ofProject("batch", project), project, each -> each)
            .and("cancellation.batch = ?", batch, BatchId::value)
            .and("cancellation.instruction = ?", instruction, InstructionId::value)
            .within("batch.region", region);
    return Offers.CANCELLATIONS.answer(between(filter, "cancellation.at", from, to), limit, cursor);
  }

  /**
   * A cancellation by its id, {@code instruction:batch}, or by the instruction alone; when that
   * cancelled credits of several batches, of the last of them.
   */
  @GetMapping("/cancellations/{id}")
  ObjectNode cancellation(@PathVariable String id) {
    String column = id.contains(":") ? "cancellation.id" : "cancellation.instruction";
    return found.must(Offers.CANCELLATIONS.listing(), Filter.all().and(column + " = ?", id));
  }

  /** Where one credit is; never who holds it. */
  @GetMapping("/serials/{serial}")
  Serials.Credit serial(@PathVariable String serial) {
    return serials.find(serial);
  }

  /** A project is named by its id or, once it is registered, by its number. */
  static String ofProject(String table, Optional<String> project) {
    return project.filter(each -> each.startsWith("GCS-")).isPresent()
        ? table + ".project_number = ?"
        : table + ".project = ?";
  }

  /** Days in Beijing time, both included. */
  static Filter between(
      Filter filter, String column, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new RequestException(GatewayCode.BAD_REQUEST, "to is before from");
    }
    return filter
        .and(column + " >= ?", from, CreditController::startOfDay)
        .and(column + " < ?", to, day -> startOfDay(day.plusDays(1)));
  }

  private static Object startOfDay(LocalDate day) {
    return day.atStartOfDay().atOffset(Act.BEIJING_TIME);
  }
}
