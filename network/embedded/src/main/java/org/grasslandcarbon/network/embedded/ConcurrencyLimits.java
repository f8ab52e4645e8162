// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

/**
 * How many calls the peer serves at once; one more is refused as Fabric refuses it ({@code
 * UNKNOWN}, "too many requests").
 *
 * @param gatewayCalls calls of the gateway service; a waiting commit status and an open event
 *     stream count
 * @param deliverStreams open streams of blocks
 */
public record ConcurrencyLimits(int gatewayCalls, int deliverStreams) {
  /**
   * Fabric's 500 for the gateway; fewer streams than Fabric's 2500, because each has a thread here.
   */
  public static final ConcurrencyLimits DEFAULT = new ConcurrencyLimits(500, 250);

  /** Refuses limits below one, with {@link IllegalArgumentException}. */
  public ConcurrencyLimits {
    if (gatewayCalls < 1 || deliverStreams < 1) {
      throw new IllegalArgumentException("A limit must be at least one.");
    }
  }
}
