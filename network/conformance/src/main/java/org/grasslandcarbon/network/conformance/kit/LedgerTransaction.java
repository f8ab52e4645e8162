// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A committed transaction, taken apart for the transcript. */
final class LedgerTransaction {
  private static final int LISTED = 12;

  private final Names names;
  private final List<String> lines = new ArrayList<>();

  private LedgerTransaction(Names names) {
    this.names = names;
  }

  static LedgerTransaction of(Scene scene, String id)
      throws GatewayException, InvalidProtocolBufferException {
    byte[] found =
        scene
            .client(0)
            .contract(Transactions.LEDGER_QUERIES)
            .evaluateTransaction("GetTransactionByID", Target.CHANNEL, id);
    LedgerTransaction shown = new LedgerTransaction(scene.names());
    shown.read(ProcessedTransaction.parseFrom(found));
    return shown;
  }

  String shown() {
    return String.join("\n", lines);
  }

  private void read(ProcessedTransaction processed) throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(processed.getTransactionEnvelope().getPayload());
    ChaincodeActionPayload endorsed =
        ChaincodeActionPayload.parseFrom(
            Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
    ChaincodeAction action =
        ChaincodeAction.parseFrom(
            ProposalResponsePayload.parseFrom(endorsed.getAction().getProposalResponsePayload())
                .getExtension());
    lines.add(
        TxValidationCode.forNumber(processed.getValidationCode())
            + ", "
            + endorsed.getAction().getEndorsementsCount()
            + " endorsements, chaincode "
            + action.getChaincodeId().getName()
            + ", response "
            + action.getResponse().getStatus()
            + (action.getResponse().getMessage().isEmpty()
                ? ""
                : " " + action.getResponse().getMessage()));
    for (NsReadWriteSet each : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
      namespace(each);
    }
    event(action.getEvents());
  }

  private void event(ByteString bytes) throws InvalidProtocolBufferException {
    if (!bytes.isEmpty()) {
      ChaincodeEvent event = ChaincodeEvent.parseFrom(bytes);
      lines.add(
          "event "
              + event.getEventName()
              + " of "
              + event.getChaincodeId()
              + " in "
              + event.getTxId()
              + ": "
              + event.getPayload().toStringUtf8());
    }
  }

  private void namespace(NsReadWriteSet set) throws InvalidProtocolBufferException {
    KVRWSet keys = KVRWSet.parseFrom(set.getRwset());
    String in = set.getNamespace() + ": ";
    List<String> found = new ArrayList<>();
    for (KVRead read : keys.getReadsList()) {
      found.add(
          in + "reads " + read.getKey() + " of " + version(read.hasVersion(), read.getVersion()));
    }
    for (RangeQueryInfo range : keys.getRangeQueriesInfoList()) {
      found.add(in + range(range));
    }
    for (KVWrite write : keys.getWritesList()) {
      found.add(
          in
              + (write.getIsDelete()
                  ? "deletes " + write.getKey()
                  : "writes " + write.getKey() + "=" + value(write.getValue())));
    }
    for (KVMetadataWrite write : keys.getMetadataWritesList()) {
      found.add(in + "marks " + write.getKey() + " with " + write.getEntriesCount() + " entries");
    }
    for (CollectionHashedReadWriteSet collection : set.getCollectionHashedRwsetList()) {
      collection(in + collection.getCollectionName() + ": ", collection, found);
    }
    if (found.size() > LISTED) {
      lines.addAll(found.subList(0, LISTED));
      lines.add(in + "... " + found.size());
    } else {
      lines.addAll(found);
    }
  }

  private void collection(String in, CollectionHashedReadWriteSet set, List<String> found)
      throws InvalidProtocolBufferException {
    HashedRWSet hashes = HashedRWSet.parseFrom(set.getHashedRwset());
    for (KVReadHash read : hashes.getHashedReadsList()) {
      found.add(
          in
              + "reads "
              + hex(read.getKeyHash())
              + " of "
              + version(read.hasVersion(), read.getVersion()));
    }
    for (KVWriteHash write : hashes.getHashedWritesList()) {
      found.add(
          in
              + (write.getIsPurge() ? "purges " : write.getIsDelete() ? "deletes " : "writes ")
              + hex(write.getKeyHash())
              + (write.getValueHash().isEmpty() ? "" : "=" + hex(write.getValueHash())));
    }
    if (hashes.getMetadataWritesCount() > 0) {
      found.add(in + "marks " + hashes.getMetadataWritesCount() + " keys");
    }
  }

  private String range(RangeQueryInfo range) {
    String reads =
        switch (range.getReadsInfoCase()) {
          case RAW_READS -> {
            List<String> found = new ArrayList<>();
            for (KVRead read : range.getRawReads().getKvReadsList()) {
              found.add(read.getKey() + " of " + version(true, read.getVersion()));
            }
            yield String.join(", ", found);
          }
          case READS_MERKLE_HASHES ->
              "a Merkle tree of degree "
                  + range.getReadsMerkleHashes().getMaxDegree()
                  + ", level "
                  + range.getReadsMerkleHashes().getMaxLevel()
                  + ", "
                  + range.getReadsMerkleHashes().getMaxLevelHashesCount()
                  + " hashes";
          case READSINFO_NOT_SET -> "nothing";
        };
    return "ranges from '"
        + range.getStartKey()
        + "' to '"
        + range.getEndKey()
        + (range.getItrExhausted() ? "' to the end: " : "' not to the end: ")
        + reads;
  }

  private String version(boolean has, Version version) {
    return has ? names.version(version.getBlockNum(), version.getTxNum()) : "nobody";
  }

  private static String value(ByteString value) {
    return value.size() > 100 ? value.size() + " bytes" : value.toStringUtf8();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
