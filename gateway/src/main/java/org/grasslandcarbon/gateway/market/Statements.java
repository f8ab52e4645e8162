// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.market.PeriodStatement.Balance;
import org.grasslandcarbon.gateway.problem.LetGo;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.LetGoLines;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.MarketViews;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes statements of a period out of statements' lines and trades. */
@Component
public final class Statements {
  /** A year and a day, so that any year fits. */
  private static final int DAYS_MOST = 366;

  /**
   * Lines and trades of one statement, together: some megabytes, and some hundred pages. Whoever
   * has more takes shorter periods.
   */
  static final int LINES_MOST = 10_000;

  /** Blocks of serials in them, each some 50 bytes in a file: one trade can have thousands. */
  static final int SERIALS_MOST = 100_000;

  private static final String BANK = Account.Kind.BANK.text() + ":";

  private final Reader reader;
  private final Journal journal;
  private final LetGoLines letGo;

  Statements(Reader reader, Journal journal, LetGoLines letGo) {
    this.letGo = letGo;
    this.reader = reader;
    this.journal = journal;
  }

  /** Days, both included. */
  private record Period(LocalDate from, LocalDate to) {
    private Selection of(View view, String time) {
      return before(view, time).notBefore(path(view, time), BeijingTime.start(from));
    }

    private Selection before(View view, String time) {
      return Selection.of(view).before(path(view, time), BeijingTime.start(to.plusDays(1)));
    }

    private static Path path(View view, String column) {
      return new Path(List.of(), view.column(column));
    }
  }

