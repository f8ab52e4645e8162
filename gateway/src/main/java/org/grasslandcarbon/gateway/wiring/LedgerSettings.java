// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.wiring;

import java.nio.file.Path;
import java.time.Duration;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.Disagreements;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the ledger: {@code grassland.ledger.*}. Endpoint, organisation and keys are needed
 * only where the channel and the identity are not handed in by whoever starts the gateway; what has
 * no default is null when it is not set.
 *
 * @param endpoint the peer, {@code host:port}
 * @param channel Fabric's channel
 * @param chaincode the registry's chaincode
 * @param mspId the organisation the gateway belongs to
 * @param certificate PEM file of the gateway's certificate
 * @param privateKey PEM file of its key
 * @param tlsCa PEM file of the authority that issued the peer's TLS certificate; without it the
 *     connection is not encrypted, which is refused unless the peer is on this machine
 * @param overrideAuthority the name in the peer's TLS certificate, when it is not the endpoint's
 * @param clientTls the gateway's own TLS certificate, when the peer asks for one
 * @param endorseWithin see {@link Deadlines}
 * @param submitWithin see {@link Deadlines}
 * @param commitWithin see {@link Deadlines}
 * @param compareEvery how often the answers of all organisations are compared; see {@link
 *     Disagreements}
 */
@ConfigurationProperties("grassland.ledger")
public record LedgerSettings(
    String endpoint,
    @DefaultValue("grassland") String channel,
    @DefaultValue("registry") String chaincode,
    String mspId,
    Path certificate,
    Path privateKey,
    Path tlsCa,
    String overrideAuthority,
    ClientTls clientTls,
    @DefaultValue("35s") Duration endorseWithin,
    @DefaultValue("35s") Duration submitWithin,
    @DefaultValue("60s") Duration commitWithin,
    @DefaultValue("60s") Duration compareEvery) {

  /**
   * A TLS client's certificate.
   *
   * @param certificate PEM file
   * @param privateKey PEM file
   */
  public record ClientTls(Path certificate, Path privateKey) {}

  /** The deadlines of a transaction's stages. */
  public Deadlines deadlines() {
    return new Deadlines(endorseWithin, submitWithin, commitWithin);
  }

  /** A setting that this way of starting the gateway needs. */
  static <T> T must(T setting, String name) {
    if (setting == null) {
      throw new IllegalArgumentException(
          "grassland.ledger." + name + " is not set (docs/operate/settings.md)");
    }
    return setting;
  }
}
