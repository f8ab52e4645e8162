// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import java.util.Set;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * The participant that signed the instruction, as far as rules ask for it.
 *
 * @param id its id
 * @param region where it is registered
 * @param roles what it may act as
 */
public record Actor(ParticipantId id, RegionCode region, Set<Role> roles) {

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it decides for a region: the authority for all, an office for its own and below. */
  public boolean governs(RegionCode other) {
    return is(Role.AUTHORITY) || is(Role.OFFICE) && region.contains(other);
  }
}
