// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * The read and write set of a transaction with its inner messages read, so that this is done once.
 */
record ReadWriteSet(List<Namespace> namespaces) {

  record Namespace(String name, KVRWSet keys, List<Collection> collections) {
    boolean writes() {
      return keys.getWritesCount() > 0
          || keys.getMetadataWritesCount() > 0
          || collections.stream()
              .anyMatch(
                  c ->
                      c.hashes().getHashedWritesCount() > 0
                          || c.hashes().getMetadataWritesCount() > 0);
    }
  }

  /**
   * @param privateHash the SHA-256 of the private write set, empty when nothing was written
   */
  record Collection(String name, HashedRWSet hashes, ByteString privateHash) {}

  static ReadWriteSet parse(ByteString results) throws InvalidProtocolBufferException {
    List<Namespace> namespaces = new ArrayList<>();
    for (NsReadWriteSet namespace : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
      List<Collection> collections = new ArrayList<>();
      for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
        collections.add(
            new Collection(
                collection.getCollectionName(),
                HashedRWSet.parseFrom(collection.getHashedRwset()),
                collection.getPvtRwsetHash()));
      }
      namespaces.add(
          new Namespace(
              namespace.getNamespace(), KVRWSet.parseFrom(namespace.getRwset()), collections));
    }
    return new ReadWriteSet(namespaces);
  }

  /** Whether private values belong to this transaction. */
  boolean writesPrivateData() {
    return namespaces.stream()
        .flatMap(n -> n.collections().stream())
        .anyMatch(c -> !c.privateHash().isEmpty());
  }
}
