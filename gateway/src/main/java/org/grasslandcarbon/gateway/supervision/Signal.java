// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Something that a detector has found: a question to whoever supervises, and no answer.
 *
 * @param detector which one
 * @param instrument of what
 * @param participants who, by code
 * @param first the first day of it
 * @param last the last day of it
 * @param why it was found, with the figures
 * @param evidence ids of trades and listings, at most {@value #EVIDENCE_MOST}
 * @param evidenceOf how many there were
 */
record Signal(
    Detector detector,
    String instrument,
    List<String> participants,
    LocalDate first,
    LocalDate last,
    Detail why,
    List<String> evidence,
    int evidenceOf) {

  /** What a case takes. */
  static final int EVIDENCE_MOST = 100;

  /** By detector as they are listed, then by day, instrument and participants. */
  static final Comparator<Signal> IN_ORDER =
      Comparator.comparing((Signal each) -> each.detector().clause())
          .thenComparing(each -> each.detector().name())
          .thenComparing(Signal::first)
          .thenComparing(Signal::instrument)
          .thenComparing(each -> each.participants().toString())
          .thenComparing(each -> each.evidence().toString());

  Signal {
    participants = List.copyOf(participants);
    evidence = List.copyOf(evidence);
  }

  /** A signal with as much evidence as is told. */
  static Signal of(
      Detector detector,
      String instrument,
      Collection<String> participants,
      LocalDate first,
      LocalDate last,
      Collection<String> evidence,
      Detail why) {
    return new Signal(
        detector,
        instrument,
        List.copyOf(new TreeSet<>(participants)),
        first,
        last,
        why,
        evidence.stream().distinct().limit(EVIDENCE_MOST).toList(),
        (int) evidence.stream().distinct().count());
  }
}
