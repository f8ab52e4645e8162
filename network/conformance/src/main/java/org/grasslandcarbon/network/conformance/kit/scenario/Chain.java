// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.scenario;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** By what the blocks of a channel hang together. */
final class Chain {
  private Chain() {}

  /** SHA-256 of a block's header in DER, which the next block holds (Fabric, protoutil). */
  static ByteString headerHash(BlockHeader header) {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(BigInteger.valueOf(header.getNumber())));
    parts.add(new DEROctetString(header.getPreviousHash().toByteArray()));
    parts.add(new DEROctetString(header.getDataHash().toByteArray()));
    try {
      return ByteString.copyFrom(Hash.SHA256.apply(new DERSequence(parts).getEncoded("DER")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
