// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What the authority has stated about one record that is wrong. The record itself stays as it was;
 * corrections are only ever appended, and whoever shows the record shows them with it.
 *
 * @param corrections in the order in which they were made
 * @param parts the parts of the corrected record's key after its type
 * @param recordType the corrected record's type
 */
public record Corrections(
    @Most(CORRECTIONS_MOST) List<Correction> corrections,
    @Most(value = CorrectRecord.PARTS_MOST, each = CorrectRecord.PART_MOST) List<String> parts,
    @Most(CorrectRecord.TYPE_MOST) String recordType)
    implements LedgerRecord {

  /** The type of corrections. */
  public static final RecordType<Corrections> TYPE =
      new RecordType<>("CORRECTION", Corrections.class, Visibility.PUBLIC);

  /** A record that needs more was not recorded but invented. */
  static final int CORRECTIONS_MOST = 20;

  public Corrections {
    corrections = List.copyOf(corrections);
    parts = List.copyOf(parts);
  }

  /**
   * One correction.
   *
   * @param at transaction time
   * @param by the authority
   * @param document what proves it
   * @param id the instruction that made it
   * @param statement what is wrong and what is right
   */
  public record Correction(
      Instant at,
      ParticipantId by,
      Sha256 document,
      InstructionId id,
      CorrectRecord.Statement statement) {}

  /** The key of the corrections of a record. */
  public static Key<Corrections> key(String recordType, List<String> parts) {
    List<String> all = new ArrayList<>();
    all.add(recordType);
    all.addAll(parts);
    return TYPE.key(all.toArray(String[]::new));
  }

  /** The corrections with one more. */
  Corrections with(Correction further) {
    List<Correction> more = new ArrayList<>(corrections);
    more.add(further);
    return new Corrections(more, parts, recordType);
  }

  @Override
  public Key<Corrections> key() {
    return key(recordType, parts);
  }
}
