// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.registry.StateAttestation.Attested;
import org.grasslandcarbon.gateway.ledger.Answer.Endorsed;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * What several organisations' peers have signed about their state, each asked by itself: one
 * endorsement an organisation, all over the same bytes.
 *
 * @param channelHeader of the proposal
 * @param signatureHeader of the proposal
 * @param proposal the call
 * @param response the bytes that were signed, each time followed by the endorser
 * @param endorsements in the order of the organisations' names
 * @param attested the chaincode's answer
 * @param versions where what was read was written, by key; nothing for what is absent
 */
public record Vouched(
    ByteString channelHeader,
    ByteString signatureHeader,
    ByteString proposal,
    ByteString response,
    List<Word> endorsements,
    List<Attested> attested,
    Map<String, Place> versions) {

  /**
   * One organisation's endorsement.
   *
   * @param endorser who signed
   * @param signature over the response and the endorser
   */
  public record Word(ByteString endorser, ByteString signature) {}

  /**
   * A place on the ledger.
   *
   * @param block the block's number
   * @param transaction the transaction's place in it
   */
  public record Place(long block, long transaction) {}

  /** Nothing is given out that was read of another chaincode than ours. */
  static Vouched of(List<Endorsed> agreeing, String chaincode) {
    try {
      Payload payload = payload(agreeing.get(0));
      Header header = payload.getHeader();
      ChaincodeActionPayload called = called(payload);
      ByteString response = called.getAction().getProposalResponsePayload();
      ChaincodeAction result =
          ChaincodeAction.parseFrom(ProposalResponsePayload.parseFrom(response).getExtension());
      return new Vouched(
          header.getChannelHeader(),
          header.getSignatureHeader(),
          called.getChaincodeProposalPayload(),
          response,
          words(agreeing),
          List.of(Codec.read(result.getResponse().getPayload().toByteArray(), Attested[].class)),
          versions(result, chaincode));
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new LedgerSettingsException("the peers have signed something unreadable", e);
    }
  }

  private static List<Word> words(List<Endorsed> agreeing) throws InvalidProtocolBufferException {
    Map<String, Word> words = new TreeMap<>();
    for (Endorsed each : agreeing) {
      for (Endorsement endorsement : called(payload(each)).getAction().getEndorsementsList()) {
        words.putIfAbsent(
            SerializedIdentity.parseFrom(endorsement.getEndorser()).getMspid(),
            new Word(endorsement.getEndorser(), endorsement.getSignature()));
      }
    }
    return new ArrayList<>(words.values());
  }

  private static Payload payload(Endorsed endorsed) throws InvalidProtocolBufferException {
    return Payload.parseFrom(
        PreparedTransaction.parseFrom(endorsed.prepared()).getEnvelope().getPayload());
  }

  private static ChaincodeActionPayload called(Payload payload)
      throws InvalidProtocolBufferException {
    return ChaincodeActionPayload.parseFrom(
        Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
  }

  private static Map<String, Place> versions(ChaincodeAction result, String chaincode)
      throws InvalidProtocolBufferException {
    Map<String, Place> versions = new TreeMap<>();
    for (NsReadWriteSet each : TxReadWriteSet.parseFrom(result.getResults()).getNsRwsetList()) {
      if (each.getNamespace().equals(chaincode)) {
        for (KVRead read : KVRWSet.parseFrom(each.getRwset()).getReadsList()) {
          if (read.hasVersion()) {
            Version version = read.getVersion();
            versions.put(read.getKey(), new Place(version.getBlockNum(), version.getTxNum()));
          }
        }
      }
    }
    return versions;
  }

  /** Where a record was written, if it is there. */
  public Optional<Place> version(String key) {
    return Optional.ofNullable(versions.get(key));
  }
}
