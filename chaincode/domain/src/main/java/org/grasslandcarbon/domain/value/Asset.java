// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a venue settles in: yuan ({@code CNY}), or money for practice ({@code CNY-TRAINING}) that is
 * a claim on nobody. The two never meet.
 *
 * @param value the asset's name
 */
public record Asset(@JsonValue String value) implements Comparable<Asset> {
  /** The form of a name. */
  public static final String PATTERN = "CNY(-TRAINING)?";

  /** Before the constants below, whose making asks for it. */
  private static final Pattern FORM = Pattern.compile(PATTERN);

  /** Yuan. */
  public static final Asset CNY = new Asset("CNY");

  /** Money for practice. */
  public static final Asset CNY_TRAINING = new Asset("CNY-TRAINING");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Asset {
    Check.matches(
        FORM,
        value,
        zh("资金种类为 CNY，练习用为 CNY-TRAINING").en("an asset is CNY, or CNY-TRAINING for practice"));
  }

  /** Whether a text is the name of an asset, and not of a batch. */
  public static boolean isNamed(String text) {
    return FORM.matcher(text).matches();
  }

  /** Whether it is for practice only. */
  public boolean isOfTraining() {
    return equals(CNY_TRAINING);
  }

  @Override
  public int compareTo(Asset other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
