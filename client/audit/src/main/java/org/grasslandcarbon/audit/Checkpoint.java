// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far an audit is; it is in the same commit as the state.
 *
 * @param channel the channel's name
 * @param configuration the configuration in force, Fabric's {@code Config} in base64
 * @param configurationBlock the block that it stands in
 * @param counts what was looked at
 * @param founding the organisations that founded the registry
 * @param lastHash the hash of the last block's header, hexadecimal
 * @param latest the greatest time of a transaction; absent before the first
 * @param listed how many findings were made, by code
 * @param next the next block
 * @param plan what is audited, so that nobody goes on with something else
 * @param stretches which rules judged from which block on
 * @param stopped why nothing after the last block can be derived; absent when it can
 */
record Checkpoint(
    String channel,
    String configuration,
    long configurationBlock,
    Counts counts,
    Set<String> founding,
    String lastHash,
    Optional<Instant> latest,
    Map<String, Long> listed,
    long next,
    String plan,
    List<Stretch> stretches,
    Optional<Boolean> stopped) {
  /** Where it stands beside the state. */
  static final String NOTE = "checkpoint";

  Checkpoint {
    founding = Set.copyOf(founding);
    stretches = List.copyOf(stretches);
  }

  /**
   * Blocks of one version of the chaincode.
   *
   * @param carried whether this program has its rules
   * @param from the first block with a transaction of it
   * @param version the version in the chaincode's definition
   */
  public record Stretch(boolean carried, long from, String version) {}
}
