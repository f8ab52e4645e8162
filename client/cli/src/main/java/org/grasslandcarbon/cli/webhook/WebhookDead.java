// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.List;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists what was given up. */
@Command(
    name = "dead",
    description = {"列出多次未能送达的推送（需要密钥）。", "Lists deliveries that were given up (needs a key)."},
    footer = {"  grassland webhook dead 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --key my-key.json"})
final class WebhookDead extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Override
  protected void perform(Session session) {
    List<JsonNode> all = session.webhooks().dead(webhook.id());
    if (session.isForPrograms()) {
      session.document(all);
      return;
    }
    session.table(
        new Table<JsonNode>()
            .text("指令", "Instruction", each -> each.path("act").asString())
            .text("时间", "Given up at", each -> each.path("at").asString())
            .number("次数", "Attempts", each -> each.path("attempts").asString("0"))
            .text("最后结果", "Last result", each -> each.path("last").asString()),
        all);
  }
}
