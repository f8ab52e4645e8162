// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import java.util.Collection;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Name;

/** A column that says what a row is of, rather than what was measured. */
enum KeyColumn {
  STRATUM("stratum", Name.of("分层", "Stratum")),
  YEAR("year", Name.of("年份", "Calendar year")),
  SAMPLE("sample", Name.of("样品编号", "Sample")),
  SCENARIO("scenario", Name.of("对象", "Side"), "WP / BSL", true),
  FIRST_DAY("from", Name.of("采样首日", "First day"), "2025-06-01", true),
  LAST_DAY("to", Name.of("采样末日", "Last day"), "2025-06-05", true),
  ANALYSIS("analysis", Name.of("分析方法", "Analysis"), "DRY_COMBUSTION", true),
  LABORATORY("laboratory", Name.of("实验室", "Laboratory"), "统一社会信用代码 / credit code", true),
  LABORATORY_REPORT("laboratoryReport", Name.of("检测报告", "Laboratory's report"), "SHA-256", false),
  DEPTH("depthCentimetres", Name.of("采样深度", "Depth of the cores"), "厘米 / cm: 30", false),
  POINT("point", Name.of("样点", "Point"), "P07", true),
  LATITUDE("latitude", Name.of("纬度", "Latitude"), "43.95123", true),
  LONGITUDE("longitude", Name.of("经度", "Longitude"), "116.05123", true);

  private final String heading;
  private final Name title;
  private final String form;
  private final boolean needed;

  KeyColumn(String heading, Name title) {
    this(heading, title, "", false);
  }

  /**
   * @param form what is filled in looks like
   * @param needed whether a table that has the column cannot do without
   */
  KeyColumn(String heading, Name title, String form, boolean needed) {
    this.heading = heading;
    this.title = title;
    this.form = form;
    this.needed = needed;
  }

  String form() {
    return form;
  }

  boolean isNeeded() {
    return needed;
  }

  Name title() {
    return title;
  }

  String heading() {
    return heading;
  }

  /** The one of several columns that a heading names, in English or Chinese. */
  static Optional<KeyColumn> named(String heading, Collection<KeyColumn> among) {
    return among.stream()
        .filter(each -> each.heading.equalsIgnoreCase(heading) || each.title.zh().equals(heading))
        .findFirst();
  }
}
