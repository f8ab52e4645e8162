// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class BlockReaderTest {
  private static final Instant TIME = Instant.parse("2026-03-03T02:00:00.5Z");

  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<TxValidationCode> codes = new ArrayList<>();

  /** An invalid transaction: a reader has no business with what is in it. */
  private void add(HeaderType type, String chaincode, String mspId, TxValidationCode code) {
    ChannelHeader channel =
        ChannelHeader.newBuilder()
            .setType(type.getNumber())
            .setTimestamp(
                Timestamp.newBuilder().setSeconds(TIME.getEpochSecond()).setNanos(TIME.getNano()))
            .setExtension(
                ChaincodeHeaderExtension.newBuilder()
                    .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode))
                    .build()
                    .toByteString())
            .build();
    Header header =
        Header.newBuilder()
            .setChannelHeader(channel.toByteString())
            .setSignatureHeader(
                SignatureHeader.newBuilder()
                    .setCreator(
                        SerializedIdentity.newBuilder().setMspid(mspId).build().toByteString())
                    .build()
                    .toByteString())
            .build();
    envelopes.add(
        Envelope.newBuilder()
            .setPayload(Payload.newBuilder().setHeader(header).build().toByteString())
            .build());
    codes.add(code);
  }

  private Block block() {
    BlockData.Builder data = BlockData.newBuilder();
    envelopes.forEach(each -> data.addData(each.toByteString()));
    byte[] validity = new byte[codes.size()];
    for (int i = 0; i < validity.length; i++) {
      validity[i] = (byte) codes.get(i).getNumber();
    }
    return Block.newBuilder()
        .setHeader(BlockHeader.newBuilder().setNumber(7))
        .setData(data)
        .setMetadata(
            BlockMetadata.newBuilder()
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.copyFrom(validity)))
        .build();
  }

  @Test
  void who_lost_is_told_and_what_was_wrong_otherwise_is_not() {
    HeaderType transaction = HeaderType.ENDORSER_TRANSACTION;
    add(transaction, "registry", "B", TxValidationCode.MVCC_READ_CONFLICT);
    add(transaction, "registry", "C", TxValidationCode.PHANTOM_READ_CONFLICT);
    add(transaction, "registry", "D", TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    add(transaction, "other", "E", TxValidationCode.MVCC_READ_CONFLICT);
    add(HeaderType.CONFIG, "registry", "F", TxValidationCode.VALID);

    LedgerBlock read = new BlockReader("registry").read(block());

    assertThat(read.number()).isEqualTo(7);
    assertThat(read.transactions()).isEmpty();
    assertThat(read.attempts())
        .containsExactly(new Attempt("B", TIME, false), new Attempt("C", TIME, false));
  }

  @Test
  void a_block_without_marks_is_refused() {
    envelopes.add(Envelope.getDefaultInstance());
    assertThatThrownBy(() -> new BlockReader("registry").read(block()))
        .isInstanceOf(UnreadableBlockException.class)
        .hasMessageContaining("block 7");
  }
}
