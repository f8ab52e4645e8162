// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.grasslandcarbon.domain.value.BadValueException;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/**
 * Who the auditor is to a peer: a member of one of the channel's organisations, with its own key.
 * The key never appears in {@link #toString}.
 */
public final class PeerIdentity {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private final String mspId;
  private final ByteString serialized;
  private final ECPrivateKeyParameters key;

  private PeerIdentity(String mspId, ByteString serialized, ECPrivateKeyParameters key) {
    this.mspId = mspId;
    this.serialized = serialized;
    this.key = key;
  }

  /**
   * The identity of a certificate and its key.
   *
   * @param mspId the organisation
   * @param certificate PEM
   * @param privateKey PEM of PKCS 8, as Fabric's tools write it
   * @throws BadValueException when the key is none of an elliptic curve
   */
  public static PeerIdentity of(String mspId, byte[] certificate, byte[] privateKey) {
    Matcher pem = PKCS8.matcher(new String(privateKey, StandardCharsets.US_ASCII));
    if (!pem.find()) {
      throw noKey();
    }
    try {
      AsymmetricKeyParameter key =
          PrivateKeyFactory.createKey(Base64.getMimeDecoder().decode(pem.group(1)));
      if (!(key instanceof ECPrivateKeyParameters elliptic)) {
        throw noKey();
      }
      ByteString serialized =
          SerializedIdentity.newBuilder()
              .setMspid(mspId)
              .setIdBytes(ByteString.copyFrom(certificate))
              .build()
              .toByteString();
      return new PeerIdentity(mspId, serialized, elliptic);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw noKey();
    }
  }

  private static BadValueException noKey() {
    return new BadValueException(
        zh("私钥须为 PKCS 8 格式的椭圆曲线密钥（PEM）")
            .en("the key must be one of an elliptic curve, PKCS 8 in PEM"));
  }

  String mspId() {
    return mspId;
  }

  ByteString serialized() {
    return serialized;
  }

  /** Signs with the smaller of the two possible values, the only one that Fabric takes. */
  ByteString sign(ByteString message) {
    SHA256Digest sha256 = new SHA256Digest();
    sha256.update(message.toByteArray(), 0, message.size());
    byte[] digest = new byte[sha256.getDigestSize()];
    sha256.doFinal(digest, 0);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, key);
    BigInteger[] rs = signer.generateSignature(digest);
    BigInteger order = key.getParameters().getN();
    BigInteger s = rs[1].compareTo(order.shiftRight(1)) > 0 ? order.subtract(rs[1]) : rs[1];
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    try {
      der.write(
          new DERSequence(new ASN1Encodable[] {new ASN1Integer(rs[0]), new ASN1Integer(s)})
              .getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("two numbers can always be encoded", e);
    }
    return ByteString.copyFrom(der.toByteArray());
  }

  @Override
  public String toString() {
    return "PeerIdentity " + mspId;
  }
}
