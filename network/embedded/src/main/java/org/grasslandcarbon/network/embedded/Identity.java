// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * Somebody who signs, as named by a {@code SerializedIdentity} message.
 *
 * @param trusted whether the certificate was issued by the organisation's CA; an identity that is
 *     not may be named in an error message and nothing else
 * @param units the organisational units of the certificate, which carry the role
 */
record Identity(
    String mspId,
    X509Certificate certificate,
    ECPublicKeyParameters key,
    boolean trusted,
    java.util.Set<String> units) {

  boolean signed(ByteString signature, ByteString... parts) {
    return trusted && !signature.isEmpty() && Ecdsa.verifyDigest(key, Sha256.of(parts), signature);
  }
}
