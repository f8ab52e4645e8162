// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A block log lacks what had been committed. It is not opened, unless a person has accepted that by
 * writing the number of blocks that are left into a file of the directory; the word holds for that
 * number and once.
 *
 * @param left how many good blocks there are
 * @param zh what is missing, in Chinese
 * @param en what is missing, in English
 */
record BlockLoss(long left, String zh, String en) {
  private static final String ACCEPTANCE = "accept-height";

  /** A number has fewer; more would be some other file. */
  private static final int ACCEPTANCE_BYTES_MOST = 32;

  /**
   * What a log with this many good blocks lacks of what has been noted to be committed.
   *
   * @param alwaysNoted whether such a log has had a note from its beginning
   */
  static Optional<BlockLoss> of(CommittedHeight committed, boolean alwaysNoted, long left) {
    Optional<CommittedHeight.Mark> mark = committed.newest();
    if (mark.isEmpty()) {
      return committed.isDamaged() || (alwaysNoted && left > 0)
          ? Optional.of(unknown(left))
          : Optional.empty();
    }
    return mark.get().height() > left
        ? Optional.of(missing(left, mark.get().height()))
        : Optional.empty();
  }

  private static BlockLoss unknown(long left) {
    return new BlockLoss(
        left,
        "blocks.height 缺失或损坏，无法确定已提交多少区块（日志中完好的有 " + left + " 个）",
        "blocks.height is missing or damaged, so that it is not known how many blocks had been"
            + " committed (the log has "
            + left
            + " good ones)");
  }

  /** The log ends too early. */
  static BlockLoss missing(long left, long height) {
    long last = height - 1;
    String zhEnd = left == 0 ? "区块日志中没有完好的区块" : "区块日志只到区块 " + (left - 1);
    String enEnd =
        left == 0
            ? "the block log has no good block"
            : "the block log ends with block " + (left - 1);
    boolean one = left == last;
    return new BlockLoss(
        left,
        zhEnd + "，而区块 " + last + " 曾经提交：缺少区块 " + (one ? String.valueOf(last) : left + " 至 " + last),
        enEnd
            + " although block "
            + last
            + " had been committed: "
            + (one
                ? "block " + last + " is missing"
                : "blocks " + left + " to " + last + " are missing"));
  }

  /** There is damage in the middle. */
  static BlockLoss before(Path log, long at, long left) {
    return new BlockLoss(
        left,
        log.getFileName() + " 在字节 " + at + "（应为区块 " + left + "）处已损坏，其后还有区块",
        log.getFileName()
            + " is damaged at byte "
            + at
            + ", where block "
            + left
            + " should be, with later blocks after it");
  }

  /** The log is as long as it should be and is another one. */
  static BlockLoss replaced(CommittedHeight.Mark mark, long left) {
    long last = mark.height() - 1;
    return new BlockLoss(
        left,
        "区块 " + last + " 与曾经提交的不同",
        "block " + last + " is not the one that had been committed");
  }

  /**
   * Goes on if a person has accepted the loss.
   *
   * @throws EmbeddedPeerException {@code DIRECTORY_DAMAGED} when nobody has
   */
  void mustBeAccepted(Path directory) throws IOException {
    Path acceptance = directory.resolve(ACCEPTANCE);
    boolean accepted =
        Files.isRegularFile(acceptance)
            && Files.size(acceptance) <= ACCEPTANCE_BYTES_MOST
            && Files.readString(acceptance).strip().equals(String.valueOf(left));
    if (!accepted) {
      throw new EmbeddedPeerException(
          EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
          "账本目录 "
              + directory
              + " 不完整："
              + zh
              + "；未作任何更改。请从备份恢复整个目录；若没有备份且接受损失，请将数字 "
              + left
              + " 写入文件 "
              + acceptance
              + " 后重新启动。",
          "The ledger in "
              + directory
              + " is not complete: "
              + en
              + "; nothing was changed. Restore the whole directory from a backup, or, if there is"
              + " none and the loss is accepted, write "
              + left
              + " into the file "
              + acceptance
              + " and start again.");
    }
  }

  /** The refusal when the index has blocks that the log and its note do not know of. */
  EmbeddedPeerException knownToIndex(Path directory) {
    Path index = directory.resolve(LedgerIndex.DIRECTORY);
    return new EmbeddedPeerException(
        EmbeddedPeerException.Reason.DIRECTORY_DAMAGED,
        "账本目录 "
            + directory
            + " 不完整："
            + zh
            + "（据索引）；未作任何更改。请从备份恢复整个目录；若没有备份且接受损失，请删除 "
            + index
            + " 后重新启动，索引将由区块重建。",
        "The ledger in "
            + directory
            + " is not complete: "
            + en
            + ", as its index knows; nothing was changed. Restore the whole directory from a backup,"
            + " or, if there is none and the loss is accepted, delete "
            + index
            + ", which is made again from the blocks, and start again.");
  }

  /** An accepted loss has been dealt with: the next one is to be accepted by itself. */
  static void settle(Path directory) throws IOException {
    Files.deleteIfExists(directory.resolve(ACCEPTANCE));
  }
}
