// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a delivery sent again. */
@Command(
    name = "resend",
    description = {
      "重新推送一条未送达的推送（需要密钥）。",
      "Has a delivery sent again that was given up (needs a key)."
    },
    footer = {
      "  grassland webhook resend 0c8f4b1a-5b0a-4c3e-9d7e-6f1b6c1e2d02 6f1b6c1e-5b0a-4c3e-9d7e-0c8f4b1a2d02 --key my-key.json"
    })
final class WebhookResend extends RegistryCommand {
  @Mixin private WebhookId webhook;

  @Parameters(
      index = "1",
      paramLabel = "INSTRUCTION",
      description = {"指令编号，见 webhook dead。", "The instruction, as webhook dead lists it."})
  private String instruction;

  @Override
  protected void perform(Session session) {
    WebhookVerbs.show(session, session.webhooks().resend(webhook.id(), instruction));
  }
}
