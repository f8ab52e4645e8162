// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.CreditTraits;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.OffsetLot;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.preparation.OffsetCheck;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a market would take of credits, for whoever thinks of buying or retiring some. */
@RestController
@RequestMapping(Paths.BASE + "/offsets/check")
@Open("rules and batches are public; what is recorded of an enterprise is used for its own eyes")
final class OffsetCheckController {
  private static final int OF_A_BATCH = 2;
  private static final int DESCRIBED = 5;

  /** How ids of batches begin, and those of instruments do not. */
  private static final String BATCHES = "CN-";

  private final OffsetCheck offsets;
  private final Computations computations;
  private final Sight sight;

  OffsetCheckController(OffsetCheck offsets, Computations dryRunThreads, Sight sight) {
    this.offsets = offsets;
    this.computations = dryRunThreads;
    this.sight = sight;
  }

  /**
   * Judges and writes nothing.
   *
   * @param credits {@code batch:tonnes}, {@code instrument:tonnes} or {@code
   *     kind:projectType:region:year:tonnes}, with commas between; none to be told how the caps
   *     stand
   * @param held whether all is asked about that the enterprise has at its free disposal
   */
  @GetMapping
  CompletableFuture<ResponseEntity<Object>> check(
      @RequestParam String market,
      @RequestParam String year,
      @RequestParam Optional<String> enterprise,
      @RequestParam Optional<String> credits,
      @RequestParam Optional<String> held,
      @RequestParam Optional<String> confirmedEmissions,
      @RequestParam Optional<String> issued,
      @RequestParam Optional<String> toSurrender,
      @AuthenticationPrincipal Caller signedIn) {
    Optional<Caller> caller = Optional.ofNullable(signedIn);
    OffsetCheck.Whose whose =
        sight.offsets(
            new Compliance(
                Parameters.value("market", market, MarketId.class),
                Math.toIntExact(number("year", year, 4))),
            enterprise.map(text -> Parameters.value("enterprise", text, ParticipantId.class)),
            new OffsetBases(
                tonnes("confirmedEmissions", confirmedEmissions),
                tonnes("issued", issued),
                tonnes("toSurrender", toSurrender)),
            caller);
    List<OffsetCheck.Wanted> wanted = credits.map(OffsetCheckController::wanted).orElse(List.of());
    boolean all = held.filter(text -> isTrue("held", text)).isPresent();
    if (all) {
      requireHoldingsSeen(whose, wanted, caller);
    }
    return computations
        .submit(
            mustBeWanted ->
                all
                    ? offsets.checkHeld(whose, mustBeWanted)
                    : offsets.check(whose, wanted, mustBeWanted),
            () -> {})
        .thenApply(
            answer ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(answer)));
  }

  /** What somebody holds is asked for by those only who may see its holdings. */
  private void requireHoldingsSeen(
      OffsetCheck.Whose whose, List<OffsetCheck.Wanted> wanted, Optional<Caller> caller) {
    if (!wanted.isEmpty()) {
      throw Parameters.wrong("held", zh("与 credits 二者取一").en("goes without credits"));
    }
    if (caller.isEmpty()) {
      throw new RequestException(
          GatewayCode.TOKEN_MISSING, zh("持有的减排量不公开").en("what is held is not for everybody"));
    }
    sight.require(CreditViews.HOLDINGS, caller, List.of(whose.enterprise().orElseThrow()));
  }

  private static boolean isTrue(String name, String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Parameters.wrong(name, zh("须为 true 或 false").en("is true or false"));
    };
  }

  private static List<OffsetCheck.Wanted> wanted(String credits) {
    return Arrays.stream(credits.split(",", -1)).map(OffsetCheckController::one).toList();
  }

  private static OffsetCheck.Wanted one(String said) {
    String[] parts = said.strip().split(":", -1);
    if (parts.length != OF_A_BATCH && parts.length != DESCRIBED) {
      throw Parameters.wrong(
          "credits",
          zh("写作 批次:吨数、标的:吨数 或 种类:项目类型:地区:年份:吨数，多项以逗号分隔")
              .en(
                  "is batch:tonnes, instrument:tonnes or kind:projectType:region:year:tonnes, with"
                      + " commas between"));
    }
    Tonnes tonnes = tonnes("credits", Optional.of(parts[parts.length - 1])).orElseThrow();
    if (parts.length == OF_A_BATCH) {
      return parts[0].startsWith(BATCHES)
          ? new OffsetCheck.OfBatch(Parameters.value("credits", parts[0], BatchId.class), tonnes)
          : new OffsetCheck.OfInstrument(
              Parameters.value("credits", parts[0], InstrumentId.class), tonnes);
    }
    int year = Math.toIntExact(number("credits", parts[3], 4));
    OffsetLot described =
        new OffsetLot(
            LocalDate.of(year, 1, 1),
            Optional.empty(),
            LocalDate.of(year, 12, 31),
            tonnes,
            false,
            traits(parts[0], parts[1], Parameters.value("credits", parts[2], RegionCode.class)));
    return new OffsetCheck.Described(described, said.strip());
  }

  private static CreditTraits traits(String kind, String projectType, RegionCode region) {
    try {
      return new CreditTraits(kind, projectType, region);
    } catch (BadValueException refusal) {
      throw Parameters.wrong("credits", refusal.detail());
    }
  }

  private static Optional<Tonnes> tonnes(String name, Optional<String> text) {
    return text.map(each -> Tonnes.of(number(name, each, 12)));
  }

  /** A whole number of at most so many digits, so that none is too large for what it becomes. */
  private static long number(String name, String text, int digits) {
    if (!text.strip().matches("[0-9]{1," + digits + "}")) {
      throw Parameters.wrong(
          name, zh("须为至多 %s 位的整数").en("is a whole number of at most %s digits", digits));
    }
    return Long.parseLong(text.strip());
  }
}
