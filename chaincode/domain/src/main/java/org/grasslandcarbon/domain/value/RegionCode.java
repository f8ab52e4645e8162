// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A GB/T 2260 administrative division code: six digits, of which two name the province and four the
 * prefecture or league. {@code 000000} stands for the nation.
 *
 * @param value six digits
 */
public record RegionCode(@JsonValue String value) implements Comparable<RegionCode> {
  /** The form of a code. */
  public static final String PATTERN = "[0-9]{6}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  /** The whole country: the region of the national authority. */
  public static final RegionCode NATION = new RegionCode("000000");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RegionCode {
    Check.matches(
        FORM, value, zh("地区须为六位 GB/T 2260 代码").en("region must be a GB/T 2260 code of six digits"));
  }

  /** The province that this division belongs to, e.g. 150000 for 152502. */
  public RegionCode province() {
    return new RegionCode(value.substring(0, 2) + "0000");
  }

  /** The prefecture or league that this division belongs to, e.g. 152500 for 152502. */
  public RegionCode prefecture() {
    return new RegionCode(value.substring(0, 4) + "00");
  }

  /**
   * This division and those that it lies in, up to its province, the smallest first: 152502, 152500
   * and 150000. A province has no other.
   */
  public List<RegionCode> upToProvince() {
    return Stream.of(this, prefecture(), province()).distinct().toList();
  }

  /** Whether {@code other} is this division or lies in it. */
  public boolean contains(RegionCode other) {
    if (equals(NATION)) {
      return true;
    }
    String prefix =
        value.endsWith("0000")
            ? value.substring(0, 2)
            : value.endsWith("00") ? value.substring(0, 4) : value;
    return other.value.startsWith(prefix);
  }

  @Override
  public int compareTo(RegionCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
