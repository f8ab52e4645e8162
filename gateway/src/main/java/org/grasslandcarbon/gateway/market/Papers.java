// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.market;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.gateway.market.ContractNote.Share;
import org.grasslandcarbon.gateway.market.PeriodStatement.Balance;
import org.grasslandcarbon.gateway.paper.Paper;
import org.grasslandcarbon.gateway.paper.PaperTable;
import org.grasslandcarbon.gateway.paper.PaperTable.Column;
import org.grasslandcarbon.gateway.paper.Typeface;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Documents as people print and file them (PDF). Every number is that of the document, and nothing
 * is worked out here; only money is told in yuan.
 */
@Component
public final class Papers {
  private static final Name PRACTICE = Name.of("仅供练习，不具效力", "For practice only, without effect");

  private static final Name COPY =
      Name.of(
          "本件依登记账本生成，以账本记录为准；时间均为北京时间，金额单位为元。",
          "Made of the registry's ledger, whose records decide. Times are Beijing's, amounts"
              + " yuan.");

  private static final Name CANCELLED = Name.of("本笔成交已取消", "This trade was cancelled");

  /** As many characters of a time as tell it to the second. */
  private static final int SECONDS = "2026-03-02T10:00:05".length();

  private static final Map<String, String> MODES =
      Map.of(
          "LISTED", "挂牌协议 Listed",
          "BLOCK", "大宗协议 Block",
          "AUCTION", "单向竞价 Auction",
          "FORWARD", "远期交割 Forward");

  /** Kinds of accounts as their owners speak of them; a new one is told by its own name. */
  private static final Map<String, String> ACCOUNTS =
      Map.ofEntries(
          Map.entry("held", "持有 held"),
          Map.entry("frozen", "冻结 frozen"),
          Map.entry("cash", "可用 cash"),
          Map.entry("escrow", "占用 escrow"),
          Map.entry("withdrawing", "出金在途 withdrawing"),
          Map.entry("bank", "银行 bank"),
          Map.entry("fees", "手续费 fees"),
          Map.entry("reserve", "准备金 reserve"),
          Map.entry("benefit", "惠益分配 benefit"),
          Map.entry("retired", "注销 retired"),
          Map.entry("cancelled", "取消 cancelled"),
          Map.entry("buffer", "缓冲 buffer"),
          Map.entry("issuance", "签发 issuance"));

  private final Reader reader;
  private final Typeface typeface;

  Papers(Reader reader, Typeface typeface) {
    this.reader = reader;
    this.typeface = typeface;
  }

  /** What is written onto a paper. */
  private interface Writing {
    void onto(Paper paper) throws IOException;
  }

