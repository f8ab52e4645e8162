// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.Member;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A transaction as it stands in a block, with everything checked that needs no state: form,
 * signatures, id, what the endorsers' word is of. This is the expensive part, and each
 * transaction's is independent of the others.
 */
public final class LedgerTransaction {
  private final ByteString bytes;
  private Envelope envelope = Envelope.getDefaultInstance();
  private TxValidationCode code = TxValidationCode.NOT_VALIDATED;
  private ChannelHeader header = ChannelHeader.getDefaultInstance();
  private Optional<Member> creator = Optional.empty();
  private String chaincode = "";
  private ChaincodeAction action = ChaincodeAction.getDefaultInstance();
  private ReadWrites readWrites = new ReadWrites(List.of());
  private List<ByteString> call = List.of();
  private List<Member> endorsers = List.of();
  private int signatures;

  private LedgerTransaction(ByteString bytes) {
    this.bytes = bytes;
  }

  /** Reads and checks a transaction under a configuration. */
  public static LedgerTransaction read(ByteString bytes, Configuration configuration) {
    LedgerTransaction read = new LedgerTransaction(bytes);
    read.code = read.check(configuration);
    return read;
  }

  /** Whether the only thing in these bytes is a configuration. */
  public static boolean isConfiguration(ByteString bytes) {
    try {
      Payload payload = Payload.parseFrom(Envelope.parseFrom(bytes).getPayload());
      return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getType()
          == HeaderType.CONFIG_VALUE;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private TxValidationCode check(Configuration configuration) {
    Payload payload;
    SignatureHeader signer;
    try {
      envelope = Envelope.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.INVALID_OTHER_REASON;
    }
    try {
      payload = Payload.parseFrom(envelope.getPayload());
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.BAD_PAYLOAD;
    }
    try {
      header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
      signer = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.BAD_COMMON_HEADER;
    }
    boolean known =
        header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE
            || header.getType() == HeaderType.CONFIG_UPDATE_VALUE
            || header.getType() == HeaderType.CONFIG_VALUE;
    if (!payload.hasHeader() || !known || header.getEpoch() != 0 || isIncomplete(signer)) {
      return TxValidationCode.BAD_COMMON_HEADER;
    }
    signatures++;
    creator = configuration.membership().identify(signer.getCreator());
    if (creator.isEmpty()
        || creator.get().fault().isPresent()
        || !creator.get().signed(envelope.getSignature(), envelope.getPayload())) {
      return TxValidationCode.BAD_CREATOR_SIGNATURE;
    }
    if (header.getType() == HeaderType.CONFIG_VALUE) {
      return TxValidationCode.VALID;
    }
    if (header.getType() == HeaderType.CONFIG_UPDATE_VALUE) {
      return TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
    }
    if (!header.getTxId().equals(id(signer))) {
      return TxValidationCode.BAD_PROPOSAL_TXID;
    }
    TxValidationCode read = readAction(payload, configuration);
    return read == TxValidationCode.VALID && !header.getChannelId().equals(configuration.channel())
        ? TxValidationCode.TARGET_CHAIN_NOT_FOUND
        : read;
  }

  private static boolean isIncomplete(SignatureHeader signer) {
    return signer.getNonce().isEmpty() || signer.getCreator().isEmpty();
  }

  private static String id(SignatureHeader signer) {
    return HexFormat.of().formatHex(sha256(signer.getNonce(), signer.getCreator()).toByteArray());
  }

  private TxValidationCode readAction(Payload payload, Configuration configuration) {
    TransactionAction only;
    ChaincodeActionPayload whole;
    ProposalResponsePayload response;
    try {
      Transaction transaction = Transaction.parseFrom(payload.getData());
      if (transaction.getActionsCount() != 1) {
        return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      }
      only = transaction.getActions(0);
      whole = ChaincodeActionPayload.parseFrom(only.getPayload());
      response = ProposalResponsePayload.parseFrom(whole.getAction().getProposalResponsePayload());
      ByteString proposed =
          sha256(
              payload.getHeader().getChannelHeader(),
              only.getHeader(),
              whole.getChaincodeProposalPayload());
      if (isIncomplete(SignatureHeader.parseFrom(only.getHeader()))
          || !proposed.equals(response.getProposalHash())) {
        return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
      }
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
    }
    TxValidationCode read = readResults(response);
    if (read == TxValidationCode.VALID) {
      call = call(whole.getChaincodeProposalPayload());
      endorsers = endorsers(whole, configuration);
    }
    return read;
  }

  private TxValidationCode readResults(ProposalResponsePayload response) {
    ChaincodeHeaderExtension extension;
    try {
      extension = ChaincodeHeaderExtension.parseFrom(header.getExtension());
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.BAD_HEADER_EXTENSION;
    }
    try {
      action = ChaincodeAction.parseFrom(response.getExtension());
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.BAD_RESPONSE_PAYLOAD;
    }
    try {
      readWrites = ReadWrites.parse(action.getResults());
    } catch (InvalidProtocolBufferException e) {
      return TxValidationCode.BAD_RWSET;
    }
    if (!extension.hasChaincodeId() || !action.hasChaincodeId()) {
      return TxValidationCode.INVALID_OTHER_REASON;
    }
    chaincode = extension.getChaincodeId().getName();
    if (chaincode.isEmpty()
        || !chaincode.equals(action.getChaincodeId().getName())
        || action.getChaincodeId().getVersion().isEmpty()) {
      return TxValidationCode.INVALID_CHAINCODE;
    }
    if (!action.getEvents().isEmpty() && !isOwnEvent()) {
      return TxValidationCode.INVALID_OTHER_REASON;
    }
    return readWrites.hasNamespaceTwice()
        ? TxValidationCode.ILLEGAL_WRITESET
        : TxValidationCode.VALID;
  }

  private boolean isOwnEvent() {
    try {
      return ChaincodeEvent.parseFrom(action.getEvents()).getChaincodeId().equals(chaincode);
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static List<ByteString> call(ByteString proposal) {
    try {
      return ChaincodeInvocationSpec.parseFrom(
              ChaincodeProposalPayload.parseFrom(proposal).getInput())
          .getChaincodeSpec()
          .getInput()
          .getArgsList();
    } catch (InvalidProtocolBufferException e) {
      return List.of();
    }
  }

  private List<Member> endorsers(ChaincodeActionPayload whole, Configuration configuration) {
    ByteString response = whole.getAction().getProposalResponsePayload();
    Set<Member> signers = new LinkedHashSet<>();
    for (Endorsement each : whole.getAction().getEndorsementsList()) {
      Optional<Member> member = configuration.membership().identify(each.getEndorser());
      if (member.isPresent() && !signers.contains(member.get())) {
        signatures++;
        if (member.get().signed(each.getSignature(), response, each.getEndorser())) {
          signers.add(member.get());
        }
      }
    }
    return new ArrayList<>(signers);
  }

  private static ByteString sha256(ByteString... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (ByteString part : parts) {
        digest.update(part.asReadOnlyByteBuffer());
      }
      return ByteString.copyFrom(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What Fabric says of it so far. */
  public TxValidationCode code() {
    return code;
  }

  /** The envelope, for those who read a configuration in it. */
  public Envelope envelope() {
    return envelope;
  }

  public boolean isConfiguration() {
    return header.getType() == HeaderType.CONFIG_VALUE;
  }

  boolean isEndorsed() {
    return header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
  }

  public String id() {
    return header.getTxId();
  }

  /** The proposal's time; empty when it is no date. */
  public Optional<Instant> time() {
    Timestamp timestamp = header.getTimestamp();
    try {
      return Optional.of(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  public Optional<Member> creator() {
    return creator;
  }

  public String chaincode() {
    return chaincode;
  }

  ChaincodeAction action() {
    return action;
  }

  ReadWrites readWrites() {
    return readWrites;
  }

  /** The function and its arguments. */
  public List<ByteString> call() {
    return call;
  }

  /** The instructions of a call of {@code submit}, whichever chaincode it is of. */
  public List<ByteString> instructions() {
    return RuleRun.function(this).equals("submit") ? call.subList(1, call.size()) : List.of();
  }

  /** Who has endorsed it with a signature that is theirs, valid members or not. */
  public List<Member> endorsers() {
    return endorsers;
  }

  /** How many signatures were verified. */
  public int signatures() {
    return signatures;
  }
}
