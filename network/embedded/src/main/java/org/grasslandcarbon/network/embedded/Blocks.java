// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The parts of a block that Fabric prescribes: hashes, the orderer's signature, the metadata slots.
 */
final class Blocks {
  private static final int NONCE_BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Blocks() {}

  static ByteString nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return ByteString.copyFrom(nonce);
  }

  /** DER of number, previous hash and data hash. */
  static ByteString headerBytes(BlockHeader header) {
    try {
      return ByteString.copyFrom(
          new DERSequence(
                  new ASN1Encodable[] {
                    new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))),
                    new DEROctetString(header.getPreviousHash().toByteArray()),
                    new DEROctetString(header.getDataHash().toByteArray())
                  })
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("A block header can always be encoded.", e);
    }
  }

  static ByteString headerHash(BlockHeader header) {
    return Sha256.hash(headerBytes(header));
  }

  static ByteString dataHash(List<ByteString> envelopes) {
    return Sha256.hash(envelopes.toArray(ByteString[]::new));
  }

  static BlockHeader header(long number, ByteString previousHash, List<ByteString> envelopes) {
    return BlockHeader.newBuilder()
        .setNumber(number)
        .setPreviousHash(previousHash)
        .setDataHash(dataHash(envelopes))
        .build();
  }

  /**
   * @param orderer signs the header; null for the first block, which nobody signs
   * @param commitHash empty for the first block
   */
  static Block block(
      BlockHeader header,
      List<ByteString> envelopes,
      List<TxValidationCode> codes,
      SigningIdentity orderer,
      ByteString commitHash) {
    ByteString signatures = orderer == null ? ByteString.EMPTY : signature(header, orderer);
    ByteString commit =
        commitHash.isEmpty()
            ? ByteString.EMPTY
            : Metadata.newBuilder().setValue(commitHash).build().toByteString();
    return Block.newBuilder()
        .setHeader(header)
        .setData(BlockData.newBuilder().addAllData(envelopes))
        .setMetadata(
            BlockMetadata.newBuilder()
                .addMetadata(signatures)
                .addMetadata(ByteString.EMPTY)
                .addMetadata(filter(codes))
                .addMetadata(ByteString.EMPTY)
                .addMetadata(commit))
        .build();
  }

  private static ByteString signature(BlockHeader header, SigningIdentity orderer) {
    ByteString value =
        OrdererBlockMetadata.newBuilder()
            .setLastConfig(LastConfig.newBuilder().setIndex(0))
            .setConsenterMetadata(Metadata.getDefaultInstance().toByteString())
            .build()
            .toByteString();
    ByteString signatureHeader =
        SignatureHeader.newBuilder()
            .setCreator(orderer.serialized())
            .setNonce(nonce())
            .build()
            .toByteString();
    return Metadata.newBuilder()
        .setValue(value)
        .addSignatures(
            MetadataSignature.newBuilder()
                .setSignatureHeader(signatureHeader)
                .setSignature(orderer.sign(value, signatureHeader, headerBytes(header))))
        .build()
        .toByteString();
  }

  /** Whether the block carries a signature of the orderer's organisation over its header. */
  static boolean signedBy(Block block, Membership membership, String ordererMspId) {
    try {
      Metadata metadata = Metadata.parseFrom(slot(block, BlockMetadataIndex.SIGNATURES));
      for (MetadataSignature signature : metadata.getSignaturesList()) {
        ByteString creator = SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator();
        if (membership
            .identify(creator)
            .filter(identity -> identity.mspId().equals(ordererMspId))
            .filter(
                identity ->
                    identity.signed(
                        signature.getSignature(),
                        metadata.getValue(),
                        signature.getSignatureHeader(),
                        headerBytes(block.getHeader())))
            .isPresent()) {
          return true;
        }
      }
      return false;
    } catch (InvalidProtocolBufferException e) {
      return false;
    }
  }

  /** The TRANSACTIONS_FILTER slot: one byte for each transaction. */
  static ByteString filter(List<TxValidationCode> codes) {
    byte[] bytes = new byte[codes.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) codes.get(i).getNumber();
    }
    return ByteString.copyFrom(bytes);
  }

  static List<TxValidationCode> codes(Block block) {
    List<TxValidationCode> codes = new ArrayList<>();
    for (byte code : slot(block, BlockMetadataIndex.TRANSACTIONS_FILTER).toByteArray()) {
      TxValidationCode known = TxValidationCode.forNumber(code & 0xff);
      codes.add(known == null ? TxValidationCode.INVALID_OTHER_REASON : known);
    }
    return codes;
  }

  static ByteString commitHash(Block block) {
    try {
      return Metadata.parseFrom(slot(block, BlockMetadataIndex.COMMIT_HASH)).getValue();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("The commit hash of a block cannot be read.", e);
    }
  }

  private static ByteString slot(Block block, BlockMetadataIndex index) {
    return block.getMetadata().getMetadata(index.getNumber());
  }
}
