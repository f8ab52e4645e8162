// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.VenueId;

/** Forms by which one thing is named in several ways. */
final class Forms {
  /** A project's public number; everything else that names a project is its id. */
  static final Pattern PROJECT_NUMBER = Pattern.compile("(?i)GCST?-.*");

  /** The number on a retirement's certificate. */
  static final Pattern CERTIFICATE_NUMBER = Pattern.compile("(?i)R-.*");

  /** An instruction's id and nothing else. */
  static final Pattern INSTRUCTION =
      Pattern.compile(InstructionId.PATTERN, Pattern.CASE_INSENSITIVE);

  /** An instrument. */
  static final Pattern INSTRUMENT = Pattern.compile(InstrumentId.PATTERN);

  /** A venue. */
  static final Pattern VENUE = Pattern.compile(VenueId.PATTERN);

  /** A market for offsets. */
  static final Pattern MARKET = Pattern.compile(MarketId.PATTERN);

  /** A number as people write it; in a key it has zeros before it. */
  static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  /** What the filter by project means. */
  static final String ZH = "项目：编号或 UUID";

  static final String EN = "Project: its number or its id";

  /** What the filter by text in a project's name means. */
  static final String NAME_ZH = "项目编号或名称中的文字";

  static final String NAME_EN = "Text in the project's number or name";

  private Forms() {}
}
