// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.blocks;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;

/**
 * A block by its number and its hash, which covers all blocks before it.
 *
 * @param number the block's number
 * @param hash SHA-256 of its header as Fabric encodes it, in hexadecimal
 */
record BlockIdentity(long number, String hash) {

  /** The identity that a header makes: SHA-256 over ASN.1 DER of number and the two hashes. */
  static BlockIdentity of(BlockHeader header) {
    try {
      byte[] der =
          new DERSequence(
                  new ASN1Encodable[] {
                    new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))),
                    new DEROctetString(header.getPreviousHash().toByteArray()),
                    new DEROctetString(header.getDataHash().toByteArray())
                  })
              .getEncoded(ASN1Encoding.DER);
      return new BlockIdentity(
          header.getNumber(),
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a block is the one after this, by what its header says of the one before. */
  boolean isFollowedBy(BlockHeader next) {
    return next.getNumber() == number + 1
        && HexFormat.of().formatHex(next.getPreviousHash().toByteArray()).equals(hash);
  }
}
