// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether what a transaction has read still stands in the version that it read, and what it writes
 * when it does.
 */
final class Conflicts {
  private final LedgerState state;

  Conflicts(LedgerState state) {
    this.state = state;
  }

  TxValidationCode check(ReadWrites readWrites) {
    for (ReadWrites.Namespace namespace : readWrites.namespaces()) {
      for (KVRead read : namespace.keys().getReadsList()) {
        if (hasChanged(
            namespace.name(), read.getKey(), read.hasVersion() ? read.getVersion() : null)) {
          return TxValidationCode.MVCC_READ_CONFLICT;
        }
      }
      for (ReadWrites.Collection collection : namespace.collections()) {
        String hashed = collection.namespaceOf(namespace.name());
        for (KVReadHash read : collection.hashes().getHashedReadsList()) {
          if (hasChanged(
              hashed,
              ReadWrites.Collection.key(read.getKeyHash()),
              read.hasVersion() ? read.getVersion() : null)) {
            return TxValidationCode.MVCC_READ_CONFLICT;
          }
        }
      }
    }
    return TxValidationCode.VALID;
  }

  /** Nothing of the same block can have been read, whatever version a transaction names. */
  private boolean hasChanged(String namespace, String key, Version read) {
    if (state.isChangedInBlock(namespace, key)) {
      return true;
    }
    Optional<Stored> now = state.find(namespace, key);
    return now.isPresent()
        ? read == null
            || read.getBlockNum() != now.get().block()
            || read.getTxNum() != now.get().transaction()
        : read != null;
  }

  /** Writes what a valid transaction writes; an empty value is a deletion. */
  void apply(ReadWrites readWrites, long block, long position) {
    for (ReadWrites.Namespace namespace : readWrites.namespaces()) {
      for (KVWrite write : namespace.keys().getWritesList()) {
        boolean delete = write.getIsDelete() || write.getValue().isEmpty();
        write(
            namespace.name(),
            write.getKey(),
            delete ? null : write.getValue().toByteArray(),
            block,
            position);
      }
      for (KVMetadataWrite write : namespace.keys().getMetadataWritesList()) {
        touch(namespace.name(), write.getKey(), block, position);
      }
      for (ReadWrites.Collection collection : namespace.collections()) {
        String hashed = collection.namespaceOf(namespace.name());
        for (KVWriteHash write : collection.hashes().getHashedWritesList()) {
          write(
              hashed,
              ReadWrites.Collection.key(write.getKeyHash()),
              write.getIsDelete() || write.getIsPurge() ? null : write.getValueHash().toByteArray(),
              block,
              position);
        }
        collection
            .hashes()
            .getMetadataWritesList()
            .forEach(
                write ->
                    touch(hashed, ReadWrites.Collection.key(write.getKeyHash()), block, position));
      }
    }
  }

  private void write(String namespace, String key, byte[] value, long block, long position) {
    if (value == null) {
      state.delete(namespace, key);
    } else {
      state.put(namespace, key, new Stored(block, position, value));
    }
  }

  /** Metadata is not kept; that it was written changes the version of what is there. */
  private void touch(String namespace, String key, long block, long position) {
    state
        .find(namespace, key)
        .ifPresent(
            stored -> state.put(namespace, key, new Stored(block, position, stored.value())));
  }
}
