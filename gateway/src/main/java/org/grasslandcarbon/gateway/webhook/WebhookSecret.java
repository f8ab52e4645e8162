// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What deliveries are signed with, as Standard Webhooks has it. Its text is in the subscription's
 * file, which is its owner's only, and in the one answer in which it was made; nowhere else, and so
 * not in what this prints.
 *
 * @param text {@code whsec_} and the key in Base64
 * @param until when it signs no more; absent of the one that is in force
 */
record WebhookSecret(String text, Optional<Instant> until) {
  private static final String PREFIX = "whsec_";

  /** As many as the signature has; the specification wants 24 to 64. */
  private static final int KEY_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static WebhookSecret made() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key), Optional.empty());
  }

  /** The same, until it is replaced for good. */
  WebhookSecret until(Instant end) {
    return new WebhookSecret(text, Optional.of(end));
  }

  boolean isValid(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** The signature of a delivery: {@code v1,} and HMAC-SHA256 of id, seconds and body in Base64. */
  String sign(String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret[until=" + until + "]";
  }
}
