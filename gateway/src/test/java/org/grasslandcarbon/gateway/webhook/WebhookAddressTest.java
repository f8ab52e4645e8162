// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
  private static final List<Integer> PORTS = List.of(443, 8443);

  @Test
  void an_address_is_taken_apart_as_it_stands() {
    WebhookAddress address = WebhookAddress.of("https://a.example/b%20c?d=e%26", PORTS);
    assertThat(address).isEqualTo(new WebhookAddress("a.example", 443, "/b%20c?d=e%26"));
    assertThat(address.authority()).isEqualTo("a.example");
    assertThat(WebhookAddress.of("HTTPS://a.example:8443", PORTS).target()).isEqualTo("/");
    assertThat(WebhookAddress.of("https://a.example:8443", PORTS).authority())
        .isEqualTo("a.example:8443");
    assertThat(WebhookAddress.of("https://[2400::1]/", PORTS).name()).isEqualTo("2400::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/",
        "ftp://a.example/",
        "file:///etc/passwd",
        "https:///path",
        "https:a.example",
        "a.example",
        "https://user:word@a.example/",
        "https://a.example@127.0.0.1/",
        "https://a.example/#part",
        "https://a.example:80/",
        "https://a.example:22/",
        "https://a.example:0/",
        "https://a.example/\r\nHost: b.example",
        "https://a.example/ HTTP/1.1",
        "https://a.example/草",
        "https://草.example/",
        ""
      })
  void what_nothing_is_sent_to_is_refused_when_it_is_named(String address) {
    assertThatThrownBy(() -> WebhookAddress.of(address, PORTS))
        .isInstanceOfSatisfying(
            RequestException.class,
            e -> assertThat(e.code()).isEqualTo(GatewayCode.WEBHOOK_ADDRESS_REFUSED));
  }

  @Test
  void an_address_has_a_length() {
    String longest = "https://a.example/" + "a".repeat(WebhookAddress.CHARACTERS_MOST - 18);
    assertThat(WebhookAddress.of(longest, PORTS).target()).hasSize(longest.length() - 17);
    assertThatThrownBy(() -> WebhookAddress.of(longest + "a", PORTS))
        .isInstanceOf(RequestException.class);
  }
}
