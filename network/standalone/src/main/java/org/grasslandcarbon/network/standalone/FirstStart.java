// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grasslandcarbon.disk.OwnerOnlyFiles;

/**
 * The first start in a data directory. A file says that it is under way, from before the ledger is
 * made until it is complete: so that the example registry is loaded into no other ledger than the
 * one that was made for it, and a ledger that is gone is not taken for one that has never been.
 */
final class FirstStart {
  private static final String FILE = "first-start";

  private static final String DATABASE = "projection.mv.db";

  /**
   * What a gateway leaves in a directory that has had a ledger. The last is of earlier versions,
   * which said by it that the example registry was complete.
   */
  private static final List<String> TRACES = List.of("inbox", DATABASE, "example-registry.loaded");

  private final Path data;
  private final boolean underWay;
  private final boolean ledgerBegun;

  private FirstStart(Path data, boolean underWay, boolean ledgerBegun) {
    this.data = data;
    this.underWay = underWay;
    this.ledgerBegun = ledgerBegun;
  }

  /**
   * Looks whether a directory has a ledger, and begins a first start if it has never had one.
   *
   * @throws DataException when it has had one that is gone
   */
  static FirstStart in(Path data) {
    try {
      Path file = data.resolve(FILE);
      boolean underWay = Files.exists(file);
      boolean ledgerBegun = hasLedger(data);
      if (!underWay && !ledgerBegun) {
        mustBeWithoutTraces(data);
        Files.createDirectories(data);
        OwnerOnlyFiles.write(
            file,
            "首次启动尚未完成；完成后此文件自动删除。\nThe first start is not complete; this file goes when it is.\n");
        underWay = true;
      }
      return new FirstStart(data, underWay, ledgerBegun);
    } catch (IOException e) {
      throw new DataException(
          "数据目录 " + data + " 无法读写（" + e + "）；请检查磁盘空间与权限。",
          "The data directory "
              + data
              + " cannot be read or written ("
              + e
              + "): look at the disk's space and the permissions.",
          e);
    }
  }

  private static boolean hasLedger(Path data) throws IOException {
    Path ledger = ledger(data);
    if (!Files.isDirectory(ledger)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(ledger)) {
      return entries.findAny().isPresent();
    }
  }

  private static void mustBeWithoutTraces(Path data) {
    List<String> traces = TRACES.stream().filter(each -> isTrace(data.resolve(each))).toList();
    if (!traces.isEmpty()) {
      throw new DataException(
          "数据目录 "
              + data
              + " 曾有账本，但 "
              + ledger(data)
              + " 已不存在（仍有 "
              + String.join("、", traces)
              + "）；未作任何更改。请从备份恢复账本；若要从头开始，请换用新的数据目录，或先删除以上各项。",
          "The data directory "
              + data
              + " had a ledger, and "
              + ledger(data)
              + " is gone (there is still "
              + String.join(", ", traces)
              + "); nothing was changed. Restore the ledger from a backup; to begin anew, use another"
              + " data directory or delete these first.");
    }
  }

  /** The gateway makes an empty file for the database before the ledger is looked for. */
  private static boolean isTrace(Path path) {
    return Files.exists(path) && (!path.endsWith(DATABASE) || path.toFile().length() > 0);
  }

  /** Where the ledger of a data directory is. */
  static Path ledger(Path data) {
    return data.resolve("ledger");
  }

  /** Whether the ledger is yet to be made or completed. */
  boolean isUnderWay() {
    return underWay;
  }

  /** Whether an earlier start has begun to make the ledger, with the keys that there were then. */
  boolean isLedgerBegun() {
    return ledgerBegun;
  }

  /** The ledger is complete. */
  void finish() {
    try {
      Files.deleteIfExists(data.resolve(FILE));
      OwnerOnlyFiles.forceDirectory(data);
    } catch (IOException e) {
      throw new DataException(
          "数据目录 " + data + " 无法写入（" + e + "）。",
          "The data directory " + data + " cannot be written (" + e + ").",
          e);
    }
  }
}
