// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import java.util.List;

/** What is done with a certificate. */
public final class CertificateVerbs {
  private CertificateVerbs() {}

  /** The commands. */
  public static List<Object> all() {
    return List.of(new CertificateGet(), new CertificateVerify(), new CertificateTrust());
  }
}
