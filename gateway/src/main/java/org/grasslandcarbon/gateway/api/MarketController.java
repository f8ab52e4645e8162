// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.market.Depth;
import org.grasslandcarbon.gateway.market.Quotes;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.preparation.OffsetCheck;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.MarketViews;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may see of books, and what a purchase would cost. */
@RestController
@RequestMapping(Paths.BASE + "/market")
@Open("prices and quantities are everybody's; whose they are is not told")
final class MarketController {
  /** A wish has a few lines. */
  private static final int BODY_MOST = 8 * 1024;

  private final Reader reader;
  private final Sight sight;
  private final Quotes quotes;
  private final Computations computations;

  MarketController(Reader reader, Sight sight, Quotes quotes, Computations dryRunThreads) {
    this.reader = reader;
    this.sight = sight;
    this.quotes = quotes;
    this.computations = dryRunThreads;
  }

  /** An instrument's book: five levels a side, and what its day has brought. */
  @GetSheet("/{instrument}/book")
  SheetAnswer book(@PathVariable String instrument) {
    ObjectNode found = must(instrument);
    Depth depth = Depth.of(found).best();
    return new SheetAnswer(told(found, sight), "book", () -> TradeSheets.book(depth));
  }

  private ObjectNode must(String instrument) {
    return reader
        .first(Selection.all(MarketViews.INSTRUMENTS).withId(instrument))
        .orElseThrow(Found::nothing);
  }

  /** What everybody is told of a book. */
  static ObjectNode told(ObjectNode item, Sight sight) {
    Depth depth = Depth.of(item).best();
    Visibility visibility = MarketViews.INSTRUMENTS.visibility();
    ObjectNode book = sight.shown(visibility, Optional.empty(), item);
    book.set("buys", Codec.tree(depth.buys()));
    book.set("sells", Codec.tree(depth.sells()));
    depth.imbalancePerMille().ifPresent(each -> book.put("imbalancePerMille", each));
    return book;
  }

  /** What a purchase would cost, and what of it a market would take; reserves nothing. */
  @PostMapping(path = "/quote", consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> quote(
      HttpServletRequest request, @AuthenticationPrincipal Caller signedIn) throws IOException {
    Quotes.Wanted wanted =
        Codec.read(
            Bodies.read(
                request,
                BODY_MOST,
                zh("询价请求最多 %s 字节").en("a quote's request has at most %s bytes", BODY_MOST)),
            Quotes.Wanted.class);
    Optional<OffsetCheck.Whose> whose =
        wanted
            .compliance()
            .map(
                each ->
                    sight.offsets(
                        each,
                        Optional.empty(),
                        wanted.bases().orElse(OffsetBases.NONE),
                        Optional.ofNullable(signedIn)));
    return computations
        .submit(mustBeWanted -> quotes.quote(wanted, whose, mustBeWanted), () -> {})
        .thenApply(
            quote ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(quote)));
  }
}
