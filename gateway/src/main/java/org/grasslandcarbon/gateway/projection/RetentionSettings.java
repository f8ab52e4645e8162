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
 * @param statements how old lines of statements become before they are let go, but for the last one
 *     of each account, whose balance the next line goes on from; kept for ever where it is not
 *     given
 */
@ConfigurationProperties("grassland.retention")
public record RetentionSettings(Optional<Duration> entries, Optional<Duration> statements) {
  /** An instruction can be sent again for a day, and is asked about for some more. */
  private static final Duration ENTRIES_LEAST = Duration.ofDays(7);

  /** A statement of a whole year can be made in the month after it. */
  private static final Duration STATEMENTS_LEAST = Duration.ofDays(400);

  public RetentionSettings {
    statements = statements == null ? Optional.empty() : statements;
    if (statements.filter(age -> age.compareTo(STATEMENTS_LEAST) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "grassland.retention.statements must be at least " + STATEMENTS_LEAST.toDays() + " days");
    }
    // Spring binds what is not given to nothing at all.
    entries = entries == null ? Optional.empty() : entries;
    if (entries.filter(age -> age.compareTo(ENTRIES_LEAST) < 0).isPresent()) {
      throw new IllegalArgumentException(
          "grassland.retention.entries must be at least " + ENTRIES_LEAST.toDays() + " days");
    }
  }
}
