// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A participant's id: its unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters of
 * {@code 0-9A-Z} without I, O, S, V, Z.
 *
 * <p>The form is checked here; the check character is asked for by {@link #hasValidCheckCharacter},
 * because some codes of the early pilot are legally valid and fail it: an office may admit such a
 * participant with a recorded reason.
 *
 * @param value the code
 */
public record ParticipantId(@JsonValue String value) implements Comparable<ParticipantId> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /** The form of a code, check character aside. */
  public static final String PATTERN = "[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ParticipantId {
    Check.matches(
        FORM,
        value,
        zh("主体须为统一社会信用代码（18 位）")
            .en("participant must be a unified social credit code (18 characters)"));
  }

  /**
   * Whether the 18th character is what GB 32100-2015 computes: {@code (31 - sum(C_i * W_i) mod 31)
   * mod 31} with {@code W_i = 3^(i-1) mod 31}.
   */
  public boolean hasValidCheckCharacter() {
    return value.charAt(17) == checkCharacter(value);
  }

  /** The check character for a code's first 17 characters. */
  public static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  @Override
  public int compareTo(ParticipantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
