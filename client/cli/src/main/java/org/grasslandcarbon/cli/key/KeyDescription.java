// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.key;

import org.grasslandcarbon.client.KeyFile;
import org.grasslandcarbon.domain.instruction.Jwk;

/**
 * What of a key file may be shown: never the private key.
 *
 * @param encrypted whether a passphrase protects it
 * @param example whether it is for trying things out
 * @param kid the key's thumbprint
 * @param label what its owner calls it
 * @param participant whose it is
 * @param publicKey the public key
 */
record KeyDescription(
    boolean encrypted,
    boolean example,
    String kid,
    String label,
    String participant,
    Jwk publicKey) {

  static KeyDescription of(KeyFile file) {
    return new KeyDescription(
        file.isEncrypted(),
        file.isExample(),
        file.kid().value(),
        file.label(),
        file.participant().value(),
        file.publicKey());
  }
}
