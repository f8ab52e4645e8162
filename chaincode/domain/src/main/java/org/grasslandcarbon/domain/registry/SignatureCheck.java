// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * Whether a signature is a key's. Endorsers verify; an auditor, who reads the same instructions in
 * blocks long before their turn, has done so and looks it up.
 */
@FunctionalInterface
public interface SignatureCheck {
  /**
   * Answers for one signature.
   *
   * @param key a public key on P-256
   * @param message what should have been signed
   * @param signature {@code r || s}
   */
  boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature);
}
