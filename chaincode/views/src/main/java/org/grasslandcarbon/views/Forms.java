// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.InstructionId;

/** Forms by which one thing is named in several ways. */
final class Forms {
  /** A project's public number; everything else that names a project is its id. */
  static final Pattern PROJECT_NUMBER = Pattern.compile("GCST?-.*");

  /** The number on a retirement's certificate. */
  static final Pattern CERTIFICATE_NUMBER = Pattern.compile("R-.*");

  /** An instruction's id and nothing else. */
  static final Pattern INSTRUCTION = Pattern.compile(InstructionId.PATTERN);

  /** What the filter by project means. */
  static final String ZH = "项目：编号或 UUID";

  static final String EN = "Project: its number or its id";

  private Forms() {}
}
