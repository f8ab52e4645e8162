// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.coordination.LandPlan;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.coordination.LandScreenings;
import org.grasslandcarbon.gateway.coordination.Opportunities;
import org.grasslandcarbon.gateway.coordination.Opportunity;
import org.grasslandcarbon.gateway.coordination.OpportunityQuestion;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What regions may do for each other, and which ways a change of land has. */
@RestController
@RequestMapping(Paths.BASE + "/coordination")
@Open("of public records; what enterprises may still use is summed for those who may see it")
final class OpportunityController {
  /** A plan has a dozen members. */
  private static final int BODY_MOST = 8 * 1024;

  private static final int YEAR_LEAST = 2_000;
  private static final int YEAR_MOST = 2_199;

  private final Opportunities opportunities;
  private final LandScreenings screenings;
  private final Computations computations;

  OpportunityController(
      Opportunities opportunities, LandScreenings screenings, Computations dryRunThreads) {
    this.opportunities = opportunities;
    this.screenings = screenings;
    this.computations = dryRunThreads;
  }

  /**
   * What regions may do for each other, the most valuable first.
   *
   * @param region of which one side is this division or in it
   * @param kind CREDITS or EXCHANGE
   * @param year the compliance year of markets
   * @param training credits and markets for practice in place of the others
   * @param limit rows at most
   */
  @GetSheet("/opportunities")
  CompletableFuture<ResponseEntity<SheetAnswer>> list(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> year,
      @RequestParam Optional<String> training,
      @RequestParam Optional<String> limit,
      @AuthenticationPrincipal Caller caller) {
    return found(question(region, kind, year, training, limit, caller))
        .thenApply(
            answer ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(
                        new SheetAnswer(
                            answer,
                            "opportunities",
                            () -> OpportunitySheets.rows(answer.items()))));
  }

  private CompletableFuture<Opportunities.Answer> found(OpportunityQuestion question) {
    return computations.submit(
        mustBeWanted -> opportunities.find(question, mustBeWanted), () -> {});
  }

  private OpportunityQuestion question(
      Optional<String> region,
      Optional<String> kind,
      Optional<String> year,
      Optional<String> training,
      Optional<String> limit,
      Caller caller) {
    return new OpportunityQuestion(
        Optional.ofNullable(caller).map(Caller::actor),
        kind.map(text -> Parameters.value("kind", text, Opportunity.Kind.class)),
        limit
            .map(text -> Parameters.number("limit", text, 1, Opportunities.ROWS_MOST))
            .orElse(Opportunities.ROWS),
        region.map(this::region),
        training.map(text -> Parameters.truth("training", text)).orElse(false),
        year.map(text -> Parameters.number("year", text, YEAR_LEAST, YEAR_MOST))
            .orElseGet(opportunities::thisYear));
  }

  private RegionCode region(String text) {
    RegionCode code = Parameters.value("region", text, RegionCode.class);
    if (!opportunities.isKnown(code)) {
      throw Parameters.wrong(
          "region",
          zh("账本上没有区划 %s；全国为 000000").en("%s is not on the ledger; the nation is 000000", code));
    }
    return code;
  }

  /** Which ways a change of land has to credits or compensation; nothing is written. */
  @PostMapping(path = "/screening", consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> screen(HttpServletRequest request) throws IOException {
    LandPlan plan =
        Codec.read(
            Bodies.read(
                request,
                BODY_MOST,
                zh("筛查请求最多 %s 字节").en("a plan for land has at most %s bytes", BODY_MOST)),
            LandPlan.class);
    return computations
        .submit(mustBeWanted -> screenings.screen(plan), () -> {})
        .thenApply(
            answer ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(answer)));
  }
}
