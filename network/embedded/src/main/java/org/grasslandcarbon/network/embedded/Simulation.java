// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * One run of a transaction against one snapshot: notes every read and keeps every write, and shows
 * none of its own writes. It belongs to one transaction of one endorser and is used by one thread
 * at a time.
 */
final class Simulation {
  private final String transactionId;
  private final Snapshot state;
  private final ReadWriteSetBuilder results = new ReadWriteSetBuilder();
  private final List<RangeQuery> ranges = new ArrayList<>();
  private final Map<String, List<String>> collections = new HashMap<>();
  private boolean written;
  private boolean privateQueried;
  private boolean paginated;

  Simulation(String transactionId, Snapshot state) {
    this.transactionId = transactionId;
    this.state = state;
  }

  ByteString get(String namespace, String key) {
    StateValue value = read(namespace, key);
    return value == null ? ByteString.EMPTY : value.value();
  }

  private StateValue read(String namespace, String key) {
    StateKey stateKey = StateKey.of(namespace, key);
    StateValue value = state.get(stateKey);
    results.read(namespace, stateKey, key, value == null ? null : value.version());
    return value;
  }

  void put(String namespace, String key, ByteString value) throws RequestException {
    prepareWrite();
    results.write(namespace, key, value);
  }

  private void prepareWrite() throws RequestException {
    if (privateQueried) {
      throw new RequestException(
          "txid ["
              + transactionId
              + "]: unsuppored transaction. Transaction has already performed queries on pvt data. Writes are not allowed");
    }
    if (paginated) {
      throw new RequestException(
          "txid ["
              + transactionId
              + "]: unsuppored transaction. Transaction has already performed a paginated query. Writes are not allowed");
    }
    written = true;
  }

  List<KVMetadataEntry> metadata(String namespace, String key) {
    return entries(read(namespace, key));
  }

  private static List<KVMetadataEntry> entries(StateValue value) {
    if (value == null || value.metadata().isEmpty()) {
      return List.of();
    }
    try {
      return KVMetadataWrite.parseFrom(value.metadata()).getEntriesList();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("Metadata in the world state cannot be read.", e);
    }
  }

  void putMetadata(String namespace, String key, String name, ByteString value)
      throws RequestException {
    prepareWrite();
    results.writeMetadata(namespace, key, name, value);
  }

  /**
   * @param pageSize zero for no paging
   */
  Query range(String namespace, String startKey, String endKey, int pageSize)
      throws RequestException {
    if (pageSize > 0) {
      if (written) {
        throw new RequestException(
            "txid ["
                + transactionId
                + "]: unsuppored transaction. Paginated queries are supported only in a read-only transaction");
      }
      paginated = true;
    }
    RangeQuery query = new RangeQuery(namespace, startKey, endKey, pageSize);
    ranges.add(query);
    return query;
  }

  Snapshot.HistoryCursor history(String namespace, String key) {
    return state.historyNewestFirst(StateKey.of(namespace, key));
  }

  /**
   * Notes that the transaction depends on the definition of a chaincode it calls; false when there
   * is none.
   */
  boolean readSequence(String chaincode) {
    return read(Lifecycle.NAMESPACE, Lifecycle.fieldKey(chaincode, "Sequence")) != null;
  }

  /**
   * Fabric looks a collection up in the definition through the simulation, so the definition
   * becomes part of the read set.
   */
  boolean hasCollection(String namespace, String collection) {
    List<String> defined =
        collections.computeIfAbsent(
            namespace,
            chaincode -> {
              read(Lifecycle.NAMESPACE, Lifecycle.metadataKey(chaincode));
              for (String field :
                  List.of("Collections", "EndorsementInfo", "Sequence", "ValidationInfo")) {
                read(Lifecycle.NAMESPACE, Lifecycle.fieldKey(chaincode, field));
              }
              Lifecycle.Definition definition = Lifecycle.read(state, chaincode);
              return definition == null ? List.of() : definition.withImplicitCollections();
            });
    return defined.contains(collection);
  }

