// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.gateway.market.ContractNote;
import org.grasslandcarbon.gateway.market.Depth;
import org.grasslandcarbon.gateway.market.PeriodStatement;
import org.grasslandcarbon.gateway.market.Vat;
import tools.jackson.databind.JsonNode;

/** Documents as rows of a table, headings first in both languages. */
final class TradeSheets {
  private TradeSheets() {}

  /** A contract note, an item a row: people print it. */
  static List<List<Object>> note(ContractNote note) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("项目", "Item", "值 Value"));
    rows.add(row("成交编号", "Trade Number", note.instrument() + ":" + note.number()));
    note.cancellation().ifPresent(undone -> rows.addAll(cancellation(undone)));
    rows.add(row("交易日", "Trading Day", note.day()));
    rows.add(row("成交时间", "Date Traded", note.at()));
    rows.add(row("交易场所", "Venue", note.venue()));
    rows.add(row("交易方式", "Mode", note.mode()));
    rows.add(row("交易标的", "Instrument", note.instrument()));
    rows.add(row("批次", "Batch", note.batch()));
    rows.add(row("编号段", "Credit Serial Numbers", String.join("; ", note.serials())));
    rows.add(row("价格（分/吨）", "Price (fen/t)", note.price()));
    rows.add(row("数量（吨）", "Quantity (t)", note.tonnes()));
    rows.add(row("成交金额（分）", "Gross (fen)", note.gross()));
    note.vat().ifPresent(vat -> rows.addAll(tax(vat)));
    rows.add(row("买方", "Buyer", note.buyer().participant()));
    rows.add(row("买方手续费（分）", "Buyer's Fee (fen)", note.buyer().fee()));
    rows.add(row("买方结算费（分）", "Buyer's Settlement Fee (fen)", note.buyer().settlementFee()));
    rows.add(row("买方应付（分）", "Buyer Pays (fen)", note.buyer().pays()));
    rows.add(row("卖方", "Seller", note.seller().participant()));
    rows.add(row("卖方手续费（分）", "Seller's Fee (fen)", note.seller().fee()));
    rows.add(row("卖方结算费（分）", "Seller's Settlement Fee (fen)", note.seller().settlementFee()));
    note.seller()
        .shares()
        .forEach(
            share ->
                rows.add(
                    row(
                        "惠益分配第 " + share.line() + " 行（分）",
                        "Benefit Line " + share.line() + " (fen)",
                        share.amount())));
    rows.add(row("卖方实收（分）", "Seller Receives (fen)", note.seller().receives()));
    rows.add(row("资金种类", "Asset", note.asset()));
    rows.add(row("指令编号", "Transaction ID", note.instruction()));
    rows.add(row("区块", "Block", note.block()));
    rows.add(row("仅供练习", "Training", note.training()));
    return rows;
  }

  private static List<Object> row(String zh, String en, Object value) {
    return List.of(zh, en, value);
  }

  private static List<List<Object>> cancellation(ContractNote.Cancellation undone) {
    return List.of(
        row("取消时间", "Date Cancelled", undone.at()),
        row("国家主管部门文件摘要", "Digest of the Authority's Document", undone.document()),
        row("取消理由", "Reason of the Cancellation", undone.reason()),
        row("取消指令", "Cancelled by Instruction", undone.instruction()));
  }

  private static List<List<Object>> tax(Vat vat) {
    return List.of(
        row("不含税金额（分）", "Net (fen)", vat.net()),
        row("增值税（分）", "VAT (fen)", vat.tax()),
        row("增值税率（千分比）", "VAT (per mille)", vat.perMille()));
  }

  /** The levels of a book: those who sell from the dearest down, then those who buy. */
  static List<List<Object>> book(Depth depth) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "买卖 Side", "档位 Level", "价格（分/吨） Price (fen/t)", "数量（吨） Quantity (t)", "挂牌数 Listings"));
    for (int level = depth.sells().size(); level > 0; level--) {
      rows.add(row("卖 SELL", level, depth.sells().get(level - 1)));
    }
    for (int level = 1; level <= depth.buys().size(); level++) {
      rows.add(row("买 BUY", level, depth.buys().get(level - 1)));
    }
    return rows;
  }

  private static List<Object> row(String side, int level, Depth.Level at) {
    return List.of(side, level, at.price(), at.tonnes(), at.listings());
  }

  /** A statement: of each asset what there was, each movement, and what there is. */
  static List<List<Object>> statement(PeriodStatement statement) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "行 Row",
            "时间 Date",
            "资产 Asset",
            "指令 Transaction Type",
            "账户 Account",
            "对方账户 Counterparty",
            "数量或金额（吨/分） Amount (t or fen)",
            "余额 Balance",
            "可用 Available",
            "指令编号 Transaction ID",
            "区块 Block"));
    statement
        .cash()
        .forEach(each -> add(rows, each.asset(), each.opening(), each.lines(), each.closing()));
    statement
        .credits()
        .forEach(each -> add(rows, each.batch(), each.opening(), each.lines(), each.closing()));
    return rows;
  }

  /** What movements of money come to: what the sums of a statement say, an asset a row. */
  static List<List<Object>> sums(PeriodStatement statement) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "资金种类 Asset",
            "期初余额（分） Opening (fen)",
            "入金（分） Paid In (fen)",
            "出金（分） Paid Out (fen)",
            "买入（分） Bought (fen)",
            "卖出（分） Sold (fen)",
            "手续费（分） Fees (fen)",
            "结算费（分） Settlement Fees (fen)",
            "惠益分配（分） Shares Paid (fen)",
            "其他（分） Other (fen)",
            "期末余额（分） Closing (fen)"));
    for (PeriodStatement.Cash cash : statement.cash()) {
      rows.add(
          List.of(
              cash.asset(),
              cash.opening().balance(),
              cash.paidIn(),
              cash.paidOut(),
              cash.bought(),
              cash.sold(),
              cash.fees(),
              cash.settlementFees(),
              cash.sharesPaid(),
              cash.other(),
              cash.closing().balance()));
    }
    return rows;
  }

  /** The trades of a statement, a trade a row. */
  static List<List<Object>> trades(PeriodStatement statement) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "成交时间 Date Traded",
            "交易标的 Instrument",
            "成交编号 Trade Number",
            "交易方式 Mode",
            "买方 Buyer",
            "卖方 Seller",
            "价格（分/吨） Price (fen/t)",
            "数量（吨） Quantity (t)",
            "成交金额（分） Gross (fen)",
            "买方应付（分） Buyer Pays (fen)",
            "卖方实收（分） Seller Receives (fen)",
            "取消时间 Date Cancelled",
            "取消依据文件摘要 Digest of the Document"));
    for (ContractNote trade : statement.trades()) {
      rows.add(
          List.of(
              trade.at(),
              trade.instrument(),
              trade.number(),
              trade.mode(),
              trade.buyer().participant(),
              trade.seller().participant(),
              trade.price(),
              trade.tonnes(),
              trade.gross(),
              trade.buyer().pays(),
              trade.seller().receives(),
              trade.cancellation().map(undone -> undone.at().toString()).orElse(""),
              trade.cancellation().map(ContractNote.Cancellation::document).orElse("")));
    }
    return rows;
  }

  private static void add(
      List<List<Object>> rows,
      String asset,
      PeriodStatement.Balance opening,
      List<JsonNode> lines,
      PeriodStatement.Balance closing) {
    rows.add(balance("期初 Opening", asset, opening));
    for (JsonNode line : lines) {
      rows.add(
          List.of(
              "变动 Movement",
              text(line, "at"),
              asset,
              text(line, "action"),
              text(line, "account"),
              text(line, "counterparty"),
              number(line, "amount"),
              number(line, "balance"),
              number(line, "available"),
              text(line, "instruction"),
              number(line, "block")));
    }
    rows.add(balance("期末 Closing", asset, closing));
  }

  private static List<Object> balance(String row, String asset, PeriodStatement.Balance balance) {
    return List.of(row, "", asset, "", "", "", "", balance.balance(), balance.available(), "", "");
  }

  private static String text(JsonNode line, String member) {
    return line.path(member).asString("");
  }

  private static Long number(JsonNode line, String member) {
    return line.path(member).longValue();
  }
}
