// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.Optional;

/**
 * Whether a signed request comes from a member of the channel, with the texts of Fabric's policy
 * check.
 */
final class AccessCheck {
  private final String channel;
  private final Membership membership;

  AccessCheck(String channel, Membership membership) {
    this.channel = channel;
    this.membership = membership;
  }

  /** What is wrong, or empty. */
  Optional<String> problem(
      String requestedChannel, ByteString identity, ByteString signature, ByteString signed) {
    if (!requestedChannel.equals(channel)) {
      return Optional.of("Failed to get policy manager for channel [" + requestedChannel + "]");
    }
    if (membership.identify(identity).filter(i -> i.signed(signature, signed)).isEmpty()) {
      return Optional.of(
          "Failed evaluating policy on signed data during check policy on channel ["
              + channel
              + "] with policy [/Channel/Application/Readers]: ["
              + unsatisfied("Readers")
              + "]");
    }
    return Optional.empty();
  }

  static String unsatisfied(String policy) {
    return "implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the '"
        + policy
        + "' sub-policies to be satisfied";
  }
}
