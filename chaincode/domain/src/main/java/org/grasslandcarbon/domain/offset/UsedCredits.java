// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * Credits that were used for compliance, as far as caps ask for it. They are kept by what they are
 * and not by cap: a later row of the same year has other caps, and what was used counts under them.
 *
 * @param tonnes how many
 * @param traits what they are
 */
public record UsedCredits(Tonnes tonnes, CreditTraits traits) {

  /** Lines with more of them, each kind of credits in one line. */
  static List<UsedCredits> with(List<UsedCredits> used, UsedCredits more) {
    List<UsedCredits> after = new ArrayList<>(used);
    for (int i = 0; i < after.size(); i++) {
      UsedCredits each = after.get(i);
      if (each.traits.equals(more.traits)) {
        after.set(i, new UsedCredits(each.tonnes.plus(more.tonnes), each.traits));
        return after;
      }
    }
    after.add(more);
    return after;
  }
}
