// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.Instant;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * A price at which a holder, or the project's owner before there is one, would have an instrument
 * opened at a venue. The newest proposal stands: one that is never decided blocks nobody.
 *
 * @param at transaction time
 * @param by the holder, or the project's owner
 * @param instrument the instrument
 * @param price fen a tonne
 * @param project the project, where nothing of it was issued
 * @param venue the venue
 */
public record OpeningPrice(
    Instant at,
    ParticipantId by,
    InstrumentId instrument,
    Fen price,
    Optional<InstructionId> project,
    VenueId venue)
    implements LedgerRecord {

  /** The type of proposals. */
  public static final RecordType<OpeningPrice> TYPE =
      new RecordType<>("OPENING_PRICE", OpeningPrice.class, Visibility.PUBLIC);

  /** The key of an instrument's proposal at a venue. */
  public static Key<OpeningPrice> key(InstrumentId instrument, VenueId venue) {
    return TYPE.key(instrument.value(), venue.value());
  }

  @Override
  public Key<OpeningPrice> key() {
    return key(instrument, venue);
  }
}
