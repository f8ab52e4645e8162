// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * Turns the write set of one valid transaction into updates. An empty value is a deletion; a plain
 * write keeps the key's metadata; a metadata write keeps the value and is nothing on an absent key.
 */
final class WriteApplication {
  private final Snapshot state;
  private final BlockUpdates updates;
  private final Version version;

  WriteApplication(Snapshot state, BlockUpdates updates, Version version) {
    this.state = state;
    this.updates = updates;
    this.version = version;
  }

  void apply(ReadWriteSet results, TxPvtReadWriteSet privateData) {
    for (ReadWriteSet.Namespace namespace : results.namespaces()) {
      for (KVWrite write : namespace.keys().getWritesList()) {
        StateKey key = StateKey.of(namespace.name(), write.getKey());
        write(key, write.getValue(), write.getIsDelete());
        updates.noteHistory(key, version);
      }
      for (KVMetadataWrite write : namespace.keys().getMetadataWritesList()) {
        writeMetadata(StateKey.of(namespace.name(), write.getKey()), write.getEntriesList());
      }
      for (ReadWriteSet.Collection collection : namespace.collections()) {
        String hashed = StateKey.hashedNamespace(namespace.name(), collection.name());
        for (KVWriteHash write : collection.hashes().getHashedWritesList()) {
          write(
              StateKey.of(hashed, write.getKeyHash()),
              write.getValueHash(),
              write.getIsDelete() || write.getIsPurge());
        }
        for (KVMetadataWriteHash write : collection.hashes().getMetadataWritesList()) {
          writeMetadata(StateKey.of(hashed, write.getKeyHash()), write.getEntriesList());
        }
      }
    }
    if (privateData != null) {
      applyPrivate(privateData);
    }
  }

  private void applyPrivate(TxPvtReadWriteSet privateData) {
    for (NsPvtReadWriteSet namespace : privateData.getNsPvtRwsetList()) {
      for (CollectionPvtReadWriteSet collection : namespace.getCollectionPvtRwsetList()) {
        String name =
            StateKey.privateNamespace(namespace.getNamespace(), collection.getCollectionName());
        KVRWSet keys = read(collection);
        for (KVWrite write : keys.getWritesList()) {
          write(StateKey.of(name, write.getKey()), write.getValue(), write.getIsDelete());
        }
        for (KVMetadataWrite write : keys.getMetadataWritesList()) {
          // The metadata itself is kept with the hash; the value must only get the same new
          // version.
          writeMetadata(StateKey.of(name, write.getKey()), List.of());
        }
      }
    }
  }

  private static KVRWSet read(CollectionPvtReadWriteSet collection) {
    try {
      return KVRWSet.parseFrom(collection.getRwset());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(
          "A private write set that matched its hash cannot be read.", e);
    }
  }

  private void write(StateKey key, ByteString value, boolean delete) {
    if (delete || value.isEmpty()) {
      updates.delete(key, version);
      return;
    }
    StateValue before = latest(key);
    updates.put(key, version, value, before == null ? ByteString.EMPTY : before.metadata());
  }

  private void writeMetadata(StateKey key, List<KVMetadataEntry> entries) {
    StateValue before = latest(key);
    if (before != null) {
      ByteString metadata =
          entries.isEmpty()
              ? ByteString.EMPTY
              : KVMetadataWrite.newBuilder().addAllEntries(entries).build().toByteString();
      updates.put(key, version, before.value(), metadata);
    }
  }

  private StateValue latest(StateKey key) {
    return updates.contains(key) ? updates.get(key) : state.get(key);
  }
}
