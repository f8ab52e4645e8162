// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * How many cases a participant has open with the regions of a province, or with the nation. They
 * are counted for each apart, so that a province that answers nothing does not keep anybody from
 * asking another.
 *
 * @param by who opened them
 * @param own how many are its own
 * @param passedOn how many it passed on for the public
 * @param province the province of the regions that were asked first
 */
public record OpenCases(
    ParticipantId by, @Least(0) int own, @Least(0) int passedOn, RegionCode province)
    implements LedgerRecord {

  /** The type of these counts. */
  public static final RecordType<OpenCases> TYPE =
      new RecordType<>("OPEN_CASES", OpenCases.class, CoordinationVisibility.SIGNED.of("/by"));

  /** Questions of one that wait for one province's answers. */
  static final int OWN_MOST = 50;

  /** What an office passes on; what comes as one file is one case. */
  static final int PASSED_ON_MOST = 500;

  /** The key of what a participant has asked in a province. */
  static Key<OpenCases> key(ParticipantId by, RegionCode region) {
    return TYPE.key(by.value(), region.province().value());
  }

  static OpenCases of(Records records, ParticipantId by, RegionCode region) {
    return records
        .find(key(by, region))
        .orElseGet(() -> new OpenCases(by, 0, 0, region.province()));
  }

  /** Whether one more can be opened. */
  boolean hasRoom(Optional<CoordinationCase.Behalf> behalf) {
    return behalf.isPresent() ? passedOn < PASSED_ON_MOST : own < OWN_MOST;
  }

  /** How many of a kind can be open. */
  static int most(Optional<CoordinationCase.Behalf> behalf) {
    return behalf.isPresent() ? PASSED_ON_MOST : OWN_MOST;
  }

  OpenCases opened(Optional<CoordinationCase.Behalf> behalf) {
    return changed(behalf, 1);
  }

  OpenCases ended(Optional<CoordinationCase.Behalf> behalf) {
    return changed(behalf, -1);
  }

  private OpenCases changed(Optional<CoordinationCase.Behalf> behalf, int more) {
    return behalf.isPresent()
        ? new OpenCases(by, own, passedOn + more, province)
        : new OpenCases(by, own + more, passedOn, province);
  }

  @Override
  public Key<OpenCases> key() {
    return key(by, province);
  }
}
