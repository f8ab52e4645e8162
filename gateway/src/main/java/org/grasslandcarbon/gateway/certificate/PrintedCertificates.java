// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import java.net.URI;
import java.util.Optional;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.paper.Typeface;

/** Certificates as people read them. Safe for use by many threads. */
public final class PrintedCertificates {
  private final CertificatePaper paper;

  PrintedCertificates(Typeface typeface, Optional<URI> address) {
    this.paper = new CertificatePaper(typeface, address);
  }

  /** One A4 page with the certificate in it (PDF). */
  public byte[] paper(byte[] certificate) {
    return paper.of(certificate);
  }

  /** A page for browsers, which print it where no PDF is wanted (HTML). */
  public String page(byte[] certificate) {
    return CertificatePage.of(
        Codec.read(certificate, RetirementCertificate.class), Sha256.of(certificate));
  }
}
