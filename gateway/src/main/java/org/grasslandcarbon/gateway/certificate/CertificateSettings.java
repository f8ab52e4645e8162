// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a gateway's certificates say of itself: {@code grassland.certificates.*}.
 *
 * @param address where everybody reaches this gateway, which stands on printed certificates and in
 *     their QR code; without it they name none, since what a request calls the gateway is the word
 *     of whoever asks
 */
@ConfigurationProperties("grassland.certificates")
public record CertificateSettings(Optional<URI> address) {
  /** A longer one makes a code of squares that a telephone does not tell apart on paper. */
  private static final int ADDRESS_MOST = 100;

  public CertificateSettings {
    address = address.filter(given -> !given.toString().isEmpty()).map(CertificateSettings::root);
  }

  private static URI root(URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    boolean bare =
        address.getHost() != null
            && address.getQuery() == null
            && address.getFragment() == null
            && address.getUserInfo() == null;
    if (!http || !bare || address.toString().length() > ADDRESS_MOST) {
      throw new IllegalArgumentException(
          "grassland.certificates.address is https://host of at most "
              + ADDRESS_MOST
              + " characters, not "
              + address);
    }
    return URI.create(address.toString().replaceFirst("/+$", ""));
  }
}
