// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Takes Fabric's blocks and transaction envelopes apart. */
public final class BlockReader {
  private final String chaincode;

  /**
   * @param chaincode whose transactions and state are read; other namespaces, such as the one in
   *     which Fabric notes a chaincode's definition, are passed over
   */
  public BlockReader(String chaincode) {
    this.chaincode = chaincode;
  }

  /**
   * What a block says of our chaincode. Blocks hold the invalid transactions too, marked by the
   * peer that validated them.
   *
   * @throws UnreadableBlockException when the block is not what Fabric makes
   */
  public LedgerBlock read(Block block) {
    long number = block.getHeader().getNumber();
    try {
      ByteString validity =
          block.getMetadata().getMetadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
      List<LedgerTransaction> transactions = new ArrayList<>();
      List<Attempt> attempts = new ArrayList<>();
      for (int position = 0; position < block.getData().getDataCount(); position++) {
        int code = validity.byteAt(position);
        boolean won = code == TxValidationCode.VALID_VALUE;
        if (won || isLoss(code)) {
          Opened opened = Opened.of(Envelope.parseFrom(block.getData().getData(position)));
          attempt(opened, won).ifPresent(attempts::add);
          if (won) {
            read(opened, position).ifPresent(transactions::add);
          }
        }
      }
      return new LedgerBlock(number, transactions, attempts);
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new UnreadableBlockException("block " + number + " cannot be read", e);
    }
  }

  private static boolean isLoss(int code) {
    return code == TxValidationCode.MVCC_READ_CONFLICT_VALUE
        || code == TxValidationCode.PHANTOM_READ_CONFLICT_VALUE;
  }

  /** An envelope as far as everybody needs it. */
  private record Opened(Payload payload, ChannelHeader header) {
    static Opened of(Envelope envelope) throws InvalidProtocolBufferException {
      Payload payload = Payload.parseFrom(envelope.getPayload());
      return new Opened(payload, ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()));
    }

    boolean isTransaction() {
      return header.getType() == HeaderType.ENDORSER_TRANSACTION_VALUE;
    }

    Instant time() {
      return Instant.ofEpochSecond(
          header.getTimestamp().getSeconds(), header.getTimestamp().getNanos());
    }
  }

  private Optional<Attempt> attempt(Opened opened, boolean won)
      throws InvalidProtocolBufferException {
    if (!opened.isTransaction()
        || !ChaincodeHeaderExtension.parseFrom(opened.header.getExtension())
            .getChaincodeId()
            .getName()
            .equals(chaincode)) {
      return Optional.empty();
    }
    ByteString creator =
        SignatureHeader.parseFrom(opened.payload.getHeader().getSignatureHeader()).getCreator();
    String mspId = SerializedIdentity.parseFrom(creator).getMspid();
    return Optional.of(new Attempt(mspId, opened.time(), won));
  }

  /**
   * One transaction, from a block or made ready to be submitted.
   *
   * @param position its place in the block
   * @return empty when it neither called our chaincode nor wrote to its state
   */
  public Optional<LedgerTransaction> read(Envelope envelope, int position)
      throws InvalidProtocolBufferException {
    return read(Opened.of(envelope), position);
  }

  private Optional<LedgerTransaction> read(Opened opened, int position)
      throws InvalidProtocolBufferException {
    if (!opened.isTransaction()) {
      return Optional.empty();
    }
    // Fabric allows one action a transaction.
    TransactionAction action = Transaction.parseFrom(opened.payload.getData()).getActions(0);
    ChaincodeActionPayload called = ChaincodeActionPayload.parseFrom(action.getPayload());
    List<byte[]> arguments = arguments(called);
    List<StateWrite> writes = writes(called);
    return arguments.isEmpty() && writes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LedgerTransaction(
                opened.header.getTxId(), opened.time(), position, arguments, writes));
  }

  private List<byte[]> arguments(ChaincodeActionPayload called)
      throws InvalidProtocolBufferException {
    ChaincodeProposalPayload proposal =
        ChaincodeProposalPayload.parseFrom(called.getChaincodeProposalPayload());
    ChaincodeSpec spec = ChaincodeInvocationSpec.parseFrom(proposal.getInput()).getChaincodeSpec();
    return spec.getChaincodeId().getName().equals(chaincode)
        ? spec.getInput().getArgsList().stream().map(ByteString::toByteArray).toList()
        : List.of();
  }

  private List<StateWrite> writes(ChaincodeActionPayload called)
      throws InvalidProtocolBufferException {
    ProposalResponsePayload response =
        ProposalResponsePayload.parseFrom(called.getAction().getProposalResponsePayload());
    ChaincodeAction result = ChaincodeAction.parseFrom(response.getExtension());
    List<StateWrite> writes = new ArrayList<>();
    for (NsReadWriteSet each : TxReadWriteSet.parseFrom(result.getResults()).getNsRwsetList()) {
      if (each.getNamespace().equals(chaincode)) {
        for (KVWrite write : KVRWSet.parseFrom(each.getRwset()).getWritesList()) {
          writes.add(
              new StateWrite(write.getKey(), write.getValue().toByteArray(), write.getIsDelete()));
        }
      }
    }
    return writes;
  }
}
