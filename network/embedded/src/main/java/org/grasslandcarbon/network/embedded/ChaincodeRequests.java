// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetQueryResult;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/** Answers what a chaincode asks during a transaction. */
final class ChaincodeRequests {
  private static final String IMPLICIT = "_implicit_org_";

  /** Fabric's default, announced in READY; how many come is not counted, as in Fabric. */
  static final int MAX_WRITE_BATCH = 1000;

  /** The same for reading. */
  static final int MAX_GET_MULTIPLE_KEYS = 1000;

  /** Runs another chaincode within the same transaction and gives its final message. */
  interface Invoker {
    ChaincodeMessage invoke(Invocation invocation) throws InvocationException;
  }

  private final String channel;
  private final Ledger ledger;
  private final boolean history;
  private final Invoker invoker;

  /**
   * @param history whether the history of keys can be asked for
   */
  ChaincodeRequests(String channel, Ledger ledger, boolean history, Invoker invoker) {
    this.channel = channel;
    this.ledger = ledger;
    this.history = history;
    this.invoker = invoker;
  }

  /** The payload of the RESPONSE. */
  ByteString answer(ChaincodeMessage message, Invocation invocation) throws RequestException {
    ByteString payload = message.getPayload();
    try {
      return switch (message.getType()) {
        case GET_STATE -> get(GetState.parseFrom(payload), invocation);
        case GET_STATE_MULTIPLE -> getMultiple(GetStateMultiple.parseFrom(payload), invocation);
        case PUT_STATE -> {
          PutState put = PutState.parseFrom(payload);
          yield put(put.getCollection(), put.getKey(), put.getValue(), invocation);
        }
        case DEL_STATE -> {
          DelState delete = DelState.parseFrom(payload);
          yield put(delete.getCollection(), delete.getKey(), ByteString.EMPTY, invocation);
        }
        case PURGE_PRIVATE_DATA -> {
          DelState purge = DelState.parseFrom(payload);
          yield purge(purge.getCollection(), purge.getKey(), invocation);
        }
        case WRITE_BATCH_STATE -> writeBatch(WriteBatchState.parseFrom(payload), invocation);
        case GET_STATE_BY_RANGE -> range(GetStateByRange.parseFrom(payload), invocation);
        case QUERY_STATE_NEXT ->
            invocation.next(QueryStateNext.parseFrom(payload).getId()).toByteString();
        case QUERY_STATE_CLOSE ->
            invocation.close(QueryStateClose.parseFrom(payload).getId()).toByteString();
        case GET_HISTORY_FOR_KEY -> {
          if (!history) {
            throw new RequestException("history database is not enabled");
          }
          yield history(GetHistoryForKey.parseFrom(payload).getKey(), invocation);
        }
        case GET_QUERY_RESULT -> throw richQuery(GetQueryResult.parseFrom(payload));
        case GET_PRIVATE_DATA_HASH -> privateHash(GetState.parseFrom(payload), invocation);
        case GET_STATE_METADATA -> metadata(GetStateMetadata.parseFrom(payload), invocation);
        case PUT_STATE_METADATA -> {
          PutStateMetadata put = PutStateMetadata.parseFrom(payload);
          yield putMetadata(put.getCollection(), put.getKey(), put.getMetadata(), invocation);
        }
        case INVOKE_CHAINCODE -> invoke(ChaincodeSpec.parseFrom(payload), invocation);
        default -> throw new RequestException("the peer does not know this request");
      };
    } catch (InvalidProtocolBufferException e) {
      throw new RequestException("unmarshal failed: " + Unreadable.TEXT);
    }
  }

  private ByteString get(GetState get, Invocation invocation) throws RequestException {
    if (get.getCollection().isEmpty()) {
      return invocation.simulation().get(invocation.chaincode(), get.getKey());
    }
    requireCollection(get.getCollection(), invocation);
    return invocation
        .simulation()
        .getPrivate(invocation.chaincode(), get.getCollection(), get.getKey());
  }

