// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An emissions trading market in which credits are surrendered: {@code CN} is the nation's, {@code
 * CN-11} that of a province by the two digits of its GB/T 2260 code. A name may follow where a
 * region has several, e.g. {@code CN-11-BHO} or {@code CN-EXAMPLE}.
 *
 * @param value the id
 */
public record MarketId(@JsonValue String value) implements Comparable<MarketId> {
  /** The form of an id. */
  public static final String PATTERN = "CN(-[0-9]{2})?(-[A-Z][A-Z0-9]{1,11})?";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private static final int PROVINCE_ENDS = 5;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MarketId {
    Check.matches(
        FORM,
        value,
        zh("市场须写作 CN 或 CN-省级代码，其后可加名称，如 CN-11、CN-11-BHO")
            .en("a market is CN or CN-province, with a name where there are several: CN-11-BHO"));
  }

  /** Whose office decides for it: a province, or the nation. */
  public RegionCode region() {
    boolean ofProvince = value.length() >= PROVINCE_ENDS && Character.isDigit(value.charAt(3));
    return ofProvince
        ? new RegionCode(value.substring(3, PROVINCE_ENDS) + "0000")
        : RegionCode.NATION;
  }

  @Override
  public int compareTo(MarketId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
