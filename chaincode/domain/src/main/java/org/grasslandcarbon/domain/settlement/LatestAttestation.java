// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import java.time.LocalDate;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * The latest day that a bank has attested. A record of its own beside the book, which every deposit
 * writes: rules that only ask for this do not wait for deposits.
 *
 * @param asset the asset
 * @param bank the bank
 * @param day in Beijing
 * @param difference of that day's attestation
 */
public record LatestAttestation(Asset asset, ParticipantId bank, LocalDate day, long difference)
    implements LedgerRecord {

  /** The type of these records. */
  public static final RecordType<LatestAttestation> TYPE =
      new RecordType<>("ATTESTED", LatestAttestation.class, BankBook.TYPE.visibility());

  /** The key of a bank's. */
  public static Key<LatestAttestation> key(ParticipantId bank, Asset asset) {
    return TYPE.key(bank.value(), asset.value());
  }

  @Override
  public Key<LatestAttestation> key() {
    return key(bank, asset);
  }
}
