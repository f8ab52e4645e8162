// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * What an indicator is called in criteria, targets and reports: a letter and up to 39 capital
 * letters, digits and underscores, e.g. {@code TRAINED_PERSONS}.
 *
 * @param value the text
 */
public record IndicatorId(@JsonValue @Most(40) String value) implements Comparable<IndicatorId> {
  /** The form of an id. */
  public static final String PATTERN = "[A-Z][A-Z0-9_]{0,39}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IndicatorId {
    Check.matches(
        FORM,
        value,
        zh("指标代码为一个大写字母，后接最多 39 个大写字母、数字或下划线")
            .en(
                "an indicator's id is a capital letter and up to 39 capital letters, digits and underscores"));
  }

  @Override
  public int compareTo(IndicatorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
