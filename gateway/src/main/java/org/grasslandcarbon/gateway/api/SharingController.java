// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.coordination.BarrierBoard;
import org.grasslandcarbon.gateway.coordination.Directory;
import org.grasslandcarbon.gateway.coordination.SharingBoard;
import org.grasslandcarbon.gateway.coordination.SharingLevel;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How regions answer each other, who is responsible in them, and what stands in the way. */
@RestController
@RequestMapping(Paths.BASE + "/coordination")
@Open("public records and counts of feedback; what comes from cases is for those who see these")
final class SharingController {
  /** Rows of one answer: some hundred kilobytes. */
  static final int ROWS_MOST = 500;

  private static final int ROWS = 100;
  private static final int REGIONS = 50;

  /** Divisions of the country, some 3,300, and more than there can be. */
  private static final int REGIONS_OF_FILE = 10_000;

  /** Beyond the rows of any board. */
  private static final int SKIPPED_MOST = 9_999_999;

  private static final int YEAR_LEAST = 2_000;
  private static final int YEAR_MOST = 2_199;

  private final SharingBoard sharing;
  private final Directory directory;
  private final BarrierBoard barriers;
  private final Computations computations;

  SharingController(
      SharingBoard sharing,
      Directory directory,
      BarrierBoard barriers,
      Computations dryRunThreads) {
    this.sharing = sharing;
    this.directory = directory;
    this.barriers = barriers;
    this.computations = dryRunThreads;
  }

  /** Rows of a board: those after {@code skip}; {@code next} is the skip of the next answer. */
  private record Part<T>(T board, Optional<Integer> next, int total) {}

  /**
   * How regions answer each other and the public.
   *
   * @param from the first day on which cases were opened; 1 January of the last day's year
   * @param to the last day; today
   * @param fromRegion division that asks, with those in it
   * @param toRegion division that is asked, with those in it
   * @param level DIVISION or PROVINCE
   * @param limit rows at most
   * @param skip rows that were in earlier answers
   */
  @GetMapping("/sharing")
  CompletableFuture<ResponseEntity<Object>> sharing(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> fromRegion,
      @RequestParam Optional<String> toRegion,
      @RequestParam Optional<String> level,
      @RequestParam Optional<String> limit,
      @RequestParam Optional<String> skip,
      @AuthenticationPrincipal Caller caller) {
    int most = rows(limit);
    int skipped = skipped(skip);
    return told(
        sharingOf(from, to, fromRegion, toRegion, level, caller),
        board ->
            part(
                new SharingBoard.Board(
                    board.from(),
                    part(board.rows(), skipped, most),
                    board.to(),
                    board.voicesLeast(),
                    board.withheld()),
                board.rows().size(),
                skipped,
                most));
  }

  @GetMapping(path = "/sharing", produces = DocumentFiles.CSV)
  CompletableFuture<ResponseEntity<byte[]>> sharingAsCsv(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> fromRegion,
      @RequestParam Optional<String> toRegion,
      @RequestParam Optional<String> level,
      @AuthenticationPrincipal Caller caller) {
    return sharingOf(from, to, fromRegion, toRegion, level, caller)
        .thenApply(board -> DocumentFiles.csv(SharingSheets.sharing(board), "sharing"));
  }

  @GetMapping(path = "/sharing", produces = DocumentFiles.XLSX)
  CompletableFuture<ResponseEntity<byte[]>> sharingAsXlsx(
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> fromRegion,
      @RequestParam Optional<String> toRegion,
      @RequestParam Optional<String> level,
      @AuthenticationPrincipal Caller caller) {
    return sharingOf(from, to, fromRegion, toRegion, level, caller)
        .thenApply(board -> DocumentFiles.xlsx(SharingSheets.sharing(board), "sharing"));
  }

