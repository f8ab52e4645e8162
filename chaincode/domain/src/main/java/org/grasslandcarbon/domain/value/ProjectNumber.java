// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A registered project's number: {@code GCS-}, the GB/T 2260 code of its region, the year of
 * registration and a sequence number of four digits, e.g. {@code GCS-152502-2024-0001}.
 *
 * @param value the number
 */
public record ProjectNumber(@JsonValue String value) {
  /** The form of a number. */
  public static final String PATTERN = "GCS-[0-9]{6}-[0-9]{4}-[0-9]{4}";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectNumber {
    Check.matches(
        FORM, value, zh("项目编号须写作 GCS-地区-年份-nnnn").en("a project number is GCS-region-year-nnnn"));
  }

  /** The number of the {@code sequence}-th project registered in a region in a year. */
  public static ProjectNumber of(RegionCode region, int year, int sequence) {
    return new ProjectNumber(
        String.format(Locale.ROOT, "GCS-%s-%04d-%04d", region, year, sequence));
  }

  /** The region in the number. */
  public RegionCode region() {
    return new RegionCode(value.substring(4, 10));
  }

  /** Year and sequence as eight digits, the project part of a serial number. */
  public String serialPart() {
    return value.substring(11, 15) + value.substring(16);
  }

  @Override
  public String toString() {
    return value;
  }
}
