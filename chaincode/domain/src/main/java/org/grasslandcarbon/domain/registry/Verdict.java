// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;

/**
 * What became of one instruction of a batch, in the transaction's response.
 *
 * @param code {@value #APPLIED}, or the name of an {@link
 *     org.grasslandcarbon.domain.error.ErrorCode}
 * @param detail what exactly was refused
 */
public record Verdict(String code, Optional<String> detail) {
  /** The code of an instruction that took effect. */
  public static final String APPLIED = "APPLIED";

  static Verdict applied() {
    return new Verdict(APPLIED, Optional.empty());
  }

  static Verdict refused(RegistryException refusal) {
    return new Verdict(refusal.code().name(), Optional.ofNullable(refusal.getMessage()));
  }
}
