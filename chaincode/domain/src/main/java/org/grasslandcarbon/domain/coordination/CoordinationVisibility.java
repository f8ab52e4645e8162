// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;

/** Who may see what regions ask each other. */
final class CoordinationVisibility {
  /**
   * Requests of offices for information name no party, so that every office sees them; feedback and
   * requests of supervisors name who asks and who answers, so that only these and their offices do.
   * The authority, assessors and auditors see all.
   */
  static final Visibility CASES =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.ASSESSOR, Audience.AUDITOR);

  /** What became of an instruction about a case; the case itself says to whom it went. */
  static final Visibility SIGNED =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.AUDITOR);

  private CoordinationVisibility() {}
}
