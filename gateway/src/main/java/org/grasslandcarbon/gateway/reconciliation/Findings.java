// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.reconciliation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The differences that stand, by what was examined. One is told in the log when it is first found
 * and when it is gone, and not with every round in between. Safe for use by many threads.
 */
final class Findings {
  private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

  /** A database that has lost everything is described well enough by the first of it. */
  private static final int SUBJECTS_MOST = 200;

  private record Finding(List<Difference> differences, long round) {}

  private final InstantSource clock;

  // Guarded by this.
  private final Map<String, Finding> standing = new TreeMap<>();
  private long round;
  private boolean more;
  private Instant since;

  Findings(InstantSource clock) {
    this.clock = clock;
  }

  /** What was examined, and what is wrong with it; nothing when all is well. */
  synchronized void examined(String subject, List<Difference> differences) {
    Finding before = standing.get(subject);
    if (differences.isEmpty()) {
      if (before != null) {
        remove(subject);
      }
      return;
    }
    if (before == null && standing.size() >= SUBJECTS_MOST) {
      if (!more) {
        LOG.error("There are more differences than are told one by one");
      }
      more = true;
      return;
    }
    if (since == null) {
      since = clock.instant();
    }
    standing.put(subject, new Finding(List.copyOf(differences), round));
    differences.stream()
        .filter(each -> before == null || !before.differences().contains(each))
        .forEach(
            each ->
                LOG.atError()
                    .addKeyValue("kind", each.kind())
                    .addKeyValue("batch", each.batch().orElse(""))
                    .addKeyValue("records", each.records())
                    .log(
                        "Records that should agree do not: {}"
                            + " (docs/operate/incidents/records-differ.md)",
                        each.what()));
  }

  private void remove(String subject) {
    standing.remove(subject);
    LOG.atInfo().addKeyValue("examined", subject).log("A difference between records is gone");
    if (standing.isEmpty()) {
      since = null;
    }
  }

  /**
   * A round has ended: what was examined in it and not found again is gone.
   *
   * @param examined whether a subject was among what the round could examine
   */
  synchronized void roundEnded(Predicate<String> examined) {
    standing.entrySet().stream()
        .filter(each -> each.getValue().round() < round && examined.test(each.getKey()))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::remove);
    more = more && standing.size() >= SUBJECTS_MOST;
    round++;
  }

  /** What stands, in the order of what was examined. */
  synchronized List<Difference> standing() {
    return standing.values().stream().flatMap(each -> each.differences().stream()).toList();
  }

  /** Since when there has been any. */
  synchronized Optional<Instant> since() {
    return Optional.ofNullable(since);
  }
}
