// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number under which a bank's own books have an entry (银行流水号). Capitals only, so that nobody
 * writes one entry in two ways, and nothing that a key or an address would have to escape.
 *
 * @param value the number
 */
public record BankReference(@JsonValue String value) implements Comparable<BankReference> {
  /** The form of a reference: above the 35 characters that ISO 20022 gives one. */
  public static final String PATTERN = "[0-9A-Z][0-9A-Z._-]{0,39}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BankReference {
    Check.matches(
        FORM,
        value,
        zh("银行流水号须为 1 至 40 位大写字母、数字或 . _ -，以字母或数字开头")
            .en(
                "a bank's reference has 1 to 40 capitals, digits or . _ -, the first a capital or digit"));
  }

  @Override
  public int compareTo(BankReference other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
