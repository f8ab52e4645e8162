// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Says anew where and what is sent. */
@Command(
    name = "change",
    description = {
      "更改推送地址与筛选条件；未写的条件即取消（需要密钥）。",
      "Says anew where and what is sent; a filter that is not given is dropped (needs a key)."
    },
    footer = {
      "  grassland webhook change 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --url https://erp.example/other --own --key my-key.json"
    })
final class WebhookChange extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = {"接收推送的地址；不写则不变。", "Where to; as before where it is not given."})
  private String url;

  @Mixin private WantedActs wanted;

  @Override
  protected void perform(Session session) {
    JsonNode before = session.webhooks().show(webhook.id());
    Map<String, Object> filters = wanted.filters();
    filters.put("url", url == null ? before.path("url").asString() : url);
    filters.put("paused", before.has("paused"));
    WebhookVerbs.show(session, session.webhooks().replace(webhook.id(), filters));
  }
}
