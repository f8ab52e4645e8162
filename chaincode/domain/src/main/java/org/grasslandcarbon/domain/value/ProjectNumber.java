// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A registered project's number: {@code GCS-}, the GB/T 2260 code of its region, the year of
 * registration and a sequence number of four digits, e.g. {@code GCS-152502-2024-0001}. A project
 * for practice has {@code GCST-}, so that its number never looks like another's.
 *
 * @param value the number
 */
public record ProjectNumber(@JsonValue String value) {
  /** The form of a number. */
  public static final String PATTERN = "GCST?-[0-9]{6}-[0-9]{4}-[0-9]{4}";

  private static final String FIRST = "GCS";

  private static final String FIRST_OF_TRAINING = "GCST";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectNumber {
    Check.matches(
        FORM,
        value,
        zh("项目编号须写作 GCS-地区-年份-nnnn，练习用为 GCST-")
            .en("a project number is GCS- or GCST-region-year-nnnn"));
  }

  /** The number of the {@code sequence}-th project registered in a region in a year. */
  public static ProjectNumber of(RegionCode region, int year, int sequence) {
    return of(region, year, sequence, false);
  }

  /** The same, or the number of the {@code sequence}-th that is for practice. */
  public static ProjectNumber of(RegionCode region, int year, int sequence, boolean training) {
    return new ProjectNumber(
        String.format(
            Locale.ROOT,
            "%s-%s-%04d-%04d",
            training ? FIRST_OF_TRAINING : FIRST,
            region,
            year,
            sequence));
  }

  /** Whether it says that the project is for practice. */
  public boolean isOfTraining() {
    return value.startsWith(FIRST_OF_TRAINING + "-");
  }

  /** The region in the number. */
  public RegionCode region() {
    return new RegionCode(value.split("-")[1]);
  }

  /** Year and sequence as eight digits, the project part of a serial number. */
  public String serialPart() {
    String[] parts = value.split("-");
    return parts[2] + parts[3];
  }

  @Override
  public String toString() {
    return value;
  }
}
