// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of Standard Webhooks, made by its other implementations, and one of ours. */
class ReceivedDeliveryTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final Instant SIGNED = Instant.ofEpochSecond(1_614_265_330);

  /** Of the body {@code {"id": "msg_1"}}, with openssl. */
  private static final String BODY = "{\"id\": \"msg_1\"}";

  private final Map<String, String> headers =
      new HashMap<>(
          Map.of(
              "Webhook-Id", "msg_1",
              "webhook-timestamp", "1614265330",
              "WEBHOOK-SIGNATURE", "v1,ZqV9xb+firik0hDFgXlmjxv6U2pb/3EDpJHe1ZcWEzE="));

  private ReceivedDelivery verify(String body, Instant now) {
    return ReceivedDelivery.verified(headers, body.getBytes(StandardCharsets.UTF_8), SECRET, now);
  }

  private void refused(DeliveryRefused.Reason reason, String body, Instant now) {
    assertThatThrownBy(() -> verify(body, now))
        .isInstanceOfSatisfying(
            DeliveryRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void a_delivery_is_believed_by_the_signature_that_others_make() {
    assertThat(verify(BODY, SIGNED).id()).isEqualTo("msg_1");
    // The published example: its body is no event of ours, which is found after its signature.
    headers.put("Webhook-Id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
    headers.put("WEBHOOK-SIGNATURE", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    refused(DeliveryRefused.Reason.BODY, "{\"test\": 2432232314}", SIGNED);
    refused(DeliveryRefused.Reason.SIGNATURE, "{\"test\":2432232314}", SIGNED);
  }

  @Test
  void one_of_several_signatures_suffices_while_a_secret_is_replaced() {
    headers.compute("WEBHOOK-SIGNATURE", (any, good) -> "v1,AAAA " + good + " v1a,x");
    assertThat(verify(BODY, SIGNED).id()).isEqualTo("msg_1");
    headers.put("WEBHOOK-SIGNATURE", "v1,AAAA");
    refused(DeliveryRefused.Reason.SIGNATURE, BODY, SIGNED);
  }

  @Test
  void what_somebody_has_kept_is_refused_after_five_minutes() {
    assertThat(verify(BODY, SIGNED.plusSeconds(300)).id()).isEqualTo("msg_1");
    refused(DeliveryRefused.Reason.TIMESTAMP, BODY, SIGNED.plusSeconds(301));
    refused(DeliveryRefused.Reason.TIMESTAMP, BODY, SIGNED.minusSeconds(301));
  }

  @Test
  void another_time_or_id_than_was_signed_is_refused() {
    headers.put("webhook-timestamp", "1614265331");
    refused(DeliveryRefused.Reason.SIGNATURE, BODY, SIGNED);
    headers.put("webhook-timestamp", "yesterday");
    refused(DeliveryRefused.Reason.HEADERS, BODY, SIGNED);
    headers.remove("webhook-timestamp");
    refused(DeliveryRefused.Reason.HEADERS, BODY, SIGNED);
  }
}
