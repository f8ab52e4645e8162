// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.LetGo;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to what, in the order of the ledger, and the instructions that did it. */
@RestController
@RequestMapping(Paths.BASE)
@Open("acts are told as their actions and accounts declare; without a token those that are public")
final class TimelineController {
  /** Longer than anybody reads; a statement has the movements of an account that is busier. */
  private static final int ROWS_MOST = 10_000;

  private final TimelineAnswers answers;
  private final SerialTimeline serials;
  private final SignedTexts texts;
  private final SealedCursor cursors = new SealedCursor();

  TimelineController(TimelineAnswers answers, SerialTimeline serials, SignedTexts texts) {
    this.answers = answers;
    this.serials = serials;
    this.texts = texts;
  }

  /**
   * A page.
   *
   * @param items in the order of the ledger
   * @param next the cursor of the next page; absent on the last
   * @param wholeFrom the first day from which on nothing is missing, where this gateway has let go
   *     of older lines of the statements by which what moved an account is found
   */
  record TimelinePage(
      List<TimelineItem> items, Optional<String> next, Optional<LocalDate> wholeFrom) {}

  /** A page of a timeline. */
  @GetMapping("/timelines/{kind}/{id}")
  TimelinePage timeline(
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor,
      @AuthenticationPrincipal Caller caller) {
    Optional<Caller> asking = Optional.ofNullable(caller);
    TimelineAnswers.Kind of = kind(kind);
    if (of == TimelineAnswers.Kind.SERIALS) {
      Paging paging = Paging.of(limit, cursor);
      return page(
          serials.part(id, asking, paging.after().orElse(-1), paging.limit()),
          kind,
          id,
          asking,
          Optional.empty());
    }
    Timelines.Wanted wanted = answers.wanted(of, id, asking);
    boolean plain = cursor.filter(each -> !each.matches(Paging.CURSOR)).isEmpty();
    Paging paging = Paging.of(limit, plain ? cursor : Optional.empty());
    long after =
        plain ? paging.after().orElse(-1) : cursors.read(cursor.get(), list(kind, id), asking);
    if (plain && cursor.isPresent() && !answers.isTold(wanted, asking, after)) {
      // From any other position a short page would tell where hidden acts are.
      throw Paging.wrongCursor();
    }
    return page(
        answers.part(wanted, asking, after, paging.limit()),
        kind,
        id,
        asking,
        answers.wholeFrom(wanted));
  }

  /** A page that ends at an act that is hidden goes on with a cursor that does not say where. */
  private TimelinePage page(
      TimelineAnswers.Part part,
      String kind,
      String id,
      Optional<Caller> asking,
      Optional<LocalDate> wholeFrom) {
    Optional<String> next = Optional.empty();
    if (part.next().isPresent()) {
      long position = part.next().getAsLong();
      next =
          Optional.of(
              part.told() ? Paging.cursor(position) : cursors.of(position, list(kind, id), asking));
    }
    return new TimelinePage(part.items(), next, wholeFrom);
  }

  private static String list(String kind, String id) {
    return kind.toLowerCase(Locale.ROOT) + "/" + id;
  }

  /** All of it as CSV. */
  @GetMapping(value = "/timelines/{kind}/{id}", produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> asCsv(
      @PathVariable String kind, @PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(rows(all(kind, id, caller)), "timeline");
  }

  /** All of it as a workbook. */
  @GetMapping(value = "/timelines/{kind}/{id}", produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> asXlsx(
      @PathVariable String kind, @PathVariable String id, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(rows(all(kind, id, caller)), "timeline");
  }

  /** An instruction as it was signed and sent. */
  @GetMapping("/instructions/{id}/signed")
  CompletableFuture<ResponseEntity<byte[]>> signed(
      @PathVariable InstructionId id, @AuthenticationPrincipal Caller caller) {
    return texts
        .find(id, Optional.ofNullable(caller))
        .thenApply(
            text ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .contentType(MediaType.valueOf(InstructionController.JOSE))
                    .body(text));
  }

  private static TimelineAnswers.Kind kind(String name) {
    return Arrays.stream(TimelineAnswers.Kind.values())
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    GatewayCode.NOT_FOUND,
                    zh("可查询历程的有 projects、batches、serials、participants、instruments、retirements")
                        .en(
                            "there are timelines of projects, batches, serials, participants,"
                                + " instruments and retirements")));
  }

  private List<TimelineItem> all(String kind, String id, Caller caller) {
    Optional<Caller> asking = Optional.ofNullable(caller);
    TimelineAnswers.Kind of = kind(kind);
    if (of == TimelineAnswers.Kind.SERIALS) {
      return answers.all(after -> serials.part(id, asking, after, Paging.LIMIT_MOST), ROWS_MOST);
    }
    var wanted = answers.wanted(of, id, asking);
    // A file has no place to say that something is missing.
    LetGo.requireLines(answers.wholeFrom(wanted), Optional.empty());
    return answers.all(after -> answers.part(wanted, asking, after, Paging.LIMIT_MOST), ROWS_MOST);
  }

  private static List<List<Object>> rows(List<TimelineItem> items) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "时间 Date",
            "指令 Action",
            "操作 What was done (zh)",
            "What was done",
            "主体 Participant ID",
            "主体名称 Participant (zh)",
            "Participant",
            "变更 What changed (zh)",
            "What changed",
            "编号段 Credit Serial Numbers",
            "区块 Block",
            "交易 Ledger Transaction",
            "指令编号 Transaction ID"));
    items.forEach(item -> rows.add(row(item)));
    return rows;
  }

  private static List<Object> row(TimelineItem item) {
    return List.of(
        item.at()
            .<Object>map(each -> each)
            .orElseGet(() -> item.transfers().map(each -> days(each)).orElse("")),
        text(item.action(), each -> each),
        text(item.title(), each -> each.zh()),
        text(item.title(), each -> each.en()),
        text(item.participant(), each -> each.value()),
        text(item.name(), each -> each.zh()),
        text(item.name(), each -> each.en()),
        item.summary().zh(),
        item.summary().en(),
        String.join("; ", item.serials()),
        item.block().<Object>map(each -> each).orElse(""),
        text(item.transactionId(), each -> each),
        text(item.instruction(), each -> each.value()));
  }

  private static <T> Object text(Optional<T> value, Function<T, String> told) {
    return value.map(told).orElse("");
  }

  private static String days(TimelineItem.Transfers transfers) {
    return transfers.firstDay().equals(transfers.lastDay())
        ? transfers.firstDay().toString()
        : transfers.firstDay() + "/" + transfers.lastDay();
  }
}
