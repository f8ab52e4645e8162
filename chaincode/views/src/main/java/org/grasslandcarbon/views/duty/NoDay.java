// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import org.grasslandcarbon.domain.value.Name;

/** Why there is no day or no number where one might look for it. */
public enum NoDay {
  /** No rule of the registry sets one. */
  NO_RULE("规则未规定期限", "no rule sets a day"),
  /** The calendar of a year that is counted has not been published. */
  NO_CALENDAR("所需年度的工作日历尚未公布", "a calendar that it needs has not been published"),
  /** No record says since when something waits. */
  NO_BEGINNING("没有记录载明起始", "no record says since when"),
  /** Nothing has come to the end of the stage yet. */
  NOTHING_ENDED("尚无已完成的", "nothing has come to its end yet"),
  /** Records of the kind are not for the one who asks. */
  NOT_PUBLIC("该类记录不对查询者公开", "such records are not for the one who asks"),
  /** What was asked for cannot be told apart in records of the kind. */
  NOT_BY_FILTER("该类记录不能按所给条件筛选", "such records cannot be told apart by what was asked for");

  private final Name words;

  NoDay(String zh, String en) {
    this.words = Name.of(zh, en);
  }

  /** The same in words. */
  public Name words() {
    return words;
  }
}
