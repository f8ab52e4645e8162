// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An amount of money in whole fen (0.01 yuan): 0 to {@value #MAXIMUM}.
 *
 * @param value fen
 */
public record Fen(@JsonValue long value) {
  /** Ten trillion yuan: above any settlement, below what a JavaScript number holds exactly. */
  public static final long MAXIMUM = 999_999_999_999_999L;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Fen {
    Check.that(
        value >= 0 && value <= MAXIMUM, zh("金额（分）须在 0 至 %s 之间").en("fen must be 0 to %s", MAXIMUM));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
