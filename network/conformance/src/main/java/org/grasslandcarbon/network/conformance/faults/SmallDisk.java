// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A small file system of its own in the place of a directory, with what the directory held. It
 * needs the right to mount.
 */
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES_FREE = 16;

  private final Path directory;
  private final Path aside;
  private boolean mounted;

  private SmallDisk(Path directory) {
    this.directory = directory;
    this.aside = directory.resolveSibling(directory.getFileName() + ".aside");
  }

  /**
   * Tries whether one can be had.
   *
   * @throws Skipped when mounting is not permitted
   */
  static void mustBePermitted() {
    String directory = Commands.run("mktemp", "-d").strip();
    boolean permitted = Commands.succeeds("mount", "-t", "tmpfs", "tmpfs", directory);
    if (permitted) {
      Commands.run("umount", directory);
    }
    Commands.run("rmdir", directory);
    if (!permitted) {
      throw new Skipped("a small file system cannot be mounted here: that needs root's rights");
    }
  }

  /** Puts one in the place of a directory that nobody uses now. */
  static SmallDisk under(Path directory) {
    SmallDisk disk = new SmallDisk(directory);
    disk.mount();
    return disk;
  }

  private void mount() {
    long megabytes = megabytes(directory) + MEGABYTES_FREE;
    move(directory, aside);
    Commands.run("mkdir", directory.toString());
    Commands.run(
        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
    mounted = true;
    Commands.run("cp", "-a", aside + "/.", directory.toString());
  }

  /** Takes over what the directory holds now; otherwise it is as it was before. */
  void moveBack() {
    Path now = directory.resolveSibling(directory.getFileName() + ".now");
    Commands.run("cp", "-a", directory.toString(), now.toString());
    Commands.run("rm", "-rf", aside.toString());
    move(now, aside);
  }

  @Override
  public void close() {
    if (mounted) {
      Commands.run("umount", "-l", directory.toString());
      mounted = false;
    }
    Commands.run("rmdir", directory.toString());
    move(aside, directory);
  }

  private static long megabytes(Path directory) {
    String printed = Commands.run("du", "-sm", directory.toString());
    return Long.parseLong(List.of(printed.split("\\s+")).get(0));
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