  /**
   * A participant's statement.
   *
   * @throws RequestException {@code BAD_REQUEST} when the period is too long or has too much in it,
   *     {@code LET_GO} when lines of it were let go
   */
  public PeriodStatement of(ParticipantId owner, LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.isAfter(from.plusDays(DAYS_MOST - 1L))) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("from 不得晚于 to，期间至多 %s 日")
              .en("from is not after to, and a period has at most %s days", DAYS_MOST));
    }
    LetGo.requireLines(letGo.wholeFrom(owner), Optional.of(from));
    Period period = new Period(from, to);
    Room room = new Room();
    List<ContractNote> trades = new ArrayList<>();
    trades(owner, period, room).forEach(trade -> trades.add(note(trade)));
    List<PeriodStatement.Cash> cash = new ArrayList<>();
    List<PeriodStatement.Credits> credits = new ArrayList<>();
    for (String asset : reader.assetsOf(owner)) {
      // Each has a first and a last balance, whether it moved or not.
      room.take(1);
      if (Asset.isNamed(asset)) {
        cash.add(cash(owner, asset, period, trades, room));
      } else {
        credits.add(credits(owner, asset, period, room));
      }
    }
    return new PeriodStatement(cash, credits, from, owner, to, trades);
  }

  /** What a statement may still take; a whole one is told or none. */
  private static final class Room {
    private long lines = LINES_MOST;
    private long serials = SERIALS_MOST;

    private void take(long more) {
      lines -= more;
      require(lines, LINES_MOST);
    }

    private void takeSerials(ObjectNode item) {
      serials -= item.path("serials").size();
      require(serials, SERIALS_MOST);
    }

    private static void require(long left, int most) {
      if (left < 0) {
        throw new RequestException(
            GatewayCode.BAD_REQUEST,
            zh("期间内的变动、成交或编号段超过 %s 条：请缩短期间")
                .en(
                    "the period has more than %s movements and trades, or blocks of serials:"
                        + " choose a shorter one",
                    most));
      }
    }
  }

  /** The note of a trade, for those who may see all of it. */
  public ContractNote note(JsonNode trade) {
    InstructionId instruction = new InstructionId(trade.path("instruction").asString());
    long block = journal.find(instruction).map(Journal.Entry::block).orElse(-1L);
    return ContractNote.of(reader, trade, block);
  }

  private List<ObjectNode> trades(ParticipantId owner, Period period, Room room) {
    List<ObjectNode> trades = new ArrayList<>();
    for (String side : List.of("buyer", "seller")) {
      View view = MarketViews.TRADES;
      trades.addAll(all(period.of(view, "at").with(view.column(side), owner.value()), room));
    }
    trades.sort(
        Comparator.comparing((ObjectNode trade) -> trade.path("at").asString())
            .thenComparing(trade -> trade.path("instrument").asString())
            .thenComparingLong(trade -> trade.path("number").longValue()));
    return trades;
  }

  private List<ObjectNode> all(Selection selection, Room room) {
    room.take(reader.count(selection));
    List<ObjectNode> items = new ArrayList<>();
    reader.each(
        selection,
        item -> {
          room.takeSerials(item);
          items.add(item);
        });
    return items;
  }

  private static Selection of(Selection lines, ParticipantId owner, String asset) {
    View view = lines.view();
    return lines.with(view.column("owner"), owner.value()).with(view.column("asset"), asset);
  }

  /** What somebody had when a period began. */
  private Balance opening(View view, ParticipantId owner, String asset, Period period) {
    Period earlier = new Period(LocalDate.EPOCH, period.from().minusDays(1));
    return balance(reader.last(of(earlier.before(view, "at"), owner, asset)));
  }

  private static Balance balance(Optional<ObjectNode> line) {
    return line.map(
            each ->
                new Balance(each.path("available").longValue(), each.path("balance").longValue()))
        .orElse(new Balance(0, 0));
  }

  private static Balance closing(Balance opening, List<ObjectNode> lines) {
    return lines.isEmpty() ? opening : balance(Optional.of(lines.get(lines.size() - 1)));
  }

  private PeriodStatement.Credits credits(
      ParticipantId owner, String batch, Period period, Room room) {
    View view = CreditViews.STATEMENT;
    Balance opening = opening(view, owner, batch, period);
    List<ObjectNode> lines = all(of(period.of(view, "at"), owner, batch), room);
    return new PeriodStatement.Credits(
        batch,
        closing(opening, lines),
        InstrumentId.of(new BatchId(batch)).value(),
        List.copyOf(lines),
        opening);
  }

  private PeriodStatement.Cash cash(
      ParticipantId owner, String asset, Period period, List<ContractNote> trades, Room room) {
    View view = MarketViews.CASH_STATEMENT;
    Balance opening = opening(view, owner, asset, period);
    List<ObjectNode> lines = all(of(period.of(view, "at"), owner, asset), room);
    Balance closing = closing(opening, lines);
    long paidIn = 0;
    long paidOut = 0;
    for (ObjectNode line : lines) {
      if (line.path("counterparty").asString("").startsWith(BANK)) {
        boolean leaves = line.path("account").asString("").equals(Account.Kind.WITHDRAWING.text());
        paidIn += leaves ? 0 : line.path("amount").longValue();
        paidOut -= leaves ? line.path("amount").longValue() : 0;
      }
    }
    Sums sums = new Sums();
    // What was cancelled came and went again on the same day, and is nobody's purchase or sale.
    trades.stream()
        .filter(trade -> trade.asset().equals(asset) && trade.cancellation().isEmpty())
        .forEach(trade -> sums.add(trade, owner));
    long told = paidIn - paidOut + sums.sold - sums.bought - sums.fees;
    told -= sums.settlementFees + sums.sharesPaid;
    return new PeriodStatement.Cash(
        asset,
        sums.bought,
        closing,
        sums.fees,
        List.copyOf(lines),
        opening,
        closing.balance() - opening.balance() - told,
        paidIn,
        paidOut,
        sums.settlementFees,
        sums.sharesPaid,
        sums.sold);
  }

  /** What somebody's trades come to. */
  private static final class Sums {
    private long bought;
    private long sold;
    private long fees;
    private long settlementFees;
    private long sharesPaid;

    private void add(ContractNote note, ParticipantId owner) {
      if (note.buyer().participant().equals(owner.value())) {
        bought = Math.addExact(bought, note.gross());
        fees += note.buyer().fee();
        settlementFees += note.buyer().settlementFee();
      }
      if (note.seller().participant().equals(owner.value())) {
        sold = Math.addExact(sold, note.gross());
        fees += note.seller().fee();
        settlementFees += note.seller().settlementFee();
        sharesPaid +=
            note.gross()
                - note.seller().fee()
                - note.seller().settlementFee()
                - note.seller().receives();
      }
    }
  }
}