  private CompletableFuture<SharingBoard.Board> sharingOf(
      Optional<String> from,
      Optional<String> to,
      Optional<String> fromRegion,
      Optional<String> toRegion,
      Optional<String> level,
      Caller caller) {
    LocalDate last =
        to.map(text -> Parameters.value("to", text, LocalDate.class)).orElseGet(sharing::today);
    LocalDate first =
        from.map(text -> Parameters.value("from", text, LocalDate.class))
            .orElse(last.withDayOfYear(1));
    long days = first.until(last, ChronoUnit.DAYS) + 1;
    boolean isOfOurTime = first.getYear() >= YEAR_LEAST && last.getYear() <= YEAR_MOST;
    if (days < 1 || days > SharingBoard.DAYS_MOST || !isOfOurTime) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("期间须为 1 至 %1$s 日，在 %2$s 至 %3$s 年内，from 不晚于 to")
              .en(
                  "a period has 1 to %s days of the years %s to %s, from not after to",
                  SharingBoard.DAYS_MOST, YEAR_LEAST, YEAR_MOST));
    }
    SharingBoard.Question question =
        new SharingBoard.Question(
            first,
            fromRegion.map(text -> region("fromRegion", text)),
            level(level),
            last,
            toRegion.map(text -> region("toRegion", text)),
            Optional.ofNullable(caller).map(Caller::actor));
    return computations.submit(mustBeWanted -> sharing.board(question, mustBeWanted), () -> {});
  }

  /**
   * Who is responsible in a division, or in it and those in it.
   *
   * @param region which; 000000 for the nation
   * @param below true for those in it as well
   * @param function only this one
   * @param day on which; today
   * @param limit divisions at most
   * @param after the division with which an earlier answer ended
   */
  @GetMapping("/directory")
  CompletableFuture<ResponseEntity<Object>> directory(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> below,
      @RequestParam Optional<String> function,
      @RequestParam Optional<String> day,
      @RequestParam Optional<String> limit,
      @RequestParam Optional<String> after,
      @AuthenticationPrincipal Caller caller) {
    int most =
        limit
            .map(text -> Parameters.number("limit", text, 1, Directory.REGIONS_MOST))
            .orElse(REGIONS);
    return told(
        entries(
            region,
            below,
            function,
            day,
            after.map(text -> Parameters.value("after", text, RegionCode.class)),
            most),
        answer -> answer);
  }

  @GetMapping(path = "/directory", produces = DocumentFiles.CSV)
  CompletableFuture<ResponseEntity<byte[]>> directoryAsCsv(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> below,
      @RequestParam Optional<String> function,
      @RequestParam Optional<String> day,
      @AuthenticationPrincipal Caller caller) {
    return entries(region, below, function, day, Optional.empty(), REGIONS_OF_FILE)
        .thenApply(answer -> DocumentFiles.csv(SharingSheets.directory(answer), "directory"));
  }

  @GetMapping(path = "/directory", produces = DocumentFiles.XLSX)
  CompletableFuture<ResponseEntity<byte[]>> directoryAsXlsx(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> below,
      @RequestParam Optional<String> function,
      @RequestParam Optional<String> day,
      @AuthenticationPrincipal Caller caller) {
    return entries(region, below, function, day, Optional.empty(), REGIONS_OF_FILE)
        .thenApply(answer -> DocumentFiles.xlsx(SharingSheets.directory(answer), "directory"));
  }

  private CompletableFuture<Directory.Answer> entries(
      Optional<String> region,
      Optional<String> below,
      Optional<String> function,
      Optional<String> day,
      Optional<RegionCode> after,
      int most) {
    RegionCode code =
        region(
            "region",
            region.orElseThrow(() -> Parameters.wrong("region", zh("须填写").en("is needed"))));
    boolean isBelow = below.map(text -> Parameters.truth("below", text)).orElse(false);
    Optional<MandateFunction> one =
        function.map(text -> Parameters.value("function", text, MandateFunction.class));
    LocalDate on =
        day.map(text -> Parameters.value("day", text, LocalDate.class)).orElseGet(sharing::today);
    return computations.submit(
        mustBeWanted -> directory.entries(code, isBelow, one, on, after, most), () -> {});
  }

  /**
   * What stands in the way of working together.
   *
   * @param region division, with those in it
   * @param from the first calendar year; five years with the last
   * @param to the last year; this one
   * @param level DIVISION or PROVINCE
   * @param limit rows at most
   * @param skip rows that were in earlier answers
   */
  @GetMapping("/barriers")
  CompletableFuture<ResponseEntity<Object>> barriers(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level,
      @RequestParam Optional<String> limit,
      @RequestParam Optional<String> skip,
      @AuthenticationPrincipal Caller caller) {
    int most = rows(limit);
    int skipped = skipped(skip);
    return told(
        barriersOf(region, from, to, level, caller),
        board ->
            part(
                new BarrierBoard.Board(
                    board.fromYear(),
                    board.refusalWeights(),
                    board.refusalWeightsAssumed(),
                    part(board.rows(), skipped, most),
                    board.toYear()),
                board.rows().size(),
                skipped,
                most));
  }

  @GetMapping(path = "/barriers", produces = DocumentFiles.CSV)
  CompletableFuture<ResponseEntity<byte[]>> barriersAsCsv(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level,
      @AuthenticationPrincipal Caller caller) {
    return barriersOf(region, from, to, level, caller)
        .thenApply(board -> DocumentFiles.csv(SharingSheets.barriers(board), "barriers"));
  }

  @GetMapping(path = "/barriers", produces = DocumentFiles.XLSX)
  CompletableFuture<ResponseEntity<byte[]>> barriersAsXlsx(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level,
      @AuthenticationPrincipal Caller caller) {
    return barriersOf(region, from, to, level, caller)
        .thenApply(board -> DocumentFiles.xlsx(SharingSheets.barriers(board), "barriers"));
  }

  private CompletableFuture<BarrierBoard.Board> barriersOf(
      Optional<String> region,
      Optional<String> from,
      Optional<String> to,
      Optional<String> level,
      Caller caller) {
    int thisYear = barriers.thisYear();
    int last = to.map(text -> Parameters.number("to", text, YEAR_LEAST, thisYear)).orElse(thisYear);
    int first =
        from.map(text -> Parameters.number("from", text, YEAR_LEAST, last))
            .orElse(Math.max(YEAR_LEAST, last - 4));
    if (last - first >= BarrierBoard.YEARS_MOST) {
      throw Parameters.wrong(
          "from", zh("至多 %s 年").en("there are at most %s years", BarrierBoard.YEARS_MOST));
    }
    BarrierBoard.Question question =
        new BarrierBoard.Question(
            first,
            level(level),
            region.map(text -> region("region", text)),
            last,
            Optional.ofNullable(caller).map(Caller::actor));
    return computations.submit(mustBeWanted -> barriers.board(question, mustBeWanted), () -> {});
  }

  /** What comes from the ledger now, for whoever asks now. */
  private static <T> CompletableFuture<ResponseEntity<Object>> told(
      CompletableFuture<T> found, Function<T, Object> shown) {
    return found.thenApply(
        answer ->
            ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Codec.tree(shown.apply(answer))));
  }

  private static <T> List<T> part(List<T> rows, int skipped, int most) {
    return rows.stream().skip(skipped).limit(most).toList();
  }

  private static <T> Part<T> part(T board, int total, int skipped, int most) {
    return new Part<>(
        board, total - skipped > most ? Optional.of(skipped + most) : Optional.empty(), total);
  }

  private RegionCode region(String name, String text) {
    RegionCode code = Parameters.value(name, text, RegionCode.class);
    if (!directory.isKnown(code)) {
      throw Parameters.wrong(
          name,
          zh("账本上没有区划 %s；全国为 000000").en("%s is not on the ledger; the nation is 000000", code));
    }
    return code;
  }

  private static SharingLevel level(Optional<String> text) {
    return text.map(each -> Parameters.value("level", each, SharingLevel.class))
        .orElse(SharingLevel.DIVISION);
  }

  private static int rows(Optional<String> limit) {
    return limit.map(text -> Parameters.number("limit", text, 1, ROWS_MOST)).orElse(ROWS);
  }

  private static int skipped(Optional<String> skip) {
    return skip.map(text -> Parameters.number("skip", text, 0, SKIPPED_MOST)).orElse(0);
  }
}
