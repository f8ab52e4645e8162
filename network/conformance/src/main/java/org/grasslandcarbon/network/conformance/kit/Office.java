// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit;

import io.grpc.Channel;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * An organisation as its clients meet it.
 *
 * @param mspId its name to Fabric
 * @param channel to its peer; the target's to shut down
 * @param certificate of a client of the organisation
 * @param privateKey the certificate's key
 */
public record Office(
    String mspId, Channel channel, X509Certificate certificate, PrivateKey privateKey) {
  /** Names the organisation only: the rest would be a key in a transcript. */
  @Override
  public String toString() {
    return mspId;
  }
}
