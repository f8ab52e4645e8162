// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Replaces a secret. */
@Command(
    name = "rotate",
    description = {
      "更换签名密钥；旧密钥一天内仍一并签名（需要密钥）。",
      "Makes a new secret; the one before signs as well for a day (needs a key)."
    },
    footer = {
      "  grassland webhook rotate 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 --secret new.secret --key my-key.json"
    })
final class WebhookRotate extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Mixin private SecretFile secret;

  @Override
  protected void perform(Session session) {
    secret.mustBeNew(session);
    secret.store(session, session.webhooks().rotate(webhook.id()));
  }
}
