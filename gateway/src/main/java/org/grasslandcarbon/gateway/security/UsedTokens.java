// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.grasslandcarbon.disk.OwnerOnlyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The used tokens in two files, a line each; the older is dropped when all in it can be forgotten.
 * It is not synced: the end of the process loses nothing, a power cut the last seconds. For one
 * thread.
 */
final class UsedTokens implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UsedTokens.class);

  private final Path older;
  private final Path newer;
  private final Duration keep;
  private FileChannel channel;
  private Instant begun;
  private boolean cannotWrite;

  /**
   * A token that was shown.
   *
   * @param participant who signed it
   * @param id its {@code jti}
   * @param at when it was shown
   */
  record Used(String participant, UUID id, Instant at) {
    private String line() {
      return at.toEpochMilli() + " " + participant + " " + id + "\n";
    }

    /** A line as it was written; one that a crash has cut off is none. */
    private static Optional<Used> of(String line) {
      String[] parts = line.split(" ");
      try {
        return parts.length == 3 && parts[2].length() == 36
            ? Optional.of(
                new Used(
                    parts[1],
                    UUID.fromString(parts[2]),
                    Instant.ofEpochMilli(Long.parseLong(parts[0]))))
            : Optional.empty();
      } catch (IllegalArgumentException spoilt) {
        return Optional.empty();
      }
    }
  }

  /**
   * Opens the files of a directory.
   *
   * @param keep how long a token is remembered
   */
  UsedTokens(Path directory, Duration keep, Instant now) {
    this.older = directory.resolve("used-tokens-older");
    this.newer = directory.resolve("used-tokens");
    this.keep = keep;
    this.begun = now;
    try {
      OwnerOnlyFiles.createDirectories(directory);
      OwnerOnlyFiles.restrictAll(directory);
      channel = open();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + newer, e);
    }
  }

  private FileChannel open() throws IOException {
    return OwnerOnlyFiles.open(newer, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** What was written and need not be forgotten yet, the oldest first. */
  List<Used> read() {
    List<Used> used = new ArrayList<>();
    for (Path file : List.of(older, newer)) {
      try {
        if (Files.exists(file)) {
          Files.readAllLines(file, StandardCharsets.ISO_8859_1)
              .forEach(line -> Used.of(line).ifPresent(used::add));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return used;
  }

  /** Writes a token down; one that cannot be written is still remembered until the process ends. */
  void add(Used used) {
    try {
      if (used.at().isAfter(begun.plus(keep))) {
        roll(used.at());
      }
      ByteBuffer line = ByteBuffer.wrap(used.line().getBytes(StandardCharsets.ISO_8859_1));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      cannotWrite = false;
    } catch (IOException e) {
      if (!cannotWrite) {
        LOG.error("Used tokens cannot be written down; is the disk full?", e);
      }
      cannotWrite = true;
    }
  }

  /** All that is in the older file by now is as old as the newer one at least. */
  private void roll(Instant now) throws IOException {
    channel.close();
    if (Files.exists(newer)) {
      Files.move(newer, older, StandardCopyOption.REPLACE_EXISTING);
    }
    channel = open();
    begun = now;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.error("The file of used tokens could not be closed", e);
    }
  }
}
