// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The part of validation that needs no ledger: form, signatures, transaction id, proposal hash. It
 * is the expensive part and runs when a transaction is submitted, on the caller's thread, so that
 * the committer is left with comparisons.
 */
final class TransactionCheck {
  private final Membership membership;

  TransactionCheck(Membership membership) {
    this.membership = membership;
  }

  /**
   * The steps are in Fabric's order, because the first failure is the code that the ledger records.
   */
  CheckedTransaction check(ByteString bytes) {
    return check(bytes, true);
  }

  /** Reads a transaction of a block that was validated when it was committed. */
  CheckedTransaction read(ByteString bytes) {
    return check(bytes, false);
  }

  private CheckedTransaction check(ByteString bytes, boolean withSignatures) {
    Reading reading = new Reading(bytes, withSignatures);
    TxValidationCode code;
    try {
      code = reading.read();
    } catch (InvalidProtocolBufferException e) {
      code = reading.codeWhenUnreadable;
    }
    boolean usable = code == TxValidationCode.VALID;
    return new CheckedTransaction(
        bytes,
        reading.type,
        code,
        reading.channel,
        reading.id,
        reading.timestamp,
        reading.chaincode,
        usable ? reading.action : null,
        usable ? reading.results : null,
        reading.endorsers);
  }

  /** What an orderer looks at: whether a member of the channel has signed the payload. */
  boolean signedByMember(Envelope envelope, ByteString creator) {
    return membership
        .identify(creator)
        .filter(identity -> identity.signed(envelope.getSignature(), envelope.getPayload()))
        .isPresent();
  }

  static String transactionId(ByteString nonce, ByteString creator) {
    return HexFormat.of().formatHex(Sha256.of(nonce, creator));
  }

  private final class Reading {
    private final ByteString bytes;
    private final boolean withSignatures;
    private TxValidationCode codeWhenUnreadable = TxValidationCode.INVALID_OTHER_REASON;
    private HeaderType type = HeaderType.MESSAGE;
    private String channel = "";
    private String id = "";
    private Timestamp timestamp = Timestamp.getDefaultInstance();
    private String chaincode = "";
    private ChaincodeAction action;
    private ReadWriteSet results;
    private Set<String> endorsers = Set.of();

    private Reading(ByteString bytes, boolean withSignatures) {
      this.bytes = bytes;
      this.withSignatures = withSignatures;
    }

    private TxValidationCode read() throws InvalidProtocolBufferException {
      Envelope envelope = Envelope.parseFrom(bytes);
      codeWhenUnreadable = TxValidationCode.BAD_PAYLOAD;
      Payload payload = Payload.parseFrom(envelope.getPayload());
      codeWhenUnreadable = TxValidationCode.BAD_COMMON_HEADER;
      ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      SignatureHeader signatureHeader =
          SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
      HeaderType known = HeaderType.forNumber(header.getType());
      type = known == null ? HeaderType.UNRECOGNIZED : known;
      channel = header.getChannelId();
      id = header.getTxId();
      timestamp = header.getTimestamp();
      if (type == HeaderType.CONFIG) {
        return TxValidationCode.VALID;
      }
      if (type != HeaderType.ENDORSER_TRANSACTION
          || header.getEpoch() != 0
          || signatureHeader.getNonce().isEmpty()
          || signatureHeader.getCreator().isEmpty()) {
        return TxValidationCode.BAD_COMMON_HEADER;
      }
      if (withSignatures && !signedByMember(envelope, signatureHeader.getCreator())) {
        return TxValidationCode.BAD_CREATOR_SIGNATURE;
      }
      if (!id.equals(transactionId(signatureHeader.getNonce(), signatureHeader.getCreator()))) {
        return TxValidationCode.BAD_PROPOSAL_TXID;
      }
      codeWhenUnreadable = TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      return readTransaction(payload, header);
    }

    private TxValidationCode readTransaction(Payload payload, ChannelHeader header)
        throws InvalidProtocolBufferException {
      Transaction transaction = Transaction.parseFrom(payload.getData());
      if (transaction.getActionsCount() != 1) {
        return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      }
      TransactionAction only = transaction.getActions(0);
      SignatureHeader actionHeader = SignatureHeader.parseFrom(only.getHeader());
      if (actionHeader.getNonce().isEmpty() || actionHeader.getCreator().isEmpty()) {
        return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      }
      ChaincodeActionPayload actionPayload = ChaincodeActionPayload.parseFrom(only.getPayload());
      ByteString response = actionPayload.getAction().getProposalResponsePayload();
      ProposalResponsePayload responsePayload = ProposalResponsePayload.parseFrom(response);
      ByteString hash =
          Sha256.hash(
              payload.getHeader().getChannelHeader(),
              only.getHeader(),
              actionPayload.getChaincodeProposalPayload());
      if (!hash.equals(responsePayload.getProposalHash())) {
        return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      }
      return readAction(header, responsePayload, actionPayload, response);
    }

    private TxValidationCode readAction(
        ChannelHeader header,
        ProposalResponsePayload responsePayload,
        ChaincodeActionPayload actionPayload,
        ByteString response)
        throws InvalidProtocolBufferException {
      codeWhenUnreadable = TxValidationCode.BAD_HEADER_EXTENSION;
      ChaincodeHeaderExtension extension =
          ChaincodeHeaderExtension.parseFrom(header.getExtension());
      chaincode = extension.getChaincodeId().getName();
      codeWhenUnreadable = TxValidationCode.BAD_RESPONSE_PAYLOAD;
      action = ChaincodeAction.parseFrom(responsePayload.getExtension());
      codeWhenUnreadable = TxValidationCode.BAD_RWSET;
      results = ReadWriteSet.parse(action.getResults());
      if (!extension.hasChaincodeId() || !action.hasChaincodeId()) {
        return TxValidationCode.INVALID_OTHER_REASON;
      }
      if (chaincode.isEmpty()
          || !chaincode.equals(action.getChaincodeId().getName())
          || action.getChaincodeId().getVersion().isEmpty()) {
        return TxValidationCode.INVALID_CHAINCODE;
      }
      codeWhenUnreadable = TxValidationCode.INVALID_OTHER_REASON;
      if (!action.getEvents().isEmpty()
          && !ChaincodeEvent.parseFrom(action.getEvents()).getChaincodeId().equals(chaincode)) {
        return TxValidationCode.INVALID_OTHER_REASON;
      }
      if (results.namespaces().stream().map(ReadWriteSet.Namespace::name).distinct().count()
          != results.namespaces().size()) {
        return TxValidationCode.ILLEGAL_WRITESET;
      }
      if (withSignatures) {
        endorsers = endorsers(actionPayload, response);
      }
      return TxValidationCode.VALID;
    }

    private Set<String> endorsers(ChaincodeActionPayload actionPayload, ByteString response) {
      Set<String> found = new HashSet<>();
      for (Endorsement endorsement : actionPayload.getAction().getEndorsementsList()) {
        membership
            .identify(endorsement.getEndorser())
            .filter(identity -> identity.units().contains("peer"))
            .filter(identity -> !found.contains(identity.mspId()))
            .filter(
                identity ->
                    identity.signed(
                        endorsement.getSignature(), response, endorsement.getEndorser()))
            .ifPresent(identity -> found.add(identity.mspId()));
      }
      return found;
    }
  }
}
