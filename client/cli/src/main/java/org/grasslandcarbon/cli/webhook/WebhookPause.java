// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a subscription; nothing is missed. */
@Command(
    name = "pause",
    description = {
      "暂停推送；恢复后从停下处继续（需要密钥）。",
      "Pauses a subscription; it goes on from there when it is resumed (needs a key)."
    },
    footer = {"  grassland webhook pause 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --key my-key.json"})
final class WebhookPause extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Override
  protected void perform(Session session) {
    Map<String, Object> wanted = WebhookVerbs.wanted(session.webhooks().show(webhook.id()));
    wanted.put("paused", true);
    WebhookVerbs.show(session, session.webhooks().replace(webhook.id(), wanted));
  }
}
