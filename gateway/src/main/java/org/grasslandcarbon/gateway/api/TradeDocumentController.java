// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.market.Trade;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.market.ContractNote;
import org.grasslandcarbon.gateway.market.Papers;
import org.grasslandcarbon.gateway.market.PeriodStatement;
import org.grasslandcarbon.gateway.market.Statements;
import org.grasslandcarbon.gateway.paper.RowsWorkbook;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents of what a participant has traded and had: JSON, CSV, XLSX, and PDF to be printed. */
@RestController
@RequestMapping(Paths.BASE)
@SignedIn
final class TradeDocumentController {
  private static final String NOTE = "/trades/{trade}/note";
  private static final String STATEMENTS = "/statements";

  /** A trade as outcomes name it: its instrument and its number. */
  private static final Pattern TRADE =
      Pattern.compile("(" + InstrumentId.PATTERN + "):([1-9][0-9]{0,9})");

  private final Found found;
  private final Sight sight;
  private final Statements statements;
  private final Papers papers;

  TradeDocumentController(Found found, Sight sight, Statements statements, Papers papers) {
    this.found = found;
    this.sight = sight;
    this.statements = statements;
    this.papers = papers;
  }

  /** The contract note of a trade, for its parties and those who supervise them. */
  @GetMapping(NOTE)
  JsonNode note(@PathVariable String trade, @AuthenticationPrincipal Caller caller) {
    return Codec.tree(must(trade, caller));
  }

  @GetMapping(path = NOTE, produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> noteAsCsv(
      @PathVariable String trade, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(TradeSheets.note(must(trade, caller)), "note");
  }

  @GetMapping(path = NOTE, produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> noteAsXlsx(
      @PathVariable String trade, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.xlsx(TradeSheets.note(must(trade, caller)), "note");
  }

  @GetMapping(path = NOTE, produces = DocumentFiles.PDF)
  ResponseEntity<byte[]> noteAsPdf(
      @PathVariable String trade, @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.pdf(papers.note(must(trade, caller)), "note");
  }

  private ContractNote must(String name, Caller caller) {
    Matcher matcher = TRADE.matcher(name);
    if (!matcher.matches()) {
      throw Found.nothing();
    }
    ObjectNode trade =
        found.must(Trade.key(new InstrumentId(matcher.group(1)), Long.parseLong(matcher.group(2))));
    if (!sight
        .shown(MarketViews.TRADES.visibility(), Optional.of(caller), trade.deepCopy())
        .equals(trade)) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          zh("成交单仅供交易双方及监管、审计、司法机关查看")
              .en(
                  "a contract note is for the two parties and those who supervise, audit or judge"));
    }
    return statements.note(trade);
  }

  /** A statement of some days, of one or of many: what there was, what moved, what there is. */
  @GetMapping(STATEMENTS)
  JsonNode statement(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> owner,
      @AuthenticationPrincipal Caller caller) {
    return Codec.tree(must(from, to, owner, caller));
  }

  @GetMapping(path = STATEMENTS, produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> statementAsCsv(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> owner,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.csv(TradeSheets.statement(must(from, to, owner, caller)), "statement");
  }

  @GetMapping(path = STATEMENTS, produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> statementAsXlsx(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> owner,
      @AuthenticationPrincipal Caller caller) {
    PeriodStatement statement = must(from, to, owner, caller);
    return DocumentFiles.xlsxOf(
        List.of(
            new RowsWorkbook.Sheet("变动 Movements", TradeSheets.statement(statement)),
            new RowsWorkbook.Sheet("合计 Sums", TradeSheets.sums(statement)),
            new RowsWorkbook.Sheet("成交 Trades", TradeSheets.trades(statement))),
        "statement");
  }

  @GetMapping(path = STATEMENTS, produces = DocumentFiles.PDF)
  ResponseEntity<byte[]> statementAsPdf(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> owner,
      @AuthenticationPrincipal Caller caller) {
    return DocumentFiles.pdf(papers.statement(must(from, to, owner, caller)), "statement");
  }

  private PeriodStatement must(
      LocalDate from, LocalDate to, Optional<String> owner, Caller caller) {
    ParticipantId whose =
        owner
            .map(text -> ViewParameters.convert("owner", text, ParticipantId.class))
            .map(ParticipantId.class::cast)
            .orElse(caller.id());
    sight.require(MarketViews.CASH_STATEMENT, Optional.of(caller), List.of(whose));
    return statements.of(whose, from, to);
  }
}
