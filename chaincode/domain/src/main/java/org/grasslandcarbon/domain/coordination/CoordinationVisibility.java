// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;

/** Who may see what regions ask each other. */
final class CoordinationVisibility {
  /**
   * Regions learn from what others ask and how they answer: every office sees a case, assessors and
   * auditors do, and who asked, was asked or acts for one of them.
   */
  static final Visibility CASES =
      Visibility.to(Audience.PARTIES, Audience.EVERY_OFFICE, Audience.ASSESSOR, Audience.AUDITOR);

  /**
   * That a holder asks for a label tells that it holds credits and wants to use them abroad, from
   * which no region learns anything: its office, that of the land and whoever answers see it.
   */
  static final Visibility LABEL_REQUESTS =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.AUDITOR);

  /** What became of an instruction about a case: the case itself says to whom it went. */
  static final Visibility SIGNED =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.AUDITOR);

  private CoordinationVisibility() {}
}
