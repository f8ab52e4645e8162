// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.methodology.PublishMethodology;

/** The version under which a story is played. */
public final class MethodologyChapter {
  private final Stage stage;
  private final PublishMethodology methodology;

  public MethodologyChapter(Stage stage, Setting setting) {
    this.stage = stage;
    this.methodology = setting.methodology();
  }

  /** A version is published once for ever: later stories find that of the first. */
  public void publish() {
    stage.tries(
        Part.AUTHORITY,
        "国家主管部门发布方法学 " + methodology.version() + "（此前可能已发布）",
        "The authority publishes methodology "
            + methodology.version()
            + " (it may have been published before)",
        methodology,
        ErrorCode.METHODOLOGY_EXISTS);
  }
}
