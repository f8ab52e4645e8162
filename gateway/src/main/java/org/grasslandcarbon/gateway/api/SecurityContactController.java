// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whom to tell of a security problem (RFC 9116). Each gateway has an operator of its own, so that
 * there is no file where none has said how to be reached.
 */
@RestController
@Open("whom to tell of a weakness (RFC 9116)")
final class SecurityContactController {
  private static final Set<String> SCHEMES = Set.of("mailto", "https", "tel");

  /** Below the year that the RFC recommends; who reads it later asks again. */
  private static final Duration VALID = Duration.ofDays(180);

  private final List<String> contacts;
  private final Clock clock;

  /**
   * @param contacts addresses as {@code mailto:}, {@code https:} or {@code tel:}, the first first
   */
  SecurityContactController(
      @Value("${grassland.security-contact:}") List<String> contacts, Clock clock) {
    contacts.forEach(SecurityContactController::mustBeAddress);
    this.contacts = List.copyOf(contacts);
    this.clock = clock;
  }

  private static void mustBeAddress(String contact) {
    if (!SCHEMES.contains(String.valueOf(URI.create(contact).getScheme()))) {
      throw new IllegalArgumentException(
          "grassland.security-contact is mailto:, https: or tel:, and not " + contact);
    }
  }

  @GetMapping("/.well-known/security.txt")
  ResponseEntity<String> contact() {
    if (contacts.isEmpty()) {
      throw new RequestException(
          GatewayCode.NOT_FOUND,
          zh("未设置 grassland.security-contact").en("grassland.security-contact is not set"));
    }
    StringBuilder text = new StringBuilder();
    contacts.forEach(contact -> text.append("Contact: ").append(contact).append("\r\n"));
    text.append("Expires: ")
        .append(clock.instant().plus(VALID).truncatedTo(ChronoUnit.DAYS))
        .append("\r\nPreferred-Languages: zh, en\r\n");
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text.toString());
  }
}
