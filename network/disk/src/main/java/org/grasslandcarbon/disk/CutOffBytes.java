// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was cut off files, each time in a file of its own: {@code NAME.cut-NUMBER}. */
final class CutOffBytes {
  /** A crash leaves one; more than the last few tell nothing new and would fill the disk. */
  static final int KEPT_MOST = 8;

  private static final Pattern NAME = Pattern.compile(".*\\.cut-(\\d{1,9})");

  private CutOffBytes() {}

  /** Copies everything from a position on; it is on disk when this returns. */
  static Path keep(Path path, FileChannel from, long position) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    List<Path> earlier = in(directory);
    int number = earlier.isEmpty() ? 1 : number(earlier.get(earlier.size() - 1)) + 1;
    Path kept = directory.resolve(path.getFileName() + ".cut-" + number);
    try (FileChannel to =
        OwnerOnlyFiles.open(kept, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = from.size();
      for (long at = position; at < size; ) {
        at += from.transferTo(at, size - at, to);
      }
      to.force(true);
    }
    for (Path old : earlier.subList(0, Math.max(0, earlier.size() + 1 - KEPT_MOST))) {
      Files.deleteIfExists(old);
    }
    OwnerOnlyFiles.forceDirectory(directory);
    return kept;
  }

  /** All of a directory, the oldest first. */
  private static List<Path> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted((a, b) -> Integer.compare(number(a), number(b)))
          .toList();
    }
  }

  private static int number(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }
}
