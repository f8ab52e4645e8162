// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import java.util.Objects;

/**
 * The embedded peer cannot be opened, or cannot go on. The message is one sentence for the person
 * who runs it, in English; {@link #zh()} is the same in Chinese.
 */
public final class EmbeddedPeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for a program that wants to react. */
  public enum Reason {
    /** Another process, or another peer of this process, has the directory open. */
    DIRECTORY_LOCKED("数据目录正被另一个进程使用；请停止它，或换用其他目录。"),
    /** The directory is damaged, or lacks blocks or keys that it had; nothing in it was changed. */
    DIRECTORY_DAMAGED("账本数据已损坏，未作任何更改；请从备份恢复，或换用新的数据目录。"),
    /** The directory was written by a newer version of this software. */
    UNKNOWN_FORMAT("账本数据由更新的软件版本写入；请使用该版本。"),
    /**
     * The directory belongs to another channel or to other organisations than the ones asked for.
     */
    CONFIGURATION_MISMATCH("数据目录属于另一条通道或另一组机构；请换用其他数据目录。"),
    /**
     * An argument or option cannot be accepted, for instance an address that is not a loopback
     * address.
     */
    INVALID_ARGUMENT("内嵌账本的设置有误。"),
    /**
     * Blocks cannot be written, for instance because the disk is full; nothing is committed any
     * more.
     */
    WRITE_FAILED("账本数据无法写入；请检查磁盘空间与权限。"),
    /** A chaincode did not register in time. */
    CHAINCODE_UNAVAILABLE("链码未能启动。"),
    /** The peer has been closed. */
    CLOSED("内嵌账本已关闭。");

    private final String zh;

    Reason(String zh) {
      this.zh = zh;
    }
  }

  private final Reason reason;
  private final String zh;

  EmbeddedPeerException(Reason reason, String en) {
    this(reason, en, (Throwable) null);
  }

  EmbeddedPeerException(Reason reason, String en, Throwable cause) {
    this(reason, reason.zh, en, cause);
  }

  EmbeddedPeerException(Reason reason, String zh, String en) {
    this(reason, zh, en, null);
  }

  EmbeddedPeerException(Reason reason, String zh, String en, Throwable cause) {
    super(en, cause);
    this.reason = Objects.requireNonNull(reason);
    this.zh = Objects.requireNonNull(zh);
  }

  /** What went wrong, never null. */
  public Reason reason() {
    return reason;
  }

  /** The message in Chinese. */
  public String zh() {
    return zh;
  }
}
