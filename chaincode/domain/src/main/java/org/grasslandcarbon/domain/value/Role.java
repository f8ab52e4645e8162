// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

/** What a participant is on the registry, which decides what it may do. */
public enum Role {
  /** The national authority (国家主管部门). */
  AUTHORITY,
  /** A provincial office (省级主管部门). */
  OFFICE,
  /** A validation and verification body (审定与核查机构). */
  CERTIFIER,
  /** A project owner (项目业主). */
  OWNER,
  /** An enterprise or institution that holds and trades credits (交易主体). */
  TRADER,
  /** A settlement bank (结算银行). */
  BANK,
  /** The exchange (交易机构). */
  EXCHANGE,
  /** A court or judicial organ (司法机关). */
  COURT,
  /** An independent assessor of regions (独立评估机构). */
  ASSESSOR,
  /** A regulator's or other auditor (审计方). */
  AUDITOR
}
