// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Weight;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.domain.json.Codec;

/**
 * Findings kept beside the state. One cause can make a finding of every block after it, so that
 * only the first of each code are kept whole; all are counted.
 */
public final class KeptFindings implements FindingSink {
  /** Enough to see where it begins and what it touches. */
  static final int LISTED_MOST = 500;

  private final LedgerState state;
  private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

  KeptFindings(LedgerState state, Map<String, Long> before) {
    this.state = state;
    before.forEach((code, count) -> counts.put(FindingCode.valueOf(code), count));
  }

  @Override
  public void add(Finding finding) {
    if (counts.merge(finding.code(), 1L, Long::sum) <= LISTED_MOST) {
      state.addFinding(Codec.write(finding));
    }
  }

  /** How many were made, by code. */
  Map<String, Long> counts() {
    Map<String, Long> byName = new TreeMap<>();
    counts.forEach((code, count) -> byName.put(code.name(), count));
    return byName;
  }

  /** Those that were kept whole. */
  List<Finding> listed() {
    return state.findings().stream().map(json -> Codec.read(json, Finding.class)).toList();
  }

  /** Whether anything is not as it must be. */
  boolean anyDiffers() {
    return counts.keySet().stream().anyMatch(code -> code.weight() == Weight.DIFFERS);
  }
}
