// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.util.OptionalLong;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;

/** What banks have attested, as other rules ask for it. */
public final class Attestations {
  private Attestations() {}

  /**
   * The difference between bank and ledger that is open: that of the latest day attested. Totals
   * are of all that ever came and went, so that a later day without a difference settles an earlier
   * one with. Empty when there is none, or when the bank has attested nothing yet. Who asks names
   * {@link LatestAttestation#key}.
   *
   * @return fen that the bank has more than the ledger accounts for; below zero: less
   */
  public static OptionalLong openDifference(Records records, ParticipantId bank, Asset asset) {
    return records.find(LatestAttestation.key(bank, asset)).stream()
        .mapToLong(LatestAttestation::difference)
        .filter(each -> each != 0)
        .findFirst();
  }

  /** Writes an attestation, and that it is the latest when it is of the latest day. */
  static void write(Act act, Attestation attestation) {
    act.write(attestation);
    boolean isLatest =
        act.find(LatestAttestation.key(attestation.bank(), attestation.asset()))
            .filter(latest -> latest.day().isAfter(attestation.day()))
            .isEmpty();
    if (isLatest) {
      act.write(
          new LatestAttestation(
              attestation.asset(),
              attestation.bank(),
              attestation.day(),
              attestation.difference()));
    }
    act.refer(
        "attestation", attestation.bank() + ":" + attestation.asset() + ":" + attestation.day());
  }
}
