// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether what a transaction has read is still so: against the state before the block, and against
 * what earlier transactions of the same block change.
 */
final class ConflictCheck {
  private final Snapshot state;
  private final BlockUpdates earlier;

  ConflictCheck(Snapshot state, BlockUpdates earlier) {
    this.state = state;
    this.earlier = earlier;
  }

  TxValidationCode check(ReadWriteSet results) {
    for (ReadWriteSet.Namespace namespace : results.namespaces()) {
      for (KVRead read : namespace.keys().getReadsList()) {
        Version version = read.hasVersion() ? Version.of(read.getVersion()) : null;
        if (changed(StateKey.of(namespace.name(), read.getKey()), version)) {
          return TxValidationCode.MVCC_READ_CONFLICT;
        }
      }
      for (RangeQueryInfo query : namespace.keys().getRangeQueriesInfoList()) {
        if (!sameRange(namespace.name(), query)) {
          return TxValidationCode.PHANTOM_READ_CONFLICT;
        }
      }
      for (ReadWriteSet.Collection collection : namespace.collections()) {
        String hashed = StateKey.hashedNamespace(namespace.name(), collection.name());
        for (KVReadHash read : collection.hashes().getHashedReadsList()) {
          Version version = read.hasVersion() ? Version.of(read.getVersion()) : null;
          if (changed(StateKey.of(hashed, read.getKeyHash()), version)) {
            return TxValidationCode.MVCC_READ_CONFLICT;
          }
        }
      }
    }
    return TxValidationCode.VALID;
  }

  private boolean changed(StateKey key, Version read) {
    if (earlier.contains(key)) {
      return true;
    }
    StateValue now = state.get(key);
    return !Objects.equals(now == null ? null : now.version(), read);
  }

  /** Runs the query again and compares the summaries: equal reads give equal bytes. */
  private boolean sameRange(String namespace, RangeQueryInfo query) {
    StateKey from = StateKey.of(namespace, query.getStartKey());
    StateKey to;
    if (!query.getItrExhausted()) {
      // The caller stopped at this key, so it belongs to what was read; zero is the smallest
      // continuation of a key.
      to = StateKey.of(namespace, query.getEndKey() + '\0');
    } else if (query.getEndKey().isEmpty()) {
      to = StateKey.endOf(namespace);
    } else {
      to = StateKey.of(namespace, query.getEndKey());
    }
    RangeReads reads =
        new RangeReads(
            query.hasReadsMerkleHashes()
                ? query.getReadsMerkleHashes().getMaxDegree()
                : Integer.MAX_VALUE - 1);
    Merged merged = new Merged(from, to);
    for (var entry = merged.next(); entry != null; entry = merged.next()) {
      reads.add(entry.getKey().key(), entry.getValue().version());
    }
    RangeQueryInfo.Builder now = RangeQueryInfo.newBuilder();
    reads.finish(now);
    return now.getReadsMerkleHashes().equals(query.getReadsMerkleHashes())
        && now.getRawReads().equals(query.getRawReads());
  }

  /** The state with the earlier updates of the block laid over it. */
  private final class Merged implements Snapshot.StateCursor {
    private final Snapshot.StateCursor below;
    private final Deque<Map.Entry<StateKey, StateValue>> above = new ArrayDeque<>();
    private Map.Entry<StateKey, StateValue> head;

    private Merged(StateKey from, StateKey to) {
      below = state.range(from, to);
      head = below.next();
      for (var update : earlier.sorted().subMap(from, to).entrySet()) {
        above.add(update);
      }
    }

    @Override
    public Map.Entry<StateKey, StateValue> next() {
      while (true) {
        int order =
            above.isEmpty()
                ? -1
                : head == null ? 1 : head.getKey().compareTo(above.peek().getKey());
        if (order < 0) {
          Map.Entry<StateKey, StateValue> result = head;
          head = head == null ? null : below.next();
          return result;
        }
        Map.Entry<StateKey, StateValue> update = above.remove();
        if (order == 0) {
          head = below.next();
        }
        if (update.getValue() != null) {
          return update;
        }
      }
    }
  }
}
