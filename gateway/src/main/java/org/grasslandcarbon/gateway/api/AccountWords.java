// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.Name;

/** What kinds of accounts are called where people read of movements. */
final class AccountWords {
  private AccountWords() {}

  static Name of(Account.Kind kind) {
    return switch (kind) {
      case HELD -> Name.of("持有", "held");
      case FROZEN -> Name.of("冻结", "frozen");
      case BUFFER -> Name.of("缓冲池", "buffer");
      case RETIRED -> Name.of("注销", "retired");
      case CANCELLED -> Name.of("取消", "cancelled");
      case ISSUANCE -> Name.of("签发", "issuance");
      case CASH -> Name.of("资金账户", "cash");
      case ESCROW -> Name.of("备付", "set aside");
      case WITHDRAWING -> Name.of("出金中", "being withdrawn");
      case BANK -> Name.of("结算银行", "bank");
      case FEES -> Name.of("手续费", "fees");
      case RESERVE -> Name.of("风险准备金", "risk reserve");
      case BENEFIT -> Name.of("收益分成", "benefit shares");
      case OTHER -> Name.of("其他", "other");
    };
  }
}
