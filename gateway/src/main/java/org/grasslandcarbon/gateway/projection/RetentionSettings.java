// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a database need not keep for ever, because the blocks can give it again: {@code
 * grassland.retention.*}.
 *
 * @param entries how old journal entries become before their movements, references and reasons of
 *     refusal are let go; kept for ever where it is not given
 */
@ConfigurationProperties("grassland.retention")
public record RetentionSettings(Optional<Duration> entries) {
  /** An instruction can be sent again for a day, and is asked about for some more. */
  private static final Duration ENTRIES_LEAST = Duration.ofDays(7);

  public RetentionSettings {
    // Spring binds what is not given to nothing at all.
    entries = entries == null ? Optional.empty() : entries;
    if (entries.filter(age -> age.compareTo(ENTRIES_LEAST) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "grassland.retention.entries must be at least " + ENTRIES_LEAST.toDays() + " days");
    }
  }
}
