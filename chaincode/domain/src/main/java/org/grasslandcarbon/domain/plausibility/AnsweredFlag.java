// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.plausibility;

import java.util.Optional;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.quantification.Stratum;

/**
 * Which flag somebody answers or has read.
 *
 * @param code what is implausible
 * @param stratum the stratum; absent where the flag has none
 */
public record AnsweredFlag(
    @Means(en = "Code of the flag", zh = "提示代码") FlagCode code,
    @Means(en = "Stratum of the flag, where it has one", zh = "提示所属分层（如有）") @Most(Stratum.NAME_MOST)
        Optional<String> stratum) {

  /** What names a flag. */
  public static AnsweredFlag of(Flag flag) {
    return new AnsweredFlag(flag.code(), flag.stratum());
  }

  @Override
  public String toString() {
    return code + stratum.map(name -> " " + name).orElse("");
  }
}