  /** Absent keys come back as empty values, in the order of the keys. */
  private ByteString getMultiple(GetStateMultiple get, Invocation invocation)
      throws RequestException {
    GetStateMultipleResult.Builder result = GetStateMultipleResult.newBuilder();
    boolean isPrivate = !get.getCollection().isEmpty();
    if (isPrivate) {
      requireCollection(get.getCollection(), invocation);
    }
    Simulation simulation = invocation.simulation();
    for (String key : get.getKeysList()) {
      result.addValues(
          isPrivate
              ? simulation.getPrivate(invocation.chaincode(), get.getCollection(), key)
              : simulation.get(invocation.chaincode(), key));
    }
    return result.build().toByteString();
  }

  private ByteString put(String collection, String key, ByteString value, Invocation invocation)
      throws RequestException {
    if (collection.isEmpty()) {
      invocation.simulation().put(invocation.chaincode(), key, value);
    } else {
      requireCollection(collection, invocation);
      invocation.simulation().putPrivate(invocation.chaincode(), collection, key, value, false);
    }
    return ByteString.EMPTY;
  }

  private ByteString purge(String collection, String key, Invocation invocation)
      throws RequestException {
    if (collection.isEmpty()) {
      throw new RequestException("only applicable for private data");
    }
    requireCollection(collection, invocation);
    invocation
        .simulation()
        .putPrivate(invocation.chaincode(), collection, key, ByteString.EMPTY, true);
    return ByteString.EMPTY;
  }

  private ByteString writeBatch(WriteBatchState batch, Invocation invocation)
      throws RequestException {
    for (WriteRecord record : batch.getRecList()) {
      switch (record.getType()) {
        case PUT_STATE ->
            put(record.getCollection(), record.getKey(), record.getValue(), invocation);
        case DEL_STATE ->
            put(record.getCollection(), record.getKey(), ByteString.EMPTY, invocation);
        case PURGE_PRIVATE_DATA -> purge(record.getCollection(), record.getKey(), invocation);
        case PUT_STATE_METADATA ->
            putMetadata(record.getCollection(), record.getKey(), record.getMetadata(), invocation);
        default -> throw new RequestException("unknown operation type");
      }
    }
    return ByteString.EMPTY;
  }

  private ByteString range(GetStateByRange range, Invocation invocation) throws RequestException {
    Simulation simulation = invocation.simulation();
    String namespace = invocation.chaincode();
    if (!range.getCollection().isEmpty()) {
      requireCollection(range.getCollection(), invocation);
      Query query =
          simulation.privateRange(
              namespace, range.getCollection(), range.getStartKey(), range.getEndKey());
      return invocation.open(query, false, 0).toByteString();
    }
    QueryMetadata paging;
    try {
      paging = QueryMetadata.parseFrom(range.getMetadata());
    } catch (InvalidProtocolBufferException e) {
      throw new RequestException("unmarshal failed: " + Unreadable.TEXT);
    }
    boolean paginated = paging.getPageSize() != 0 || !paging.getBookmark().isEmpty();
    String start = paging.getBookmark().isEmpty() ? range.getStartKey() : paging.getBookmark();
    Query query = simulation.range(namespace, start, range.getEndKey(), paging.getPageSize());
    return invocation.open(query, paginated, paging.getPageSize()).toByteString();
  }

  /** The same refusal as of a peer whose state database is LevelDB. */
  private static RequestException richQuery(GetQueryResult query) {
    return new RequestException(
        query.getMetadata().isEmpty()
            ? "ExecuteQuery not supported for leveldb"
            : "ExecuteQueryWithMetadata not supported for leveldb");
  }

  /** Newest first, read from the blocks; not part of the read set. */
  private ByteString history(String key, Invocation invocation) throws RequestException {
    Snapshot.HistoryCursor cursor = invocation.simulation().history(invocation.chaincode(), key);
    Query query =
        () -> {
          Version version = cursor.next();
          return version == null ? null : modification(version, invocation.chaincode(), key);
        };
    return invocation.open(query, false, 0).toByteString();
  }

