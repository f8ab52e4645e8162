// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * Somebody who signs, as named by a {@code SerializedIdentity} message, with a certificate of the
 * organisation's CA.
 *
 * @param units the organisational units of the certificate, which carry the role
 */
record Identity(String mspId, ECPublicKeyParameters key, Set<String> units) {

  /** Whether the signature is this identity's over the concatenation of the parts. */
  boolean signed(ByteString signature, ByteString... parts) {
    return !signature.isEmpty() && Ecdsa.verifyDigest(key, Sha256.of(parts), signature);
  }
}
