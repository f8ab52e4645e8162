// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Finds single records, or answers that there is none. */
@Component
final class Found {
  private final Reader reader;

  Found(Reader reader) {
    this.reader = reader;
  }

  /** A record as it is stored. */
  ObjectNode must(Key<?> key) {
    return reader.find(key).orElseThrow(Found::nothing);
  }

  /** A record as it is shown: with what was stated about it if it is wrong. */
  ObjectNode mustWithCorrections(Key<?> key) {
    return reader.findWithCorrections(key).orElseThrow(Found::nothing);
  }

  /** The answer at an address that there is not, or not for reading. */
  static RequestException nowhere() {
    return new RequestException(
        GatewayCode.NOT_FOUND,
        zh("此地址没有可读取的内容：请参阅 %s").en("nothing is read at this address: see %s", Paths.DESCRIPTION));
  }

  static RequestException nothing() {
    return new RequestException(
        GatewayCode.NOT_FOUND, zh("账本上没有该记录").en("the ledger has no such record"));
  }

  /**
   * An outcome of which all is told.
   *
   * @throws RequestException {@code LET_GO}, naming the block that has it
   */
  static Journal.Entry mustBeWhole(Journal.Entry entry) {
    if (!entry.isWhole()) {
      throw new RequestException(
          GatewayCode.LET_GO,
          zh("区块 %s（交易 %s）中有该指令的结果")
              .en(
                  "block %s has the outcome, in transaction %s",
                  entry.block(), entry.transactionId()));
    }
    return entry;
  }
}
