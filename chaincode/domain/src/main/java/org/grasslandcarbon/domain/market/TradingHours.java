// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * A stretch of a trading day in which instructions of a mode are taken, by the transaction's time
 * in Beijing: from its first minute on, and no longer when the last is reached.
 *
 * @param from {@code HH:MM}
 * @param to {@code HH:MM}, up to {@code 24:00}
 */
public record TradingHours(
    @Means(en = "First minute, HH:MM", zh = "开始时刻（时:分）") @Most(5) String from,
    @Means(en = "End, HH:MM, up to 24:00", zh = "结束时刻（时:分，最晚 24:00）") @Most(5) String to) {
  /** The form of the first minute. */
  public static final String FROM_PATTERN = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /** The form of the end. */
  public static final String TO_PATTERN = "(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)";

  private static final Pattern FROM = Pattern.compile(FROM_PATTERN);

  private static final Pattern TO = Pattern.compile(TO_PATTERN);

  private static final int MINUTES_PER_HOUR = 60;

  public TradingHours {
    Check.matches(FROM, from, zh("时刻须写作“时:分”").en("a time is written HH:MM"));
    Check.matches(TO, to, zh("时刻须写作“时:分”").en("a time is written HH:MM"));
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * MINUTES_PER_HOUR
        + Integer.parseInt(time.substring(3));
  }

  boolean isStretch() {
    return minutes(from) < minutes(to);
  }

  boolean include(int minute) {
    return minute >= minutes(from) && minute < minutes(to);
  }

  boolean areOver(int minute) {
    return minute >= minutes(to);
  }

  /** Whether they end before others begin. */
  boolean areBefore(TradingHours later) {
    return minutes(to) <= minutes(later.from);
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
