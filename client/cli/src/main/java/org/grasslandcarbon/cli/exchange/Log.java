// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Instant;

/** Where a clerk says what it has done: one line an act. */
interface Log {

  /**
   * A line.
   *
   * @param at when
   * @param event in one word, for programs
   * @param subject the instrument or the day that it is about; empty where neither
   * @param zh what happened, in Chinese
   * @param en the same in English
   */
  record Line(Instant at, String event, String subject, String zh, String en) {}

  /** Says it. */
  void say(Line line);
}
