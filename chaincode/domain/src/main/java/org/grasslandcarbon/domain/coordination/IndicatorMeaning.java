// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;

/**
 * What an indicator's id means, as the first criteria that have it say. It means the same in all
 * later ones: targets and reports of other years name it by its id alone.
 *
 * @param direction which way it is better
 * @param id the indicator
 * @param ledger what the ledger computes it as; absent where offices report it
 * @param since the first version of the criteria that has it
 * @param unit of its values
 */
public record IndicatorMeaning(
    Direction direction,
    IndicatorId id,
    Optional<LedgerIndicator> ledger,
    int since,
    @Most(Indicator.UNIT_MOST) String unit)
    implements LedgerRecord {

  /** The type of meanings. */
  public static final RecordType<IndicatorMeaning> TYPE =
      new RecordType<>("INDICATOR", IndicatorMeaning.class, Visibility.PUBLIC);

  /** The key of an indicator's meaning. */
  public static Key<IndicatorMeaning> key(IndicatorId id) {
    return TYPE.key(id.value());
  }

  static IndicatorMeaning of(Indicator indicator, int version) {
    return new IndicatorMeaning(
        indicator.direction(), indicator.id(), indicator.ledger(), version, indicator.unit());
  }

  /** Whether criteria mean the same by it. */
  boolean isThatOf(Indicator indicator) {
    return direction == indicator.direction()
        && ledger.equals(indicator.ledger())
        && unit.equals(indicator.unit());
  }

  /** The ledger's name of it, or that offices report it. */
  String source() {
    return ledger.map(Enum::name).orElse("REPORTED");
  }

  @Override
  public Key<IndicatorMeaning> key() {
    return key(id);
  }
}
