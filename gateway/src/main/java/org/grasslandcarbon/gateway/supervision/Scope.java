// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Collection;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.VenueId;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * What somebody supervises: the authority and auditors everything, an office what is of its region,
 * an exchange its venues.
 *
 * @param asking who asks
 */
public record Scope(Actor asking) {

  /**
   * Who supervises regions.
   *
   * @throws RequestException {@code FORBIDDEN} to everybody else
   */
  public static Scope ofRegions(Actor asking) {
    require(asking.is(Role.AUTHORITY) || asking.is(Role.AUDITOR) || asking.is(Role.OFFICE));
    return new Scope(asking);
  }

  /**
   * Who supervises regions or venues.
   *
   * @throws RequestException {@code FORBIDDEN} to everybody else
   */
  public static Scope ofMarkets(Actor asking) {
    return asking.is(Role.EXCHANGE) ? new Scope(asking) : ofRegions(asking);
  }

  private static void require(boolean permitted) {
    if (!permitted) {
      throw new RequestException(
          GatewayCode.FORBIDDEN,
          zh("监管信息仅供主管部门、审计机构和交易机构查看")
              .en(
                  "what supervisors look at is for offices, the authority, auditors and exchanges"));
    }
  }

  /** Whether there is nothing that it does not supervise. */
  public boolean hasAll() {
    return asking.is(Role.AUTHORITY) || asking.is(Role.AUDITOR);
  }

  /** Whether it supervises a venue or, as an office, something that can be traded at any. */
  public boolean has(VenueId venue) {
    return !asking.is(Role.EXCHANGE) || venue.exchange().equals(asking.id());
  }

  /** Whether it supervises a region. */
  public boolean has(RegionCode region) {
    return hasAll() || asking.governs(region);
  }

  /**
   * Whether it supervises one of some participants. Whoever supervises one of a ring is told of the
   * ring: of its own alone there would be nothing to see.
   */
  boolean has(Collection<String> participants, Regions regions) {
    return hasAll()
        || asking.is(Role.EXCHANGE)
        || participants.stream()
            .map(each -> regions.of(new ParticipantId(each)))
            .flatMap(Optional::stream)
            .anyMatch(this::has);
  }
}
