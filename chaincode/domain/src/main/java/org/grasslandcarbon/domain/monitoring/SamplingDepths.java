// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.plausibility.Evidence.Depth;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * How deep the cores of a report's samplings went, as their records tell. No row says it: the
 * algorithm computes masses and needs no depth, which only tells whether they can be true.
 */
final class SamplingDepths {
  private SamplingDepths() {}

  /**
   * The depths that are known, of the samplings with which a report begins and ends.
   *
   * @param named the records that the report names; what it begins with may be the last verified
   */
  static List<Depth> of(Records records, InstructionId project, List<InstructionId> named) {
    List<Sampling> inOrder =
        named.stream()
            .flatMap(id -> records.find(Sampling.key(id)).stream())
            .sorted(Sampling.IN_TIME)
            .toList();
    Map<SampledRows.Side, Sampling> last = new HashMap<>();
    inOrder.forEach(each -> last.put(new SampledRows.Side(each), each));
    List<Depth> depths = new ArrayList<>();
    for (VerifiedSamplings.Last each : VerifiedSamplings.of(records, project).last()) {
      SampleId first = SampleId.of(each.scenario(), SampleId.FIRST);
      each.depthCentimetres()
          .ifPresent(depth -> depths.add(new Depth(depth, first, each.stratum())));
    }
    for (Sampling each : inOrder) {
      boolean isLast = last.get(new SampledRows.Side(each)).equals(each);
      SampleId id = SampleId.of(each.scenario(), isLast ? SampleId.SECOND : SampleId.FIRST);
      each.depthCentimetres().ifPresent(depth -> depths.add(new Depth(depth, id, each.stratum())));
    }
    return depths;
  }
}
