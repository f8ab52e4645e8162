// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Parameter;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.Decimal;

/**
 * A row of the owner's data that a certifier does not let count, and why.
 *
 * @param reason in words
 * @param sample the row's sample, where it is one of a sample
 * @param stratum its stratum
 * @param symbol its datum
 * @param year its calendar year
 */
public record Removal(
    @Means(en = "Why the row does not count", zh = "不予采用的理由") @Least(1) @Most(REASON_MOST)
        String reason,
    @Means(en = "Sample, where the datum is one of a sample", zh = "样品编号") @Most(Datum.SAMPLE_MOST)
        Optional<String> sample,
    @Means(en = "Name of the stratum", zh = "分层名称") @Most(Stratum.NAME_MOST) String stratum,
    @Means(en = "Symbol of the datum", zh = "数据项符号") @Most(Parameter.NAME_MOST) String symbol,
    @Means(en = "Calendar year", zh = "年份") @Least(1900) @Most(2200) int year) {

  static final int REASON_MOST = 300;

  static final String SAMPLE_PATTERN = Datum.SAMPLE_PATTERN;

  public Removal {
    // A name that no row can have is refused before anything is looked for.
    new Datum(sample, stratum, symbol, "", Decimal.of("0"), year);
  }

  /** Whether it names a row. */
  boolean isOf(Datum row) {
    return row.isOf(sample, stratum, symbol, year);
  }

  boolean isOfYearsBetweenSamplings() {
    return Datum.isYearsBetweenSamplings(symbol);
  }
}
