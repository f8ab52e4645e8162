// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.plausibility.Evidence.Depth;
import org.grasslandcarbon.domain.quantification.SampleId;
import org.grasslandcarbon.domain.value.InstructionId;

/**
 * How the samplings of a report were taken and analysed, as their records tell: how deep the cores
 * went, and by what carbon was determined. No row says it: the algorithm needs neither, and both
 * only tell whether what is computed can be true.
 */
final class SamplingWays {
  private SamplingWays() {}

  /**
   * The depths that are known, of the samplings with which a report begins and ends.
   *
   * @param named the records that the report names; what it begins with may be the last verified
   */
  static List<Depth> depths(Records records, InstructionId project, List<InstructionId> named) {
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

  /** By what the carbon of the samplings was determined with which a report begins and ends. */
  static SortedMap<String, SortedSet<String>> analyses(
      Records records, InstructionId project, List<InstructionId> named) {
    SortedMap<String, SortedSet<String>> ways = new TreeMap<>();
    for (VerifiedSamplings.Last each : VerifiedSamplings.of(records, project).last()) {
      each.analysis().ifPresent(way -> add(ways, each.stratum(), way));
    }
    for (InstructionId id : named) {
      records.find(Sampling.key(id)).ifPresent(each -> add(ways, each.stratum(), each.analysis()));
    }
    return ways;
  }

  private static void add(
      SortedMap<String, SortedSet<String>> ways, String stratum, Laboratory.Analysis way) {
    ways.computeIfAbsent(stratum, none -> new TreeSet<>()).add(way.name());
  }
}
