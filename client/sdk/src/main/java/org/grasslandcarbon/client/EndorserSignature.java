// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;
import org.grasslandcarbon.client.CertificateRefused.Reason;
import org.grasslandcarbon.domain.certificate.RetirementCertificate.Endorsement;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * An endorsement whose signature is right, whoever made it.
 *
 * @param mspId the organisation that the endorser says it belongs to
 * @param certificate its certificate
 */
record EndorserSignature(String mspId, X509Certificate certificate) {
  private static final int P256_BITS = 256;
  private static final int NUMBER_BYTES = 32;

  /**
   * @throws CertificateRefused {@code BAD_ENDORSEMENT}
   */
  static EndorserSignature verified(Endorsement endorsement, byte[] response) {
    byte[] endorser = Endorsed.decode(endorsement.endorser());
    try {
      SerializedIdentity identity = SerializedIdentity.parseFrom(endorser);
      X509Certificate certificate = TrustedOffices.certificate(identity.getIdBytes().toByteArray());
      byte[] message = new byte[response.length + endorser.length];
      System.arraycopy(response, 0, message, 0, response.length);
      System.arraycopy(endorser, 0, message, response.length, endorser.length);
      if (PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded())
              instanceof ECPublicKeyParameters key
          && key.getParameters().getCurve().getFieldSize() == P256_BITS
          && EcdsaP256.verify(
              key, message, signature(Endorsed.decode(endorsement.signature()), key))) {
        return new EndorserSignature(identity.getMspid(), certificate);
      }
      throw bad();
    } catch (IOException
        | CertificateException
        | IllegalArgumentException
        | ArithmeticException e) {
      throw bad();
    }
  }

  /** Strict DER, and the lower of the two values of s: Fabric takes no other, so one form only. */
  private static byte[] signature(byte[] der, ECPublicKeyParameters key) throws IOException {
    BigInteger order = key.getParameters().getN();
    BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, der);
    if (numbers[1].compareTo(order.shiftRight(1)) > 0) {
      throw bad();
    }
    byte[] signature = new byte[EcdsaP256.SIGNATURE_BYTES];
    BigIntegers.asUnsignedByteArray(numbers[0], signature, 0, NUMBER_BYTES);
    BigIntegers.asUnsignedByteArray(numbers[1], signature, NUMBER_BYTES, NUMBER_BYTES);
    return signature;
  }

  private static CertificateRefused bad() {
    return new CertificateRefused(
        Reason.BAD_ENDORSEMENT,
        zh("有一个机构的签名与所签内容不符").en("an office's signature is not over what the certificate says"));
  }
}
