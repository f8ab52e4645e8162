// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.List;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * A part of the values of a large sampling, for the instruction that records it. It is never
 * changed; a part with a slip in it is left unnamed.
 *
 * @param id the id of the instruction that submitted it
 * @param project the project
 * @param values the values
 */
public record SampleValues(
    InstructionId id,
    InstructionId project,
    @Most(SubmitSampleValues.VALUES_MOST) List<SampleValue> values)
    implements LedgerRecord {

  /** The type of parts of samplings. */
  public static final RecordType<SampleValues> TYPE =
      new RecordType<>("SAMPLE_VALUES", SampleValues.class, Visibility.PUBLIC);

  public SampleValues {
    values = List.copyOf(values);
  }

  /** The key of a part. */
  public static Key<SampleValues> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  @Override
  public Key<SampleValues> key() {
    return key(id);
  }
}
