// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses that begin alike, e.g. {@code 10.0.0.0/8} or {@code fd00::/8}. */
final class AddressRange {
  /** Digits, so that nothing is looked up. */
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/[0-9]{1,3}");

  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /**
   * A range as it is written.
   *
   * @throws IllegalArgumentException when it is none
   */
  static AddressRange of(String text) {
    if (FORM.matcher(text).matches()) {
      String[] parts = text.split("/");
      int bits = Integer.parseInt(parts[1]);
      try {
        byte[] first = InetAddress.getByName(parts[0]).getAddress();
        if (bits <= first.length * Byte.SIZE) {
          return new AddressRange(first, bits);
        }
      } catch (UnknownHostException notAnAddress) {
        // Said below.
      }
    }
    throw new IllegalArgumentException("a range of addresses is like 10.0.0.0/8, not " + text);
  }

  boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((bytes[bit / Byte.SIZE] & mask) != (first[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
