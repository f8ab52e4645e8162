// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import org.grasslandcarbon.network.embedded.EmbeddedPeerException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** Says in one sentence, in Chinese and in English, why the embedded ledger did not open. */
final class LedgerFailures extends AbstractFailureAnalyzer<EmbeddedPeerException>
    implements Ordered {

  /** Before the gateway's own: what lies deeper in the chain of causes is the reason. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  protected FailureAnalysis analyze(Throwable failure, EmbeddedPeerException cause) {
    return new FailureAnalysis(chinese(cause.reason()) + "\n" + cause.getMessage(), null, cause);
  }

  private static String chinese(EmbeddedPeerException.Reason reason) {
    return switch (reason) {
      case DIRECTORY_LOCKED -> "数据目录正被另一个进程使用；请停止它，或用 GRASSLAND_DATA 指定其他目录。";
      case DIRECTORY_DAMAGED -> "账本数据已损坏，未作任何更改；请从备份恢复，或换用新的数据目录。";
      case UNKNOWN_FORMAT -> "账本数据由更新的软件版本写入；请使用该版本。";
      case CONFIGURATION_MISMATCH -> "数据目录属于另一条通道或另一组机构；请换用其他数据目录。";
      case WRITE_FAILED -> "账本数据无法写入；请检查磁盘空间与权限。";
      case INVALID_ARGUMENT, CHAINCODE_UNAVAILABLE, CLOSED -> "内嵌账本无法启动。";
    };
  }
}
