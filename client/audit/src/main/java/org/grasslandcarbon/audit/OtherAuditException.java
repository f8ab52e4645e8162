// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Detail;

/** The folder holds an audit of something else, or from another anchor on. */
public final class OtherAuditException extends RuntimeException implements Bilingual {
  private static final long serialVersionUID = 1L;

  private static final Detail DETAIL =
      zh("该目录中的审计有其他的信任依据、链码或规则版本")
          .en("the folder holds an audit with another anchor, chaincode or versions of rules");

  OtherAuditException() {
    super(DETAIL.en());
  }

  @Override
  public Detail inWords() {
    return DETAIL;
  }
}
