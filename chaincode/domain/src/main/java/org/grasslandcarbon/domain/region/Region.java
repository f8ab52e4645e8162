// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * An administrative division as the ledger knows it. Codes come and go, so each is dated; a
 * division is never removed.
 *
 * @param code GB/T 2260
 * @param name zh and en
 * @param validFrom first day of the code's validity
 * @param validTo last day, when it has one
 */
public record Region(RegionCode code, Name name, LocalDate validFrom, Optional<LocalDate> validTo)
    implements LedgerRecord {

  /** The type of regions. */
  public static final RecordType<Region> TYPE =
      new RecordType<>("REGION", Region.class, Visibility.PUBLIC);

  /** The key of a region. */
  public static Key<Region> key(RegionCode code) {
    return TYPE.key(code.value());
  }

  /** Whether the code is in use on a day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  @Override
  public Key<Region> key() {
    return key(code);
  }
}
