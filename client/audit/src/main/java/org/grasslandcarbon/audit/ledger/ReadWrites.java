// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/**
 * What a transaction has read and written, by namespace.
 *
 * @param namespaces the namespaces, as they stand
 */
record ReadWrites(List<Namespace> namespaces) {
  ReadWrites {
    namespaces = List.copyOf(namespaces);
  }

  /**
   * One namespace.
   *
   * @param name the chaincode's
   * @param keys what everybody on the channel may read
   * @param collections hashes of what only some may
   */
  record Namespace(String name, KVRWSet keys, List<Collection> collections) {
    Namespace {
      collections = List.copyOf(collections);
    }

    boolean writesPublicly() {
      return keys.getWritesCount() > 0 || keys.getMetadataWritesCount() > 0;
    }

    boolean writes() {
      return writesPublicly() || collections.stream().anyMatch(Collection::writes);
    }
  }

  /**
   * One collection of private values.
   *
   * @param name its name
   * @param hashes of keys and values
   */
  record Collection(String name, HashedRWSet hashes) {
    boolean writes() {
      return hashes.getHashedWritesCount() > 0 || hashes.getMetadataWritesCount() > 0;
    }

    /** Where its hashes stand in the state. */
    String namespaceOf(String chaincode) {
      return chaincode + "$$h" + name;
    }

    static String key(ByteString keyHash) {
      return HexFormat.of().formatHex(keyHash.toByteArray());
    }
  }

  static ReadWrites parse(ByteString results) throws InvalidProtocolBufferException {
    List<Namespace> namespaces = new ArrayList<>();
    for (NsReadWriteSet each : TxReadWriteSet.parseFrom(results).getNsRwsetList()) {
      List<Collection> collections = new ArrayList<>();
      for (CollectionHashedReadWriteSet hashed : each.getCollectionHashedRwsetList()) {
        collections.add(
            new Collection(
                hashed.getCollectionName(), HashedRWSet.parseFrom(hashed.getHashedRwset())));
      }
      namespaces.add(
          new Namespace(each.getNamespace(), KVRWSet.parseFrom(each.getRwset()), collections));
    }
    return new ReadWrites(namespaces);
  }

  boolean hasNamespaceTwice() {
    Set<String> names = new HashSet<>();
    return !namespaces.stream().allMatch(each -> names.add(each.name()));
  }

  Optional<Namespace> namespace(String name) {
    return namespaces.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
