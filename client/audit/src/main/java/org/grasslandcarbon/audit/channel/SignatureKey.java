// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.channel;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * The public key of a certificate, verifying as Fabric does: ECDSA over SHA-256 whose S is in the
 * lower half, or Ed25519.
 */
final class SignatureKey {
  private final AsymmetricKeyParameter key;

  private SignatureKey(AsymmetricKeyParameter key) {
    this.key = key;
  }

  /** The key of a certificate; empty when Fabric has no identities with such keys. */
  static Optional<SignatureKey> of(X509Certificate certificate) {
    try {
      AsymmetricKeyParameter key =
          PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded());
      return key instanceof ECPublicKeyParameters || key instanceof Ed25519PublicKeyParameters
          ? Optional.of(new SignatureKey(key))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a signature over the parts, one after the other, is this key's. */
  boolean signed(ByteString signature, ByteString... parts) {
    return key instanceof ECPublicKeyParameters elliptic
        ? signedElliptic(elliptic, signature, parts)
        : signedEdwards((Ed25519PublicKeyParameters) key, signature, parts);
  }

  private static boolean signedElliptic(
      ECPublicKeyParameters key, ByteString signature, ByteString... parts) {
    BigInteger r;
    BigInteger s;
    try (ASN1InputStream in = new ASN1InputStream(signature.newInput(), signature.size())) {
      ASN1Sequence both = ASN1Sequence.getInstance(in.readObject());
      r = ASN1Integer.getInstance(both.getObjectAt(0)).getValue();
      s = ASN1Integer.getInstance(both.getObjectAt(1)).getValue();
    } catch (IOException | RuntimeException e) {
      return false;
    }
    BigInteger order = key.getParameters().getN();
    if (r.signum() < 1 || s.signum() < 1 || s.compareTo(order.shiftRight(1)) > 0) {
      return false;
    }
    SHA256Digest sha256 = new SHA256Digest();
    for (ByteString part : parts) {
      byte[] bytes = part.toByteArray();
      sha256.update(bytes, 0, bytes.length);
    }
    byte[] digest = new byte[32];
    sha256.doFinal(digest, 0);
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, key);
    return verifier.verifySignature(digest, r, s);
  }

  private static boolean signedEdwards(
      Ed25519PublicKeyParameters key, ByteString signature, ByteString... parts) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, key);
    for (ByteString part : parts) {
      byte[] bytes = part.toByteArray();
      verifier.update(bytes, 0, bytes.length);
    }
    return verifier.verifySignature(signature.toByteArray());
  }
}
