// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.Map;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a gateway send what happens to an address. */
@Command(
    name = "create",
    description = {
      "请网关把账本上的事件推送到一个 https 地址（需要密钥）。",
      "Has a gateway send what happens on the ledger to an address of https (needs a key)."
    },
    footer = {
      "  grassland webhook create https://erp.example/hook --own --secret hook.secret --key my-key.json"
    })
final class WebhookCreate extends RegistryCommand {
  @Parameters(
      paramLabel = "URL",
      description = {"接收推送的地址。", "Where to."})
  private String url;

  @Mixin private WantedActs wanted;

  @Mixin private SecretFile secret;

  @Override
  protected void perform(Session session) {
    secret.mustBeNew(session);
    Map<String, Object> filters = wanted.filters();
    filters.put("url", url);
    secret.store(
        session, session.progress().during(calledAs(), () -> session.webhooks().create(filters)));
  }
}
