// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * From what compensation is computed.
 *
 * @param area the compensated grassland
 * @param document the digest of what fixes the area
 * @param notice the notice that publishes scheme, rate and level
 * @param unit of the area
 */
public record CompensationBasis(
    @Means(en = "Compensated area, in the unit given", zh = "补偿面积（按所填单位）") Decimal area,
    @Means(en = "SHA-256 of what fixes the area", zh = "核定面积的文件摘要") Sha256 document,
    @Means(en = "Notice of COMPENSATION_RATE that holds for the year", zh = "当年有效的补偿标准通知")
        InstructionId notice,
    @Means(en = "Unit of the area", zh = "面积单位") AreaUnit unit) {

  static final String AREA_PATTERN = Decimal.POSITIVE_PATTERN;

  public CompensationBasis {
    Check.that(area.value().signum() > 0, zh("补偿面积须大于零").en("a compensated area is above zero"));
  }

  /**
   * What is due: area in mu times rate, half up to the fen.
   *
   * @param fenPerMu the rate of the notice
   * @return nothing where it is more than fen can be
   */
  Optional<Fen> due(Fen fenPerMu) {
    BigDecimal exact = unit.toMu(area).multiply(BigDecimal.valueOf(fenPerMu.value()));
    BigDecimal due = exact.setScale(0, RoundingMode.HALF_UP);
    return due.compareTo(BigDecimal.valueOf(Fen.MAXIMUM)) <= 0
        ? Optional.of(Fen.of(due.longValueExact()))
        : Optional.empty();
  }
}
