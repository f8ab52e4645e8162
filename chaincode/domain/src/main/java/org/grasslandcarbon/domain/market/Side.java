// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

/** What a listing, or whoever takes one, wants. */
public enum Side {
  /** To buy credits. */
  BUY,
  /** To sell credits. */
  SELL;

  /** What whoever takes it does. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** Whether one price is better than another for whoever takes a listing of this side. */
  boolean isBetter(long price, long than) {
    return this == SELL ? price < than : price > than;
  }
}
