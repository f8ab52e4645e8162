// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Whether a version counts a loss of stocks whole in the period whose last sampling shows it. A
 * gain is spread over the days between two samplings, and days that no report has earn nothing; a
 * loss that was spread alike would be forgiven in a gap, and regained as a gain after it. Only
 * versions that publish {@code LOSS_WHOLE} do.
 */
final class LossWhole {
  static final String LOSS_WHOLE = "LOSS_WHOLE";

  private LossWhole() {}

  static boolean isAsked(Parameters parameters) {
    return parameters.find(LOSS_WHOLE).isPresent();
  }

  /** Why a version's answer is none. */
  static Optional<Detail> problem(Parameters parameters) {
    return parameters
        .find(LOSS_WHOLE)
        .filter(found -> !found.unit().equals("1") || found.value().compareTo(Decimal.of("1")) != 0)
        .map(found -> zh("%s 须为 1，单位为 1").en("%s must be 1, in 1", LOSS_WHOLE));
  }
}
