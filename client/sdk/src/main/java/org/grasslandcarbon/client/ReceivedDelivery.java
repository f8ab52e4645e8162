// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.grasslandcarbon.domain.value.Detail;
import tools.jackson.databind.JsonNode;

/**
 * A delivery of a webhook as a receiver has it, verified by the scheme of Standard Webhooks. The
 * bytes have to be those that came: JSON that was read and written again is other bytes.
 *
 * @param id what a receiver remembers, so that a delivery that comes twice counts once
 * @param event the CloudEvent
 */
public record ReceivedDelivery(String id, JsonNode event) {
  /** How far apart the clocks of gateway and receiver may be, as the specification has it. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";

  /**
   * Verifies a delivery.
   *
   * @param headers by name, in any case
   * @param body the bytes that came
   * @param secret {@code whsec_...}
   * @param now the receiver's clock
   * @throws DeliveryRefused when it is not to be believed
   */
  public static ReceivedDelivery verified(
      Map<String, String> headers, byte[] body, String secret, Instant now) {
    String id = header(headers, "webhook-id");
    String timestamp = header(headers, "webhook-timestamp");
    String signatures = header(headers, "webhook-signature");
    require(
        timestamp.matches("[0-9]{1,11}"),
        DeliveryRefused.Reason.HEADERS,
        zh("webhook-timestamp 须为秒数").en("webhook-timestamp is a number of seconds"));
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    require(
        Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0,
        DeliveryRefused.Reason.TIMESTAMP,
        zh("签名时间 %s 与现在相差超过五分钟")
            .en("it was signed at %s, more than five minutes from now", signed));
    byte[] expected =
        ("v1," + signature(secret, id + "." + timestamp + ".", body))
            .getBytes(StandardCharsets.US_ASCII);
    require(
        Arrays.stream(signatures.split(" "))
            .anyMatch(
                each -> MessageDigest.isEqual(expected, each.getBytes(StandardCharsets.US_ASCII))),
        DeliveryRefused.Reason.SIGNATURE,
        zh("没有一个签名出自该密钥与这些字节").en("no signature is of this secret over these bytes"));
    Optional<JsonNode> event = Json.tryTree(body);
    require(
        event.filter(each -> each.path("id").asString("").equals(id)).isPresent(),
        DeliveryRefused.Reason.BODY,
        zh("正文不是编号为 %s 的事件").en("the body is no event of the id %s", id));
    return new ReceivedDelivery(id, event.get());
  }

  private static String header(Map<String, String> headers, String name) {
    return headers.entrySet().stream()
        .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new DeliveryRefused(
                    DeliveryRefused.Reason.HEADERS,
                    zh("缺少请求头 %s").en("header %s is missing", name)));
  }

  private static String signature(String secret, String before, byte[] body) {
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(key(secret)));
    byte[] first = before.getBytes(StandardCharsets.UTF_8);
    mac.update(first, 0, first.length);
    mac.update(body, 0, body.length);
    byte[] made = new byte[mac.getMacSize()];
    mac.doFinal(made, 0);
    return Base64.getEncoder().encodeToString(made);
  }

  private static byte[] key(String secret) {
    try {
      return Base64.getDecoder().decode(secret.strip().replaceFirst("^" + PREFIX, ""));
    } catch (IllegalArgumentException e) {
      throw new DeliveryRefused(
          DeliveryRefused.Reason.SIGNATURE,
          zh("密钥须为 whsec_ 加 Base64").en("a secret is whsec_ and Base64"));
    }
  }

  private static void require(boolean condition, DeliveryRefused.Reason reason, Detail otherwise) {
    if (!condition) {
      throw new DeliveryRefused(reason, otherwise);
    }
  }
}
