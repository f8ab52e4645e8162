// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import org.grasslandcarbon.domain.ledger.Audience;
import org.grasslandcarbon.domain.ledger.Visibility;

/** Who may see what supervisors record: those who supervise, but nobody whom it is about. */
final class SupervisionVisibility {
  /**
   * Every office and every exchange, since who trades in one region is related to who trades in
   * another; the authority, courts and auditors. Each record adds whom it is kept from.
   */
  static final Visibility SUPERVISORS =
      Visibility.to(Audience.OFFICES, Audience.EXCHANGE, Audience.COURT, Audience.AUDITOR);

  /**
   * What became of an instruction: narrower than the records, since an outcome does not say whom a
   * record is kept from. Another exchange, which may be the one that it is about, is not told.
   */
  static final Visibility SIGNED =
      Visibility.to(Audience.PARTIES, Audience.OFFICES, Audience.COURT, Audience.AUDITOR);

  private SupervisionVisibility() {}
}
