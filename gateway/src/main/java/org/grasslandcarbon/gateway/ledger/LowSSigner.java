// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.client.identity.Signer;

/**
 * Signs digests as Fabric wants them: ECDSA on P-256, DER, the smaller of the two possible values
 * of s, because Fabric refuses the other half of all signatures. Bouncy Castle's lightweight
 * classes, because JDK 17's provider takes five times as long and a provider installed for all
 * would change how certificates are read elsewhere.
 */
final class LowSSigner implements Signer {
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
  private static final ECDomainParameters P256 = new ECDomainParameters(CURVE);

  private final ECPrivateKeyParameters key;

  LowSSigner(PrivateKey key) {
    boolean p256 = key instanceof ECPrivateKey ec && ec.getParams().getOrder().equals(CURVE.getN());
    if (!p256) {
      throw new IllegalArgumentException(
          "the gateway's key must be ECDSA on P-256; this one is " + key.getAlgorithm());
    }
    this.key = new ECPrivateKeyParameters(((ECPrivateKey) key).getS(), P256);
  }

  @Override
  public byte[] sign(byte[] digest) throws SignatureException {
    // RFC 6979: the signature needs no randomness that could be bad.
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(digest);
    BigInteger n = P256.getN();
    BigInteger s = rs[1].compareTo(n.shiftRight(1)) > 0 ? n.subtract(rs[1]) : rs[1];
    try {
      return StandardDSAEncoding.INSTANCE.encode(n, rs[0], s);
    } catch (IOException e) {
      throw new SignatureException(e);
    }
  }
}
