// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.disk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether there is room in the data directory. Who is to write more asks before, so that the disk
 * never gets quite full: a full one fails in the middle of what was begun, a refusal loses nothing.
 * As soon as there is room again everything goes on by itself. Safe for use by many threads.
 */
public final class DataDisk {
  private static final Logger LOG = LoggerFactory.getLogger(DataDisk.class);

  /** At the fastest that instructions come, some megabytes. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  private final Space space;
  private final DiskSettings settings;
  private final InstantSource clock;

  // Guarded by this.
  private long freeBytes;
  private Instant lookedAt = Instant.MIN;
  private Instant fullSince;

  /** How much can be written; a test gives one that says what it wants. */
  @FunctionalInterface
  public interface Space {
    /** Bytes that this process may write. */
    long freeBytes() throws IOException;
  }

  public DataDisk(Space space, DiskSettings settings, InstantSource clock) {
    this.space = space;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether something new may be taken in. */
  public boolean hasRoom() {
    return freeBytes() >= settings.keepFree().toBytes();
  }

  /**
   * Whether the database, if it is in the data directory, may be written to. Asked for each time: a
   * write that finds no room ends more than itself.
   */
  public boolean hasRoomForDatabase() {
    return ask() >= settings.keepFreeOfDatabase().toBytes();
  }

  /** Since when there is no room; empty when there is. */
  public synchronized Optional<Instant> fullSince() {
    look();
    return Optional.ofNullable(fullSince);
  }

  /** Bytes that can be written; 0 when nobody can say. */
  public synchronized long freeBytes() {
    look();
    return freeBytes;
  }

  /** What has to be free for anything new. */
  public long keptFreeBytes() {
    return settings.keepFree().toBytes();
  }

  private void look() {
    Instant now = clock.instant();
    if (now.isBefore(lookedAt.plus(LOOK_EVERY)) && !now.isBefore(lookedAt)) {
      return;
    }
    lookedAt = now;
    freeBytes = ask();
    if (freeBytes >= settings.keepFree().toBytes()) {
      if (fullSince != null) {
        LOG.atInfo().addKeyValue("freeBytes", freeBytes).log("There is room on the disk again");
      }
      fullSince = null;
    } else if (fullSince == null) {
      fullSince = now;
      LOG.atError()
          .addKeyValue("freeBytes", freeBytes)
          .addKeyValue("keptFreeBytes", settings.keepFree().toBytes())
          .log("The data directory's disk is full: instructions are refused until there is room");
    }
  }

  private long ask() {
    try {
      return space.freeBytes();
    } catch (IOException e) {
      LOG.error("Nobody can say how much room the data directory's disk has", e);
      return 0;
    }
  }
}