  ByteString getPrivate(String namespace, String collection, String key) throws RequestException {
    StateValue value =
        state.get(StateKey.of(StateKey.privateNamespace(namespace, collection), key));
    Version version = value == null ? null : value.version();
    StateValue hash = hashOf(namespace, collection, key);
    Version hashVersion = hash == null ? null : hash.version();
    if (!Objects.equals(version, hashVersion)) {
      throw new RequestException(
          "private data matching public hash version is not available. Public hash version = "
              + hashVersion
              + ", Private data version = "
              + version);
    }
    results.readPrivate(namespace, collection, key, version);
    return value == null ? ByteString.EMPTY : value.value();
  }

  ByteString getPrivateHash(String namespace, String collection, String key) {
    StateValue hash = hashOf(namespace, collection, key);
    results.readPrivate(namespace, collection, key, hash == null ? null : hash.version());
    return hash == null ? ByteString.EMPTY : hash.value();
  }

  private StateValue hashOf(String namespace, String collection, String key) {
    return state.get(
        StateKey.of(StateKey.hashedNamespace(namespace, collection), Sha256.hash(key)));
  }

  void putPrivate(String namespace, String collection, String key, ByteString value, boolean purge)
      throws RequestException {
    prepareWrite();
    results.writePrivate(namespace, collection, key, value, purge);
  }

  List<KVMetadataEntry> privateMetadata(String namespace, String collection, String key) {
    StateValue hash = hashOf(namespace, collection, key);
    results.readPrivate(namespace, collection, key, hash == null ? null : hash.version());
    return entries(hash);
  }

  void putPrivateMetadata(
      String namespace, String collection, String key, String name, ByteString value)
      throws RequestException {
    prepareWrite();
    results.writePrivateMetadata(namespace, collection, key, name, value);
  }

  Query privateRange(String namespace, String collection, String startKey, String endKey)
      throws RequestException {
    if (written) {
      throw new RequestException(
          "txid ["
              + transactionId
              + "]: unsuppored transaction. Queries on pvt data is supported only in a read-only transaction");
    }
    privateQueried = true;
    String name = StateKey.privateNamespace(namespace, collection);
    Snapshot.StateCursor cursor =
        state.range(
            StateKey.of(name, startKey),
            endKey.isEmpty() ? StateKey.endOf(name) : StateKey.of(name, endKey));
    return () -> {
      var entry = cursor.next();
      return entry == null ? null : keyValue(namespace, entry.getKey().key(), entry.getValue());
    };
  }

  private static ByteString keyValue(String namespace, String key, StateValue value) {
    return KV.newBuilder()
        .setNamespace(namespace)
        .setKey(key)
        .setValue(value.value())
        .build()
        .toByteString();
  }

  /** The serialized public results. To be called once, after the chaincode has answered. */
  ByteString publicResults() {
    ranges.forEach(RangeQuery::note);
    return results.publicResults();
  }

  /** The private write set, or null. */
  TxPvtReadWriteSet privateResults() {
    return results.privateResults();
  }

  /**
   * A range over public keys; what it has handed out, looked ahead included, becomes part of the
   * read set.
   */
  private final class RangeQuery implements Query {
    private final String namespace;
    private final String endKey;
    private final int pageSize;
    private final Snapshot.StateCursor cursor;
    private final RangeReads reads = new RangeReads(RangeReads.MAX_DEGREE);
    private final RangeQueryInfo.Builder info;
    private int returned;

    private RangeQuery(String namespace, String startKey, String endKey, int pageSize) {
      this.namespace = namespace;
      this.endKey = endKey;
      this.pageSize = pageSize;
      info = RangeQueryInfo.newBuilder().setStartKey(startKey);
      cursor =
          state.range(
              StateKey.of(namespace, startKey),
              endKey.isEmpty() ? StateKey.endOf(namespace) : StateKey.of(namespace, endKey));
    }

    @Override
    public ByteString next() {
      var entry = pageSize > 0 && returned >= pageSize ? null : cursor.next();
      if (entry == null) {
        info.setItrExhausted(true).setEndKey(endKey);
        return null;
      }
      returned++;
      String key = entry.getKey().key();
      reads.add(key, entry.getValue().version());
      info.setEndKey(key);
      return keyValue(namespace, key, entry.getValue());
    }

    @Override
    public String bookmark() {
      var next = cursor.next();
      return next == null ? "" : next.getKey().key();
    }

    private void note() {
      reads.finish(info);
      results.rangeRead(namespace, info.build());
    }
  }
}
