// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a subscription. */
@Command(
    name = "delete",
    description = {
      "删除订阅及其未送达记录（需要密钥）。",
      "Ends a subscription; what was given up is gone with it (needs a key)."
    },
    footer = {"  grassland webhook delete 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --key my-key.json"})
final class WebhookDelete extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Override
  protected void perform(Session session) {
    session.webhooks().delete(webhook.id());
    session.hint("已删除。", "It is gone.");
  }
}
