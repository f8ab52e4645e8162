// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Instant;
import org.grasslandcarbon.gateway.ledger.Disagreement;

/**
 * Something that an operator should look at.
 *
 * @param code never renamed or reused
 * @param zh what is so and what to do, in Chinese
 * @param en the same in English
 * @param organisation the Fabric organisation that it is about, its MSP id
 * @param since when it was first found
 * @param lastFound when it was last found
 * @param transactionId the transaction in which it was last found
 * @param detail what exactly
 */
record StatusWarning(
    Code code,
    String zh,
    String en,
    String organisation,
    Instant since,
    Instant lastFound,
    String transactionId,
    String detail) {

  /** What there is to warn of. */
  enum Code {
    /** An organisation's chaincode answers otherwise than most. */
    ORGANISATION_DISAGREES(
        "该机构链码的结果与多数机构不一致；恢复一致之前不采用其背书。请联系该机构，核对其链码程序。",
        "This organisation's chaincode answers otherwise than most; until it agrees again its"
            + " endorsements are left out: ask the organisation to check its chaincode program.");

    private final String zh;
    private final String en;

    Code(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  static StatusWarning of(Disagreement found) {
    Code code = Code.ORGANISATION_DISAGREES;
    return new StatusWarning(
        code,
        code.zh,
        code.en,
        found.organisation(),
        found.since(),
        found.lastFound(),
        found.transactionId(),
        found.what());
  }
}
