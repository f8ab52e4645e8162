// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a subscription. */
@Command(
    name = "resume",
    description = {
      "恢复推送，并立即重试（需要密钥）。",
      "Resumes a subscription, also one that the gateway has paused (needs a key)."
    },
    footer = {"  grassland webhook resume 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --key my-key.json"})
final class WebhookResume extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Override
  protected void perform(Session session) {
    WebhookVerbs.show(
        session,
        session
            .webhooks()
            .replace(webhook.id(), WebhookVerbs.wanted(session.webhooks().show(webhook.id()))));
  }
}
