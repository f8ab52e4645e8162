// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
  private final AddressRule rule = new AddressRule(List.of(), List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        // This machine, in all its spellings.
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "2130706433",
        "127.1",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        // Private, and an office's own.
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "fc00::1",
        "fd12:3456::1",
        "fec0::1",
        "::ffff:10.0.0.1",
        // Carriers', and a cloud's metadata.
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "169.254.169.254",
        "::ffff:169.254.169.254",
        "fe80::1",
        "fd00:ec2::254",
        "168.63.129.16",
        "192.0.0.192",
        // Tunnels to an address that nobody checks.
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2001:0:1::1",
        // Multicast, broadcast, documentation, reserved.
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "240.0.0.1",
        "ff02::1",
        "192.0.2.1",
        "198.51.100.1",
        "203.0.113.1",
        "198.18.0.1",
        "192.88.99.1",
        "2001:db8::1",
        "3fff::1",
        "5f00::1"
      })
  void what_is_not_of_the_public_internet_is_not_connected_to(String address)
      throws UnknownHostException {
    assertThat(rule.permits(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "198.17.255.255",
        "223.255.255.255",
        "2400:cb00::1",
        "2a00:1450::1",
        "2001:200::1",
        "::ffff:1.1.1.1"
      })
  void what_is_just_beside_it_is(String address) throws UnknownHostException {
    assertThat(rule.permits(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void an_operator_allows_and_refuses_more_and_refusing_comes_first() throws UnknownHostException {
    AddressRule own =
        new AddressRule(List.of("10.1.0.0/16", "fd00::/8"), List.of("10.1.2.0/24", "9.9.9.9/32"));
    assertThat(own.permits(InetAddress.getByName("10.1.3.1"))).isTrue();
    assertThat(own.permits(InetAddress.getByName("fd00::1"))).isTrue();
    assertThat(own.permits(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThat(own.permits(InetAddress.getByName("10.1.2.3"))).isFalse();
    assertThat(own.permits(InetAddress.getByName("9.9.9.9"))).isFalse();
    assertThat(own.permits(InetAddress.getByName("9.9.9.8"))).isTrue();
  }

  @Test
  void a_range_that_is_none_keeps_the_gateway_from_starting() {
    for (String wrong :
        List.of("10.0.0.0", "10.0.0.0/33", "localhost/8", "1.2.3.4.5/8", "", "/8")) {
      assertThatThrownBy(() -> AddressRange.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
