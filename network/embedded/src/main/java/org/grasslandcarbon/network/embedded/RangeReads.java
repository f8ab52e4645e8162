// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Summarises what a range query has read: up to {@link #MAX_DEGREE} reads as they are, more as a
 * Merkle tree of hashes, byte for byte as Fabric does, so that a read set stays small however many
 * rows were read.
 */
final class RangeReads {
  static final int MAX_DEGREE = 50;

  private final int maxDegree;
  private List<KVRead> pending = new ArrayList<>();
  private final TreeMap<Integer, List<ByteString>> levels = new TreeMap<>();
  private int maxLevel = 1;

  RangeReads(int maxDegree) {
    // A tree of a smaller degree would never end; nobody makes one.
    this.maxDegree = Math.max(2, maxDegree);
  }

  void add(String key, Version version) {
    pending.add(KVRead.newBuilder().setKey(key).setVersion(version.toMessage()).build());
    if (pending.size() > maxDegree) {
      hashPending();
    }
  }

  private void hashPending() {
    addLeaf(Sha256.hash(QueryReads.newBuilder().addAllKvReads(pending).build().toByteString()));
    pending = new ArrayList<>();
  }

  private void addLeaf(ByteString leaf) {
    hashes(1).add(leaf);
    for (int level = 1; hashes(level).size() > maxDegree; level++) {
      hashes(level + 1).add(combine(levels.remove(level)));
      maxLevel = Math.max(maxLevel, level + 1);
    }
  }

  private List<ByteString> hashes(int level) {
    return levels.computeIfAbsent(level, l -> new ArrayList<>());
  }

  private static ByteString combine(List<ByteString> hashes) {
    return Sha256.hash(hashes.toArray(ByteString[]::new));
  }

  /**
   * Puts the summary into the message; neither form when nothing was read. Must be called once, at
   * the end.
   */
  void finish(RangeQueryInfo.Builder info) {
    if (maxLevel == 1 && hashes(1).isEmpty()) {
      if (!pending.isEmpty()) {
        info.setRawReads(QueryReads.newBuilder().addAllKvReads(pending));
      }
      return;
    }
    if (!pending.isEmpty()) {
      hashPending();
    }
    info.setReadsMerkleHashes(finishTree());
  }

  private QueryReadsMerkleSummary finishTree() {
    for (int level = 1; level < maxLevel; level++) {
      List<ByteString> below = levels.getOrDefault(level, List.of());
      if (!below.isEmpty()) {
        hashes(level + 1).add(below.size() == 1 ? below.get(0) : combine(below));
        levels.remove(level);
      }
    }
    if (hashes(maxLevel).size() > maxDegree) {
      hashes(maxLevel + 1).add(combine(levels.remove(maxLevel)));
      maxLevel++;
    }
    return QueryReadsMerkleSummary.newBuilder()
        .setMaxDegree(maxDegree)
        .setMaxLevel(maxLevel)
        .addAllMaxLevelHashes(hashes(maxLevel))
        .build();
  }
}
