// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;

/**
 * The ledger state of one transaction, read and written with as few messages as the peer allows:
 * each message is a round trip, and round trips are what a transaction's time goes to.
 */
final class LedgerStore implements StateStore {

  /**
   * Most bytes of values in one message to the peer. A peer accepts 100 MB; a third of it leaves
   * room for the keys and for one value that is larger than foreseen.
   */
  static final int MAX_WRITE_BYTES = 32 * 1024 * 1024;

  private final PeerTransaction transaction;
  private final BatchSizes sizes;

  LedgerStore(PeerTransaction transaction, BatchSizes sizes) {
    this.transaction = transaction;
    this.sizes = sizes;
  }

  @Override
  public List<byte[]> getAll(List<String> keys) {
    keys.forEach(LedgerStore::requireKey);
    List<byte[]> values = new ArrayList<>(keys.size());
    for (int from = 0; from < keys.size(); from += sizes.read()) {
      List<String> chunk = keys.subList(from, Math.min(from + sizes.read(), keys.size()));
      if (sizes.read() == 1) {
        values.add(get(chunk.get(0)));
      } else {
        getMultiple(chunk).forEach(value -> values.add(presentOrNull(value)));
      }
    }
    return values;
  }

  @Override
  public void putAll(SortedMap<String, byte[]> entries) {
    entries.forEach(LedgerStore::requireEntry);
    if (sizes.write() == 1) {
      entries.forEach(this::put);
    } else {
      putBatches(entries);
    }
  }

  private byte[] get(String key) {
    GetState request = GetState.newBuilder().setKey(key).build();
    return presentOrNull(transaction.ask(Type.GET_STATE, request.toByteString()));
  }

  private List<ByteString> getMultiple(List<String> keys) {
    GetStateMultiple request = GetStateMultiple.newBuilder().addAllKeys(keys).build();
    ByteString answer = transaction.ask(Type.GET_STATE_MULTIPLE, request.toByteString());
    try {
      List<ByteString> values = GetStateMultipleResult.parseFrom(answer).getValuesList();
      if (values.size() != keys.size()) {
        throw new PeerException(
            "the peer answered " + keys.size() + " keys with " + values.size() + " values");
      }
      return values;
    } catch (InvalidProtocolBufferException e) {
      throw new PeerException("the peer's answer to GET_STATE_MULTIPLE is not readable");
    }
  }

  private void put(String key, byte[] value) {
    PutState request = PutState.newBuilder().setKey(key).setValue(wrap(value)).build();
    transaction.ask(Type.PUT_STATE, request.toByteString());
  }

  private void putBatches(SortedMap<String, byte[]> entries) {
    WriteBatchState.Builder batch = WriteBatchState.newBuilder();
    long batchBytes = 0;
    for (var entry : entries.entrySet()) {
      byte[] value = entry.getValue();
      boolean full = batch.getRecCount() == sizes.write();
      if (full || (batchBytes + value.length > MAX_WRITE_BYTES && batch.getRecCount() > 0)) {
        transaction.ask(Type.WRITE_BATCH_STATE, batch.build().toByteString());
        batch.clear();
        batchBytes = 0;
      }
      batch.addRec(
          WriteRecord.newBuilder()
              .setType(WriteRecord.Type.PUT_STATE)
              .setKey(entry.getKey())
              .setValue(wrap(value)));
      batchBytes += value.length;
    }
    if (batch.getRecCount() > 0) {
      transaction.ask(Type.WRITE_BATCH_STATE, batch.build().toByteString());
    }
  }

  /** A peer takes an empty key without a word: in Fabric it is the chaincode's side that checks. */
  private static void requireKey(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("an empty key is no key");
    }
  }

  /** Fabric takes an empty value for a deletion, and so would silently drop the record. */
  private static void requireEntry(String key, byte[] value) {
    requireKey(key);
    if (value.length == 0) {
      throw new IllegalArgumentException("an empty value cannot be stored");
    }
  }

  private static byte[] presentOrNull(ByteString value) {
    return value.isEmpty() ? null : value.toByteArray();
  }

  /** Without a copy: the message is serialised before the caller gets control back. */
  private static ByteString wrap(byte[] value) {
    return UnsafeByteOperations.unsafeWrap(value);
  }
}
