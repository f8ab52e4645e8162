// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.credit;

import java.util.Map;
import org.grasslandcarbon.cli.ListCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import org.grasslandcarbon.cli.console.Text;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.views.CreditViews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists what a participant holds; needs its key. */
@Command(
    name = "holdings",
    description = {"列出持有的减排量（需要密钥）。", "Lists the credits held (needs a key)."},
    footerHeading = "%n示例 Example:%n",
    footer = {"  grassland credits holdings --key my-key.json"})
final class CreditsHoldings extends ListCommand {
  @Option(
      names = "--owner",
      paramLabel = "CODE",
      description = {
        "他人的持有情况（仅主管部门、审计方、司法机关）。",
        "Another's holdings (for the authority, its office, auditors, courts)."
      })
  private String owner;

  @Override
  protected void filter(Filters filters) {
    filters.add("owner", owner);
  }

  @Override
  protected void prepare(Session session) {
    session.signer();
  }

  @Override
  protected Page page(Session session, Map<String, String> filters) {
    return session.privateReads().list(CreditViews.HOLDINGS, filters);
  }

  @Override
  protected Table<JsonNode> table(Session session) {
    return new Table<JsonNode>()
        .text("批次", "batch", row -> row.path("batch").asString(""))
        .number("可用", "held", row -> Text.grouped(count(row.path("held"))))
        .number("冻结", "frozen", row -> Text.grouped(countFrozen(row.path("frozen"))))
        .text("编号", "serials", row -> Text.of(row.path("held"), session.language()));
  }

  private static long countFrozen(JsonNode freezes) {
    return freezes.valueStream().mapToLong(CreditsHoldings::count).sum();
  }

  /** Credits in a list of ranges {@code "start-end"}. */
  private static long count(JsonNode ranges) {
    return ranges
        .valueStream()
        .mapToLong(range -> SerialRange.parse(range.asString()).count())
        .sum();
  }
}
