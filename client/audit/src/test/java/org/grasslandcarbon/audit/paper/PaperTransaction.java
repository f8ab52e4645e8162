// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A transaction that is put together piece by piece; each piece may be a lie. */
public final class PaperTransaction {
  private final String channel;
  private final String chaincode;
  private final String version;
  private final Instant time;
  private final List<ByteString> arguments;
  private final Map<String, PaperState.Entry> reads = new TreeMap<>();
  private final SortedMap<String, byte[]> writes = new TreeMap<>();
  private final List<NsReadWriteSet> elsewhere = new ArrayList<>();
  private final PaperState state;
  private Holder creator;
  private List<Holder> endorsers = List.of();
  private byte[] answer = new byte[0];
  private ByteString nonce;
  private UnaryOperator<ByteString> signature = UnaryOperator.identity();

  PaperTransaction(
      String channel,
      String chaincode,
      String version,
      Instant time,
      List<ByteString> arguments,
      PaperState state) {
    this.channel = channel;
    this.chaincode = chaincode;
    this.version = version;
    this.time = time;
    this.arguments = List.copyOf(arguments);
    this.state = state;
    nonce = ByteString.copyFrom(sha256(ByteString.copyFromUtf8(time + " " + state.nextNumber())));
  }

  PaperTransaction signedBy(Holder newCreator) {
    creator = newCreator;
    return this;
  }

  /** Who endorses it. */
  public PaperTransaction endorsedBy(List<Holder> newEndorsers) {
    endorsers = List.copyOf(newEndorsers);
    return this;
  }

  void read(String key) {
    reads.put(key, state.find(chaincode, key));
  }

  /** What it writes; a test may change it before it is endorsed. */
  public SortedMap<String, byte[]> writes() {
    return writes;
  }

  /** Writes outside of its own namespace as well. */
  public PaperTransaction writingIn(NsReadWriteSet other) {
    elsewhere.add(other);
    return this;
  }

  /** What was read, by key. */
  public Map<String, PaperState.Entry> reads() {
    return reads;
  }

  /** What it answers. */
  public PaperTransaction answering(byte[] newAnswer) {
    answer = newAnswer.clone();
    return this;
  }

  public byte[] answer() {
    return answer.clone();
  }

  /** The same id as another transaction of this time has. */
  public PaperTransaction nonce(ByteString other) {
    nonce = other;
    return this;
  }

  public ByteString nonce() {
    return nonce;
  }

  /** Another signature of the creator than the right one. */
  public PaperTransaction signature(UnaryOperator<ByteString> changed) {
    signature = changed;
    return this;
  }

  public String id() {
    return HexFormat.of().formatHex(sha256(nonce, creator.serialized()));
  }

  String chaincode() {
    return chaincode;
  }

  /** The whole, signed. */
  public ByteString envelope() {
    ChaincodeID named = ChaincodeID.newBuilder().setName(chaincode).build();
    ByteString channelHeader =
        ChannelHeader.newBuilder()
            .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
            .setChannelId(channel)
            .setTxId(id())
            .setTimestamp(
                Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
            .setExtension(
                ChaincodeHeaderExtension.newBuilder().setChaincodeId(named).build().toByteString())
            .build()
            .toByteString();
    ByteString signatureHeader =
        SignatureHeader.newBuilder()
            .setCreator(creator.serialized())
            .setNonce(nonce)
            .build()
            .toByteString();
    ByteString proposal =
        ChaincodeProposalPayload.newBuilder()
            .setInput(
                ChaincodeInvocationSpec.newBuilder()
                    .setChaincodeSpec(
                        ChaincodeSpec.newBuilder()
                            .setChaincodeId(named)
                            .setInput(ChaincodeInput.newBuilder().addAllArgs(arguments)))
                    .build()
                    .toByteString())
            .build()
            .toByteString();
    ByteString response = response(named, channelHeader, signatureHeader, proposal);
    List<Endorsement> endorsements = new ArrayList<>();
    endorsers.forEach(
        each ->
            endorsements.add(
                Endorsement.newBuilder()
                    .setEndorser(each.serialized())
                    .setSignature(each.sign(response, each.serialized()))
                    .build()));
    ByteString transaction =
        Transaction.newBuilder()
            .addActions(
                TransactionAction.newBuilder()
                    .setHeader(signatureHeader)
                    .setPayload(
                        ChaincodeActionPayload.newBuilder()
                            .setChaincodeProposalPayload(proposal)
                            .setAction(
                                ChaincodeEndorsedAction.newBuilder()
                                    .setProposalResponsePayload(response)
                                    .addAllEndorsements(endorsements))
                            .build()
                            .toByteString()))
            .build()
            .toByteString();
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(channelHeader)
                    .setSignatureHeader(signatureHeader))
            .setData(transaction)
            .build()
            .toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(signature.apply(creator.sign(payload)))
        .build()
        .toByteString();
  }

  private ByteString response(
      ChaincodeID named,
      ByteString channelHeader,
      ByteString signatureHeader,
      ByteString proposal) {
    return ProposalResponsePayload.newBuilder()
        .setProposalHash(ByteString.copyFrom(sha256(channelHeader, signatureHeader, proposal)))
        .setExtension(
            ChaincodeAction.newBuilder()
                .setChaincodeId(named.toBuilder().setVersion(version))
                .setResponse(
                    Response.newBuilder().setStatus(200).setPayload(ByteString.copyFrom(answer)))
                .setResults(results())
                .build()
                .toByteString())
        .build()
        .toByteString();
  }

  private ByteString results() {
    KVRWSet.Builder own = KVRWSet.newBuilder();
    reads.forEach(
        (key, entry) -> {
          KVRead.Builder read = KVRead.newBuilder().setKey(key);
          if (entry != null) {
            read.setVersion(
                Version.newBuilder().setBlockNum(entry.block()).setTxNum(entry.position()));
          }
          own.addReads(read);
        });
    writes.forEach(
        (key, value) ->
            own.addWrites(
                KVWrite.newBuilder()
                    .setKey(key)
                    .setIsDelete(value.length == 0)
                    .setValue(ByteString.copyFrom(value))));
    return TxReadWriteSet.newBuilder()
        .setDataModel(TxReadWriteSet.DataModel.KV)
        .addNsRwset(
            NsReadWriteSet.newBuilder()
                .setNamespace(chaincode)
                .setRwset(own.build().toByteString()))
        .addAllNsRwset(elsewhere)
        .build()
        .toByteString();
  }

  static byte[] sha256(ByteString... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ByteString part : parts) {
        digest.update(part.toByteArray());
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
