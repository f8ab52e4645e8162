// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Collects what a simulation reads and writes, and encodes it as Fabric does: everything in the
 * order of its bytes.
 */
final class ReadWriteSetBuilder {
  private final TreeMap<String, NamespaceSet> namespaces = new TreeMap<>();

  private static final class NamespaceSet {
    private final TreeMap<StateKey, KVRead> reads = new TreeMap<>();
    private final TreeMap<StateKey, KVWrite> writes = new TreeMap<>();
    private final TreeMap<StateKey, KVMetadataWrite> metadata = new TreeMap<>();
    private final Map<List<Object>, RangeQueryInfo> ranges = new LinkedHashMap<>();
    private final TreeMap<String, CollectionSet> collections = new TreeMap<>();
  }

  /** The hashed sets are in the order of the keys, not of their hashes, as Fabric has them. */
  private static final class CollectionSet {
    private final TreeMap<StateKey, KVReadHash> reads = new TreeMap<>();
    private final TreeMap<StateKey, KVWriteHash> writes = new TreeMap<>();
    private final TreeMap<StateKey, KVMetadataWriteHash> metadata = new TreeMap<>();
    private final TreeMap<StateKey, KVWrite> privateWrites = new TreeMap<>();
    private final TreeMap<StateKey, KVMetadataWrite> privateMetadata = new TreeMap<>();

    private boolean hasPrivate() {
      return !privateWrites.isEmpty() || !privateMetadata.isEmpty();
    }

    private ByteString privateBytes() {
      return KVRWSet.newBuilder()
          .addAllWrites(privateWrites.values())
          .addAllMetadataWrites(privateMetadata.values())
          .build()
          .toByteString();
    }
  }

  private NamespaceSet namespace(String name) {
    return namespaces.computeIfAbsent(name, n -> new NamespaceSet());
  }

  private CollectionSet collection(String namespace, String name) {
    return namespace(namespace).collections.computeIfAbsent(name, n -> new CollectionSet());
  }

  /**
   * @param version null when the key is absent
   */
  void read(String namespace, StateKey stateKey, String key, Version version) {
    KVRead.Builder read = KVRead.newBuilder().setKey(key);
    if (version != null) {
      read.setVersion(version.toMessage());
    }
    namespace(namespace).reads.put(stateKey, read.build());
  }

  /** An empty value deletes the key. */
  void write(String namespace, String key, ByteString value) {
    namespace(namespace).writes.put(StateKey.of(namespace, key), keyWrite(key, value));
  }

  private static KVWrite keyWrite(String key, ByteString value) {
    return KVWrite.newBuilder().setKey(key).setValue(value).setIsDelete(value.isEmpty()).build();
  }

  void writeMetadata(String namespace, String key, String name, ByteString value) {
    namespace(namespace)
        .metadata
        .put(
            StateKey.of(namespace, key),
            KVMetadataWrite.newBuilder().setKey(key).addEntries(entry(name, value)).build());
  }

  private static KVMetadataEntry entry(String name, ByteString value) {
    return KVMetadataEntry.newBuilder().setName(name).setValue(value).build();
  }

  /** The same range read twice with the same outcome is noted once. */
  void rangeRead(String namespace, RangeQueryInfo info) {
    namespace(namespace)
        .ranges
        .putIfAbsent(List.of(info.getStartKey(), info.getEndKey(), info.getItrExhausted()), info);
  }

  void readPrivate(String namespace, String collection, String key, Version version) {
    KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(Sha256.hash(key));
    if (version != null) {
      read.setVersion(version.toMessage());
    }
    collection(namespace, collection).reads.put(StateKey.of(namespace, key), read.build());
  }

  void writePrivate(
      String namespace, String collection, String key, ByteString value, boolean purge) {
    CollectionSet set = collection(namespace, collection);
    StateKey stateKey = StateKey.of(namespace, key);
    KVWriteHash.Builder hash =
        KVWriteHash.newBuilder()
            .setKeyHash(Sha256.hash(key))
            .setIsDelete(value.isEmpty())
            .setIsPurge(purge);
    if (!value.isEmpty()) {
      hash.setValueHash(Sha256.hash(value));
    }
    set.privateWrites.put(stateKey, keyWrite(key, value));
    set.writes.put(stateKey, hash.build());
  }

  void writePrivateMetadata(
      String namespace, String collection, String key, String name, ByteString value) {
    CollectionSet set = collection(namespace, collection);
    StateKey stateKey = StateKey.of(namespace, key);
    // The private set names the key only, so that its value gets the new version; the metadata is
    // with the hash.
    set.privateMetadata.put(stateKey, KVMetadataWrite.newBuilder().setKey(key).build());
    set.metadata.put(
        stateKey,
        KVMetadataWriteHash.newBuilder()
            .setKeyHash(Sha256.hash(key))
            .addEntries(entry(name, value))
            .build());
  }

  /** The private write set, or null when nothing private was written. */
  TxPvtReadWriteSet privateResults() {
    TxPvtReadWriteSet.Builder results = TxPvtReadWriteSet.newBuilder();
    namespaces.forEach(
        (name, set) -> {
          NsPvtReadWriteSet.Builder namespace = NsPvtReadWriteSet.newBuilder().setNamespace(name);
          set.collections.forEach(
              (collection, keys) -> {
                if (keys.hasPrivate()) {
                  namespace.addCollectionPvtRwset(
                      CollectionPvtReadWriteSet.newBuilder()
                          .setCollectionName(collection)
                          .setRwset(keys.privateBytes()));
                }
              });
          if (namespace.getCollectionPvtRwsetCount() > 0) {
            results.addNsPvtRwset(namespace);
          }
        });
    return results.getNsPvtRwsetCount() == 0 ? null : results.build();
  }

  /** The serialized {@code TxReadWriteSet}: public keys, and the hashes of private ones. */
  ByteString publicResults() {
    TxReadWriteSet.Builder results =
        TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
    namespaces.forEach((name, set) -> results.addNsRwset(encode(name, set)));
    return results.build().toByteString();
  }

  private static NsReadWriteSet encode(String name, NamespaceSet set) {
    NsReadWriteSet.Builder namespace =
        NsReadWriteSet.newBuilder()
            .setNamespace(name)
            .setRwset(
                KVRWSet.newBuilder()
                    .addAllReads(set.reads.values())
                    .addAllRangeQueriesInfo(set.ranges.values())
                    .addAllWrites(set.writes.values())
                    .addAllMetadataWrites(set.metadata.values())
                    .build()
                    .toByteString());
    set.collections.forEach(
        (collection, keys) ->
            namespace.addCollectionHashedRwset(
                CollectionHashedReadWriteSet.newBuilder()
                    .setCollectionName(collection)
                    .setHashedRwset(
                        HashedRWSet.newBuilder()
                            .addAllHashedReads(keys.reads.values())
                            .addAllHashedWrites(keys.writes.values())
                            .addAllMetadataWrites(keys.metadata.values())
                            .build()
                            .toByteString())
                    .setPvtRwsetHash(
                        keys.hasPrivate() ? Sha256.hash(keys.privateBytes()) : ByteString.EMPTY)));
    return namespace.build();
  }
}
