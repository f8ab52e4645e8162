// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** An identity the peer itself signs with: an organisation's endorser, or the orderer. */
final class SigningIdentity {
  private final String mspId;
  private final ByteString serialized;
  private final ECPrivateKeyParameters key;

  SigningIdentity(EmbeddedIdentity identity) {
    mspId = identity.mspId();
    serialized =
        SerializedIdentity.newBuilder()
            .setMspid(mspId)
            .setIdBytes(ByteString.copyFromUtf8(Pem.certificate(identity.certificate())))
            .build()
            .toByteString();
    key = Ecdsa.privateKey((ECPrivateKey) identity.privateKey());
  }

  String mspId() {
    return mspId;
  }

  /** The {@code SerializedIdentity} message, as it stands in signature headers and endorsements. */
  ByteString serialized() {
    return serialized;
  }

  /** Signs the concatenation of the parts. */
  ByteString sign(ByteString... parts) {
    return Ecdsa.signDigest(key, Sha256.of(parts));
  }
}
