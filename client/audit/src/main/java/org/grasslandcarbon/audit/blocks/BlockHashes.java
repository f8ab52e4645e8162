// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * Fabric's hashes of blocks: a header is hashed as DER of number, previous hash and data hash, the
 * data as its transactions one after the other.
 */
public final class BlockHashes {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;

  private BlockHashes() {}

  /** The bytes that are hashed and signed of a header. */
  public static ByteString headerBytes(BlockHeader header) {
    byte[] number = new BigInteger(Long.toUnsignedString(header.getNumber())).toByteArray();
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    element(inner, INTEGER, number);
    element(inner, OCTETS, header.getPreviousHash().toByteArray());
    element(inner, OCTETS, header.getDataHash().toByteArray());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    element(whole, SEQUENCE, inner.toByteArray());
    return ByteString.copyFrom(whole.toByteArray());
  }

  private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] size = BigInteger.valueOf(length).toByteArray();
      int from = size[0] == 0 ? 1 : 0;
      out.write(0x80 | (size.length - from));
      out.write(size, from, size.length - from);
    }
    out.writeBytes(content);
  }

  /** The hash by which the next block names this one. */
  public static ByteString headerHash(BlockHeader header) {
    MessageDigest digest = sha256();
    digest.update(headerBytes(header).asReadOnlyByteBuffer());
    return ByteString.copyFrom(digest.digest());
  }

  /** The hash of what is in a block. */
  public static ByteString dataHash(Block block) {
    MessageDigest digest = sha256();
    block.getData().getDataList().forEach(each -> digest.update(each.asReadOnlyByteBuffer()));
    return ByteString.copyFrom(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
