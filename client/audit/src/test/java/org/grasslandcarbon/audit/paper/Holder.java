// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.paper;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Somebody with a certificate and its key. */
public record Holder(
    String mspId, ByteString certificate, BigInteger serial, AsymmetricCipherKeyPair pair) {

  /** As Fabric names it in headers. */
  public ByteString serialized() {
    return SerializedIdentity.newBuilder()
        .setMspid(mspId)
        .setIdBytes(certificate)
        .build()
        .toByteString();
  }

  /** Signs the parts, one after the other. */
  public ByteString sign(ByteString... parts) {
    return sign(false, parts);
  }

  /** Signs with the larger of the two values that would verify elsewhere. */
  public ByteString signHigh(ByteString... parts) {
    return sign(true, parts);
  }

  private ByteString sign(boolean high, ByteString... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteString part : parts) {
      all.writeBytes(part.toByteArray());
    }
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(all.toByteArray(), 0, all.size());
    byte[] digest = new byte[32];
    sha256.doFinal(digest, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    ECPrivateKeyParameters key = (ECPrivateKeyParameters) pair.getPrivate();
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(digest);
    BigInteger order = key.getParameters().getN();
    boolean isHigh = rs[1].compareTo(order.shiftRight(1)) > 0;
    BigInteger s = isHigh == high ? rs[1] : order.subtract(rs[1]);
    try {
      return ByteString.copyFrom(
          new DERSequence(new ASN1Encodable[] {new ASN1Integer(rs[0]), new ASN1Integer(s)})
              .getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
