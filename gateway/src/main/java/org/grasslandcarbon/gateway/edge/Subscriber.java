// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Whoever is behind an address, as limits count: somebody with IPv6 may use any of the addresses of
 * a prefix and is one all the same.
 *
 * @param key the same for all addresses of one
 * @param isThisMachine whether it is the machine on which the gateway runs
 */
public record Subscriber(String key, boolean isThisMachine) {
  /** Digits, so that no name is looked up because a proxy passed one on. */
  private static final Pattern NUMERIC =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  /** The prefix that one IPv6 subscriber has. */
  private static final int PREFIX_BYTES = 8;

  /** Whoever is behind the address that the server gives, which is a trusted proxy's word. */
  public static Subscriber of(String address) {
    if (NUMERIC.matcher(address).matches()) {
      try {
        return of(InetAddress.getByName(address));
      } catch (UnknownHostException notAnAddress) {
        // Taken as it is, like what a proxy says instead of an address.
      }
    }
    return new Subscriber(address, false);
  }

  static Subscriber of(InetAddress address) {
    boolean prefix = address instanceof Inet6Address && !address.isLoopbackAddress();
    String key =
        prefix
            ? HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES)
            : address.getHostAddress();
    return new Subscriber(key, address.isLoopbackAddress());
  }
}
