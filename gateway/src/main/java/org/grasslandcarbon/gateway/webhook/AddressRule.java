// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses a gateway may be made to connect to by what a participant types: those of the
 * public Internet, and what the operator allows besides. A gateway stands where an office's own
 * machines trust it.
 */
final class AddressRule {
  /** What is not of the public Internet, after the registries of RFC 6890, or not meant for us. */
  private static final List<AddressRange> NOT_PUBLIC_4 =
      ranges(
          // This network, private, shared by carriers (a cloud's metadata too), this machine.
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          // Link-local, where clouds have their metadata.
          "169.254.0.0/16",
          "172.16.0.0/12",
          // Protocols and documentation.
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          // A cloud's own server for its guests, at an address that looks public.
          "168.63.129.16/32",
          // Multicast, reserved, broadcast.
          "224.0.0.0/3");

  /** All that is unicast and global; of IPv6 what is not known to be public is not. */
  private static final AddressRange PUBLIC_6 = AddressRange.of("2000::/3");

  /** Of it: protocols and tunnels, which carry an IPv4 address that nobody has checked. */
  private static final List<AddressRange> NOT_PUBLIC_6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private final List<AddressRange> allowed;
  private final List<AddressRange> refused;

  /**
   * @param allowed besides, by the operator
   * @param refused besides, by the operator, such as an office's own public addresses
   */
  AddressRule(List<String> allowed, List<String> refused) {
    this.allowed = ranges(allowed.toArray(String[]::new));
    this.refused = ranges(refused.toArray(String[]::new));
  }

  private static List<AddressRange> ranges(String... texts) {
    return java.util.Arrays.stream(texts).map(AddressRange::of).toList();
  }

  /** Whether the gateway may connect to it. An IPv4 address within an IPv6 one is an IPv4 one. */
  boolean permits(InetAddress address) {
    if (isIn(refused, address)) {
      return false;
    }
    return isIn(allowed, address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    return address instanceof Inet4Address
        ? !isIn(NOT_PUBLIC_4, address)
        : PUBLIC_6.has(address) && !isIn(NOT_PUBLIC_6, address);
  }

  private static boolean isIn(List<AddressRange> ranges, InetAddress address) {
    return ranges.stream().anyMatch(each -> each.has(address));
  }
}
