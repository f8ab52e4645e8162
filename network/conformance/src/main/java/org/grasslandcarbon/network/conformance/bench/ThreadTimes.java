// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Processor time by groups of this JVM's threads of one name, numbers aside. */
final class ThreadTimes {
  /** Threads that have ended, the collector and the compiler. */
  private static final String OTHERS = "others, also the compiler and the collector";

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Nanoseconds of each thread at the last look. */
  private final Map<Long, Long> lastSeen = new HashMap<>();

  private final Map<String, Double> groups = new TreeMap<>();

  /** Milliseconds so far, of all groups together those of the process. */
  Map<String, Double> milliseconds() {
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      long time = threads.getThreadCpuTime(id);
      if (info != null && time > 0) {
        String name = info.getThreadName().replaceAll("[0-9a-f-]{8,}|[0-9]+", "").strip();
        long spent = time - lastSeen.getOrDefault(id, 0L);
        groups.merge(name, spent / 1e6, Double::sum);
        lastSeen.put(id, time);
      }
    }
    Map<String, Double> all = new TreeMap<>(groups);
    double seen = groups.values().stream().mapToDouble(time -> time).sum();
    all.put(OTHERS, process.getProcessCpuTime() / 1e6 - seen);
    return all;
  }
}
