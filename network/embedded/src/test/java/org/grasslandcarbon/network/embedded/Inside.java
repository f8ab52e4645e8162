// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Opens peers as {@link EmbeddedPeer.Builder#open()} does and lets tests look at their parts. */
final class Inside {
  private static final Map<EmbeddedPeer, PeerRuntime> PARTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Inside() {}

  static EmbeddedPeer open(EmbeddedPeer.Builder builder) {
    PeerRuntime parts = PeerRuntime.start(builder.options());
    EmbeddedPeer peer = new EmbeddedPeer(parts);
    PARTS.put(peer, parts);
    return peer;
  }

  /** The parts of a peer that was opened here. */
  static PeerRuntime of(EmbeddedPeer peer) {
    return PARTS.get(peer);
  }

  /** A value of the world state, or null. */
  static StateValue state(EmbeddedPeer peer, String namespace, String key) {
    try (Snapshot state = of(peer).ledger().snapshot()) {
      return state.get(StateKey.of(namespace, key));
    }
  }
}
