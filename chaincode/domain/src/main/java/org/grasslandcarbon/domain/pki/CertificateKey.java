// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.pki;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.RSADigestSigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.value.Detail;

/** The public key of a certificate: ECDSA on P-256 or P-384, or RSA with 2048 to 4096 bits. */
abstract class CertificateKey {
  private static final int RSA_BITS_LEAST = 2_048;

  /** Larger keys would let one instruction cost what a hundred do. */
  private static final int RSA_BITS_MOST = 4_096;

  private CertificateKey() {}

  /** The key in a certificate; refuses kinds that the registry does not verify. */
  static CertificateKey of(SubjectPublicKeyInfo info) {
    ASN1ObjectIdentifier kind = info.getAlgorithm().getAlgorithm();
    try {
      if (X9ObjectIdentifiers.id_ecPublicKey.equals(kind)) {
        return new Ec(info);
      }
      if (PKCSObjectIdentifiers.rsaEncryption.equals(kind)) {
        return new Rsa(RSAPublicKey.getInstance(info.parsePublicKey()));
      }
    } catch (IOException | RuntimeException e) {
      throw bad(zh("无法读取证书的公钥").en("the certificate's key cannot be read"));
    }
    throw bad(zh("不接受 %s 类型的证书公钥").en("a certificate's key of the kind %s is not accepted", kind));
  }

  private static RegistryException bad(Detail detail) {
    return new RegistryException(ErrorCode.BAD_CERTIFICATE, detail);
  }

  /** Whether a signature made with an algorithm is this key's; false for other algorithms. */
  abstract boolean verifies(ASN1ObjectIdentifier algorithm, byte[] message, byte[] signature);

  /** The key as a participant's. */
  Jwk asJwk() {
    throw bad(zh("主体的公钥须在 P-256 曲线上").en("a participant's key is on P-256"));
  }

  private static final class Ec extends CertificateKey {
    private final ASN1ObjectIdentifier curveId;
    private final ECPublicKeyParameters key;

    Ec(SubjectPublicKeyInfo info) {
      curveId = ASN1ObjectIdentifier.getInstance(info.getAlgorithm().getParameters());
      boolean known =
          SECObjectIdentifiers.secp256r1.equals(curveId)
              || SECObjectIdentifiers.secp384r1.equals(curveId);
      if (!known) {
        throw new IllegalArgumentException("neither P-256 nor P-384");
      }
      X9ECParameters curve = CustomNamedCurves.getByOID(curveId);
      ECPoint point = curve.getCurve().decodePoint(info.getPublicKeyData().getOctets());
      key = new ECPublicKeyParameters(point, new ECDomainParameters(curve));
    }

    @Override
    boolean verifies(ASN1ObjectIdentifier algorithm, byte[] message, byte[] signature) {
      Digest digest;
      if (X9ObjectIdentifiers.ecdsa_with_SHA256.equals(algorithm)) {
        digest = new SHA256Digest();
      } else if (X9ObjectIdentifiers.ecdsa_with_SHA384.equals(algorithm)) {
        digest = new SHA384Digest();
      } else {
        return false;
      }
      DSADigestSigner verifier =
          new DSADigestSigner(new ECDSASigner(), digest, StandardDSAEncoding.INSTANCE);
      verifier.init(false, key);
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    }

    @Override
    Jwk asJwk() {
      if (!SECObjectIdentifiers.secp256r1.equals(curveId)) {
        return super.asJwk();
      }
      ECPoint point = key.getQ();
      return new Jwk(
          "P-256",
          "EC",
          base64(point.getAffineXCoord().getEncoded()),
          base64(point.getAffineYCoord().getEncoded()));
    }

    private static String base64(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }

  private static final class Rsa extends CertificateKey {
    private final RSAKeyParameters key;

    Rsa(RSAPublicKey content) {
      BigInteger modulus = content.getModulus();
      BigInteger exponent = content.getPublicExponent();
      int bits = modulus.bitLength();
      boolean fit =
          bits >= RSA_BITS_LEAST
              && bits <= RSA_BITS_MOST
              && modulus.testBit(0)
              && exponent.testBit(0)
              && exponent.bitLength() > 1
              && exponent.bitLength() <= 32;
      if (!fit) {
        throw new IllegalArgumentException("not an RSA key of 2048 to 4096 bits");
      }
      // Checked as "internal": the library's own test of the modulus draws random numbers.
      key = new RSAKeyParameters(false, modulus, exponent, true);
    }

    @Override
    boolean verifies(ASN1ObjectIdentifier algorithm, byte[] message, byte[] signature) {
      if (!PKCSObjectIdentifiers.sha256WithRSAEncryption.equals(algorithm)) {
        return false;
      }
      RSADigestSigner verifier = new RSADigestSigner(new SHA256Digest());
      verifier.init(false, key);
      verifier.update(message, 0, message.length);
      return verifier.verifySignature(signature);
    }
  }
}
