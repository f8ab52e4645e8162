// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.function.Supplier;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.blocks.KnownLedger;
import org.grasslandcarbon.gateway.blocks.LedgerDoubt;
import org.grasslandcarbon.gateway.commit.RefusalQuota;
import org.grasslandcarbon.gateway.disk.DataDisk;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;

/**
 * Under which conditions this gateway takes an instruction that is not known yet. What has an
 * outcome is answered whatever they are.
 */
@Component
final class IntakeConditions {
  private final KnownLedger ledger;
  private final DataDisk disk;
  private final RefusalQuota quota;

  IntakeConditions(KnownLedger ledger, DataDisk disk, RefusalQuota quota) {
    this.ledger = ledger;
    this.disk = disk;
    this.quota = quota;
  }

  /**
   * Accepts an instruction, or says why not.
   *
   * @throws RequestException with the gateway's reason
   */
  Receipt under(SignedInstruction signed, Supplier<Receipt> accepting) {
    ledger
        .doubt()
        .map(LedgerDoubt::inWords)
        .ifPresent(detail -> refuse(GatewayCode.LEDGER_IN_DOUBT, detail));
    if (!disk.hasRoom()) {
      refuse(
          GatewayCode.DISK_FULL,
          zh("网关数据所在磁盘的可用空间不足 %s 字节")
              .en(
                  "less than %s bytes are free where the gateway keeps its data",
                  disk.keptFreeBytes()));
    }
    Sha256 digest = signed.digest();
    if (!quota.admit(signed.instruction().participant(), digest)) {
      refuse(
          GatewayCode.REFUSAL_QUOTA,
          zh("主体 %s").en("participant %s", signed.instruction().participant()));
    }
    Receipt receipt = null;
    try {
      receipt = accepting.get();
      return receipt;
    } finally {
      // What was not accepted never ends, and what is there already ends once.
      if (receipt == null || receipt.repeated()) {
        quota.release(digest);
      }
    }
  }

  private static void refuse(GatewayCode code, Detail detail) {
    throw new RequestException(code, detail);
  }
}
