// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Processor time by groups of threads since a moment: where the time of a benchmark goes. */
final class ThreadTimes {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = new HashMap<>();

  ThreadTimes() {
    for (long id : threads.getAllThreadIds()) {
      before.put(id, threads.getThreadCpuTime(id));
    }
  }

  /** A line a group of threads of one name, numbers aside, with its share. */
  String since() {
    Map<String, Long> groups = new TreeMap<>();
    long all = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      long spent = threads.getThreadCpuTime(id) - before.getOrDefault(id, 0L);
      if (info != null && spent > 0) {
        String name = info.getThreadName().replaceAll("[0-9a-f-]{8,}|[0-9]+", "").strip();
        groups.merge(name, spent, Long::sum);
        all += spent;
      }
    }
    long sum = Math.max(all, 1);
    StringBuilder lines = new StringBuilder();
    groups.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(12)
        .forEach(
            group ->
                lines.append(
                    String.format(
                        Locale.ROOT,
                        "  %-44s %5.1f %%  %7.0f ms%n",
                        group.getKey(),
                        100.0 * group.getValue() / sum,
                        group.getValue() / 1e6)));
    return lines.toString();
  }
}