  private byte[] paper(Name title, String subject, boolean training, Writing writing) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Paper paper =
        new Paper(typeface, title, subject, training ? Optional.of(PRACTICE) : Optional.empty())) {
      writing.onto(paper);
      paper.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** A contract note. */
  public byte[] note(ContractNote note) {
    return paper(
        Name.of("成交单", "Contract Note"),
        note.instrument() + ":" + note.number(),
        note.training(),
        paper -> write(paper, note, new Names(reader)));
  }

  private static void write(Paper paper, ContractNote note, Names names) throws IOException {
    if (note.cancellation().isPresent()) {
      ContractNote.Cancellation cancelled = note.cancellation().get();
      paper.heading(CANCELLED);
      field(paper, "取消时间", "Date cancelled", time(cancelled.at().toString()));
      field(paper, "国家主管部门文件摘要", "Authority's document", cancelled.document());
      field(paper, "理由", "Reason", cancelled.reason());
      field(paper, "取消指令", "Cancelled by instruction", cancelled.instruction());
    }
    paper.heading(Name.of("成交", "Trade"));
    field(paper, "交易日", "Trading day", note.day().toString());
    field(paper, "成交时间", "Date traded", time(note.at().toString()));
    field(paper, "交易场所", "Venue", note.venue());
    field(paper, "交易方式", "Mode", MODES.getOrDefault(note.mode(), note.mode()));
    field(paper, "交易标的", "Instrument", note.instrument());
    field(paper, "成交编号", "Trade number", Long.toString(note.number()));
    field(paper, "批次", "Batch", note.batch());
    field(paper, "价格（元/吨）", "Price (yuan/t)", Yuan.of(note.price()));
    field(paper, "数量（吨）", "Quantity (t)", tonnes(note.tonnes()));
    field(paper, "成交金额", "Gross", Yuan.of(note.gross()));
    if (note.vat().isPresent()) {
      Vat vat = note.vat().get();
      field(paper, "不含税金额", "Net", Yuan.of(vat.net()));
      field(paper, "增值税", "VAT", Yuan.of(vat.tax()));
      field(paper, "增值税率（千分比）", "VAT (per mille)", Integer.toString(vat.perMille()));
    }
    field(paper, "资金种类", "Asset", note.asset());
    paper.heading(Name.of("买方", "Buyer"));
    field(paper, "名称", "Name", names.of(note.buyer().participant()));
    field(paper, "手续费", "Fee", Yuan.of(note.buyer().fee()));
    field(paper, "结算费", "Settlement fee", Yuan.of(note.buyer().settlementFee()));
    field(paper, "买方应付", "Buyer pays", Yuan.of(note.buyer().pays()));
    paper.heading(Name.of("卖方", "Seller"));
    field(paper, "名称", "Name", names.of(note.seller().participant()));
    field(paper, "手续费", "Fee", Yuan.of(note.seller().fee()));
    field(paper, "结算费", "Settlement fee", Yuan.of(note.seller().settlementFee()));
    for (Share share : note.seller().shares()) {
      field(
          paper,
          "惠益分配第 " + share.line() + " 行",
          "Benefit line " + share.line(),
          Yuan.of(share.amount())
              + "  "
              + share.payee().map(names::of).orElse("待指定收款方 payee to be named"));
    }
    field(paper, "卖方实收", "Seller receives", Yuan.of(note.seller().receives()));
    paper.heading(Name.of("编号段", "Credit serial numbers"));
    paper.texts(note.serials());
    paper.heading(Name.of("账本记录", "Record on the ledger"));
    field(paper, "指令编号", "Transaction ID", note.instruction());
    field(paper, "区块", "Block", Long.toString(note.block()));
    paper.sentence(COPY);
  }

  private static void field(Paper paper, String zh, String en, String value) throws IOException {
    paper.field(Name.of(zh, en), value);
  }

  /** To the second, without the offset, which the document says once. */
  private static String time(String instant) {
    String readable = BeijingTime.readable(instant);
    return readable.length() < SECONDS
        ? readable
        : readable.substring(0, SECONDS).replace('T', ' ');
  }

  private static String tonnes(long tonnes) {
    return String.format(Locale.ROOT, "%,d", tonnes);
  }

  /** A statement: of a day, or of a period. */
  public byte[] statement(PeriodStatement statement) {
    boolean day = statement.from().equals(statement.to());
    String days = day ? statement.from().toString() : statement.from() + " – " + statement.to();
    return paper(
        day ? Name.of("日结单", "Day Statement") : Name.of("期间对账单", "Period Statement"),
        days + "  " + statement.participant(),
        isOfTraining(statement),
        paper -> write(paper, statement));
  }

  /** Marked where all of it is for practice: a real account among it is no practice. */
  private static boolean isOfTraining(PeriodStatement statement) {
    boolean money =
        statement.cash().stream().allMatch(each -> each.asset().equals(Asset.CNY_TRAINING.value()));
    boolean credits =
        statement.credits().stream()
            .allMatch(each -> new InstrumentId(each.instrument()).isOfTraining());
    return money && credits && !(statement.cash().isEmpty() && statement.credits().isEmpty());
  }

  private void write(Paper paper, PeriodStatement statement) throws IOException {
    field(paper, "账户持有人", "Account holder", new Names(reader).of(statement.participant().value()));
    field(paper, "首日", "First day", statement.from().toString());
    field(paper, "末日", "Last day", statement.to().toString());
    for (PeriodStatement.Cash cash : statement.cash()) {
      write(paper, cash);
    }
    for (PeriodStatement.Credits credits : statement.credits()) {
      paper.heading(Name.of("减排量（吨） " + credits.batch(), "Credits (t)"));
      balances(paper, credits.opening(), credits.closing(), Papers::tonnes);
      lines(paper, credits.lines(), Papers::tonnes);
    }
    trades(paper, statement);
    paper.sentence(COPY);
  }

  /** How an amount is told. */
  private interface Told {
    String of(long amount);
  }

  private static void balances(Paper paper, Balance opening, Balance closing, Told told)
      throws IOException {
    field(paper, "期初余额", "Opening balance", told.of(opening.balance()));
    field(paper, "其中可用", "of it available", told.of(opening.available()));
    field(paper, "期末余额", "Closing balance", told.of(closing.balance()));
    field(paper, "其中可用", "of it available", told.of(closing.available()));
  }

  private static void write(Paper paper, PeriodStatement.Cash cash) throws IOException {
    paper.heading(Name.of("资金（元） " + cash.asset(), "Money (yuan)"));
    field(paper, "入金", "Paid in", Yuan.of(cash.paidIn()));
    field(paper, "出金", "Paid out", Yuan.of(cash.paidOut()));
    field(paper, "买入金额", "Bought", Yuan.of(cash.bought()));
    field(paper, "卖出金额", "Sold", Yuan.of(cash.sold()));
    field(paper, "手续费", "Fees", Yuan.of(cash.fees()));
    field(paper, "结算费", "Settlement fees", Yuan.of(cash.settlementFees()));
    field(paper, "付出的惠益分配", "Benefit shares paid", Yuan.of(cash.sharesPaid()));
    field(paper, "其他", "Other", Yuan.of(cash.other()));
    balances(paper, cash.opening(), cash.closing(), Yuan::of);
    lines(paper, cash.lines(), Yuan::of);
  }

  private static void lines(Paper paper, List<JsonNode> lines, Told told) throws IOException {
    if (lines.isEmpty()) {
      paper.sentence(Name.of("期间内无变动。", "Nothing moved in these days."));
      return;
    }
    PaperTable table =
        paper.table(
            List.of(
                Column.text("时间", "Date", 17),
                Column.text("指令", "Transaction type", 20),
                Column.text("账户", "Account", 13),
                Column.text("对方账户", "Counterparty", 18),
                Column.number("变动", "Amount", 15),
                Column.number("余额", "Balance", 15),
                Column.number("可用", "Available", 15)));
    for (JsonNode line : lines) {
      table.row(
          List.of(
              time(line.path("at").asString("")),
              action(line.path("action").asString("")),
              account(line.path("account").asString("")),
              account(line.path("counterparty").asString("")),
              told.of(line.path("amount").longValue()),
              told.of(line.path("balance").longValue()),
              told.of(line.path("available").longValue())));
    }
  }

  private static String action(String name) {
    return Catalogue.find(name).map(found -> found.title().zh() + " ").orElse("") + name;
  }

  /** An account by its kind in words; what names it follows. */
  private static String account(String text) {
    String[] parts = text.split(":", 2);
    String kind = ACCOUNTS.getOrDefault(parts[0], parts[0]);
    return parts.length == 1 ? kind : kind + " " + parts[1];
  }

  private static void trades(Paper paper, PeriodStatement statement) throws IOException {
    paper.heading(Name.of("成交", "Trades"));
    if (statement.trades().isEmpty()) {
      paper.sentence(Name.of("期间内无成交。", "No trades in these days."));
      return;
    }
    PaperTable table =
        paper.table(
            List.of(
                Column.text("时间", "Date", 17),
                Column.text("标的与编号", "Instrument and number", 30),
                Column.text("买卖", "Side", 9),
                Column.number("价格", "Price", 9),
                Column.number("数量", "Quantity (t)", 10),
                Column.number("金额", "Gross", 14),
                Column.number("费用", "Fees", 10),
                Column.text("状态", "Status", 16)));
    for (ContractNote trade : statement.trades()) {
      table.row(row(trade, statement.participant().value()));
    }
  }

  private static List<String> row(ContractNote trade, String owner) {
    boolean buys = trade.buyer().participant().equals(owner);
    long fees =
        buys
            ? trade.buyer().fee() + trade.buyer().settlementFee()
            : trade.seller().fee() + trade.seller().settlementFee();
    List<String> row = new ArrayList<>();
    row.add(time(trade.at().toString()));
    row.add(trade.instrument() + ":" + trade.number());
    row.add(buys ? "买 bought" : "卖 sold");
    row.add(Yuan.of(trade.price()));
    row.add(tonnes(trade.tonnes()));
    row.add(Yuan.of(trade.gross()));
    row.add(Yuan.of(fees));
    row.add(
        trade
            .cancellation()
            .map(each -> "已取消 cancelled")
            .orElse(MODES.getOrDefault(trade.mode(), trade.mode())));
    return row;
  }
}
