// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.blocks;

import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/**
 * Blocks cannot be read. Either what is there is no block, which is a finding, or nothing could be
 * read at all, which is a failure of the audit and says nothing of the ledger.
 */
public final class BlocksUnreadableException extends RuntimeException implements Bilingual {
  private static final long serialVersionUID = 1L;

  private final transient Detail detail;
  private final boolean damaged;

  private BlocksUnreadableException(Detail detail, boolean damaged, Throwable cause) {
    super(detail.en(), cause);
    this.detail = detail;
    this.damaged = damaged;
  }

  static BlocksUnreadableException damaged(Detail detail, Throwable cause) {
    return new BlocksUnreadableException(detail, true, cause);
  }

  static BlocksUnreadableException unreachable(Detail detail, Throwable cause) {
    return new BlocksUnreadableException(detail, false, cause);
  }

  /** Whether what is there is no block. */
  public boolean isDamage() {
    return damaged;
  }

  @Override
  public Detail inWords() {
    return detail;
  }
}
