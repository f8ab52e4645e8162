// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.List;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Lists the participant's subscriptions. */
@Command(
    name = "list",
    description = {
      "列出本主体在该网关的推送订阅（需要密钥）。",
      "Lists the participant's subscriptions at the gateway (needs a key)."
    },
    footer = {"  grassland webhook list --key my-key.json"})
final class WebhookList extends RegistryCommand {
  @Override
  protected void perform(Session session) {
    List<JsonNode> all = session.progress().during(calledAs(), () -> session.webhooks().list());
    if (session.isForPrograms()) {
      session.document(all);
      return;
    }
    session.table(
        new Table<JsonNode>()
            .text("编号", "Id", each -> each.path("id").asString())
            .text("状态", "State", WebhookList::state)
            .number("未送达", "Given up", each -> each.path("deadLetters").asString("0"))
            .text("最近失败", "Last failure", each -> each.at("/failing/last").asString(""))
            .text("地址", "Address", each -> each.path("url").asString()),
        all);
  }

  private static String state(JsonNode webhook) {
    return webhook.at("/paused/reason").asString("ACTIVE");
  }
}