  private ByteString modification(Version version, String namespace, String key)
      throws RequestException {
    CheckedTransaction transaction =
        ledger.transaction(ledger.block(version.block()).getData().getData(version.transaction()));
    for (ReadWriteSet.Namespace set : transaction.results().namespaces()) {
      if (set.name().equals(namespace)) {
        for (KVWrite write : set.keys().getWritesList()) {
          if (write.getKey().equals(key)) {
            return KeyModification.newBuilder()
                .setTxId(transaction.id())
                .setValue(write.getValue())
                .setTimestamp(transaction.timestamp())
                .setIsDelete(write.getIsDelete() || write.getValue().isEmpty())
                .build()
                .toByteString();
          }
        }
      }
    }
    throw new RequestException("the history of the key and its blocks do not agree");
  }

  private ByteString privateHash(GetState get, Invocation invocation) throws RequestException {
    if (!invocation.simulation().hasCollection(invocation.chaincode(), get.getCollection())) {
      throw new RequestException(
          "collection ["
              + get.getCollection()
              + "] not defined in the collection config for chaincode ["
              + invocation.chaincode()
              + "]");
    }
    return invocation
        .simulation()
        .getPrivateHash(invocation.chaincode(), get.getCollection(), get.getKey());
  }

  private ByteString metadata(GetStateMetadata get, Invocation invocation) throws RequestException {
    List<KVMetadataEntry> entries;
    if (get.getCollection().isEmpty()) {
      entries = invocation.simulation().metadata(invocation.chaincode(), get.getKey());
    } else {
      requireCollection(get.getCollection(), invocation);
      entries =
          invocation
              .simulation()
              .privateMetadata(invocation.chaincode(), get.getCollection(), get.getKey());
    }
    StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
    for (KVMetadataEntry entry : entries) {
      result.addEntries(
          StateMetadata.newBuilder().setMetakey(entry.getName()).setValue(entry.getValue()));
    }
    return result.build().toByteString();
  }

  private ByteString putMetadata(
      String collection, String key, StateMetadata metadata, Invocation invocation)
      throws RequestException {
    Simulation simulation = invocation.simulation();
    if (collection.isEmpty()) {
      simulation.putMetadata(
          invocation.chaincode(), key, metadata.getMetakey(), metadata.getValue());
    } else {
      requireCollection(collection, invocation);
      simulation.putPrivateMetadata(
          invocation.chaincode(), collection, key, metadata.getMetakey(), metadata.getValue());
    }
    return ByteString.EMPTY;
  }

  private void requireCollection(String collection, Invocation invocation) throws RequestException {
    if (!invocation.simulation().hasCollection(invocation.chaincode(), collection)) {
      throw new RequestException(
          collection.startsWith(IMPLICIT)
              ? "collection ["
                  + collection
                  + "] not defined in the collection config for chaincode ["
                  + invocation.chaincode()
                  + "]"
              : "collection "
                  + channel
                  + "/"
                  + invocation.chaincode()
                  + "/"
                  + collection
                  + " could not be found");
    }
  }

  /**
   * The target may be written {@code name:version/channel}; the version is ignored, as in Fabric.
   */
  private ByteString invoke(ChaincodeSpec spec, Invocation invocation) throws RequestException {
    String[] nameAndChannel = spec.getChaincodeId().getName().split("/", 2);
    if (nameAndChannel.length == 2
        && !nameAndChannel[1].isEmpty()
        && !nameAndChannel[1].equals(channel)) {
      throw new RequestException(
          "Failed to get policy manager for channel [" + nameAndChannel[1] + "]");
    }
    String name = nameAndChannel[0].split(":", 2)[0];
    try {
      return invoker.invoke(invocation.nested(name, spec.getInput())).toByteString();
    } catch (InvocationException e) {
      throw new RequestException("execute failed: " + e.getMessage());
    }
  }
}
