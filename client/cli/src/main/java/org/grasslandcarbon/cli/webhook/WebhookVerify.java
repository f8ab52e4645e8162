// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.client.DeliveryRefused;
import org.grasslandcarbon.client.ReceivedDelivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a delivery on this machine: for who builds a receiver, or doubts one. */
@Command(
    name = "verify",
    description = {
      "在本机核对收到的推送：正文、请求头与密钥；不连接网关。",
      "Verifies a delivery that was received, on this machine and without a gateway: its body, its"
          + " headers and the secret."
    },
    footer = {"  grassland webhook verify body.json --headers headers.txt --secret hook.secret"})
final class WebhookVerify extends RegistryCommand {
  private static final String TIMESTAMP = "webhook-timestamp";

  @Parameters(
      paramLabel = "BODY",
      description = {"正文文件，须为收到的原字节。", "The body, byte by byte as it came."})
  private Path body;

  @Option(
      names = "--headers",
      required = true,
      paramLabel = "FILE",
      description = {"请求头文件，每行一个 名称: 值。", "The headers, a line each: name: value."})
  private Path headers;

  @Option(
      names = "--secret",
      required = true,
      paramLabel = "FILE",
      description = {"密钥文件。", "The file with the secret."})
  private Path secret;

  @Option(
      names = "--any-time",
      description = {
        "不检查签名时间：核对早先收到的推送。",
        "Does not look at when it was signed: for a delivery that was kept."
      })
  private boolean anyTime;

  @Override
  protected void perform(Session session) {
    Map<String, String> named = named(session.read(headers));
    byte[] bytes = session.read(body).getBytes(StandardCharsets.UTF_8);
    try {
      ReceivedDelivery delivery =
          ReceivedDelivery.verified(named, bytes, session.read(secret), now(named));
      if (session.isForPrograms()) {
        session.document(delivery.event());
        return;
      }
      session.say(
          "签名有效；编号 " + delivery.id() + "：同一编号只处理一次。",
          "The signature is good. Its id is " + delivery.id() + ": act once on each id.");
    } catch (DeliveryRefused e) {
      throw new NotDone(
          "推送不可信（" + e.reason() + "）：" + e.detail().zh() + "。",
          "The delivery is not to be believed (" + e.reason() + "): " + e.detail().en() + ".");
    }
  }

  private Instant now(Map<String, String> named) {
    String signed = named.getOrDefault(TIMESTAMP, "");
    return anyTime && signed.matches("[0-9]{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(signed))
        : Instant.now();
  }

  private Map<String, String> named(String text) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String line : text.split("\\R")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        named.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    if (named.isEmpty()) {
      throw new UsageException(
          headers + " 中没有请求头。", headers + " has no headers: a line is name: value.");
    }
    return named;
  }
}
