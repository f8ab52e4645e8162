// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.cash;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.WholeList;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Yuan;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.views.SettlementViews;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** What the signer has at its banks, and how much of it is at its disposal. */
@Command(
    name = "balance",
    description = {
      "余额：签名者在各结算银行的资金（需要密钥）。",
      "What the signer has at settlement banks (needs a key)."
    },
    footer = {"  grassland cash balance --key my-key.json"})
final class CashBalance extends RegistryCommand {
  @Override
  protected void perform(Session session) {
    Reads reads = session.privateReads();
    List<JsonNode> accounts =
        session.progress().during(calledAs(), () -> WholeList.of(reads, SettlementViews.CASH));
    if (session.isForPrograms()) {
      session.document(Map.of("items", accounts, "total", accounts.size()));
      return;
    }
    session.table(
        new Table<JsonNode>()
            .text("资金", "asset", row -> row.path("asset").asString(""))
            .text("结算银行", "bank", row -> row.path("bank").asString(""))
            .number("可用(元)", "available (yuan)", row -> yuan(row, "available"))
            .number("冻结(元)", "frozen (yuan)", row -> yuan(row, "frozenAmount"))
            .number("出金在途(元)", "on its way out (yuan)", row -> yuan(row, "withdrawingAmount")),
        accounts);
    session.hint(
        "挂牌、报价之下的资金不在其中：grassland listing list、grassland statement day。",
        "What stands behind listings and offers is not in it: grassland listing list, grassland"
            + " statement day.");
  }

  private static String yuan(JsonNode row, String member) {
    return Yuan.text(row.path(member).asLong(0));
  }
}
