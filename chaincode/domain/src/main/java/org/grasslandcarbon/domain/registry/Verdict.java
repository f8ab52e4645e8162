// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.value.Detail;

/**
 * What became of one instruction of a batch, in the transaction's response.
 *
 * @param code {@value #APPLIED}, or the name of an {@link
 *     org.grasslandcarbon.domain.error.ErrorCode}
 * @param detail what exactly was refused, in English
 * @param detailZh the same in Chinese; absent where an older chaincode has answered
 */
public record Verdict(String code, Optional<String> detail, Optional<String> detailZh) {
  /** The code of an instruction that took effect. */
  public static final String APPLIED = "APPLIED";

  /** What exactly was refused; an older chaincode has said so in English only. */
  public Detail inWords() {
    String en = detail.orElse("");
    return Detail.told(detailZh.orElse(en), en);
  }

  static Verdict applied() {
    return new Verdict(APPLIED, Optional.empty(), Optional.empty());
  }

  static Verdict refused(RegistryException refusal) {
    return new Verdict(refusal.code().name(), Optional.of(refusal.en()), Optional.of(refusal.zh()));
  }
}
