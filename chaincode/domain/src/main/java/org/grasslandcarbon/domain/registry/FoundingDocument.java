// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;

/**
 * What the founding organisations agree on before the first instruction: who the authority and the
 * offices are, with their first keys, and the first edition of regions.
 *
 * @param founders the authority and the offices
 * @param regions the first edition of administrative divisions
 */
public record FoundingDocument(@Most(50) List<Founder> founders, @Most(5000) List<Region> regions) {

  public FoundingDocument {
    founders = List.copyOf(founders);
    regions = List.copyOf(regions);
    long authorities = founders.stream().filter(f -> f.role() == Role.AUTHORITY).count();
    Check.that(
        authorities == 1, zh("创立时须有且只有一个国家主管部门").en("there is exactly one founding authority"));
    Check.that(
        founders.size() > 1, zh("创立时须至少有一个省级主管部门").en("there is at least one founding office"));
  }

  /**
   * The authority or an office.
   *
   * @param id its unified social credit code
   * @param keys its first public keys
   * @param name zh and en
   * @param region the nation for the authority, a province for an office
   * @param role {@code AUTHORITY} or {@code OFFICE}
   */
  public record Founder(
      ParticipantId id, @Most(5) List<Jwk> keys, Name name, RegionCode region, Role role) {
    public Founder {
      keys = List.copyOf(keys);
      Check.that(
          role == Role.AUTHORITY || role == Role.OFFICE,
          zh("创立者须为国家或省级主管部门").en("founders are authority or office"));
      Check.that(
          id.hasValidCheckCharacter(),
          zh("创立者的统一社会信用代码须有效").en("a founder's credit code must be valid"));
      Check.that(!keys.isEmpty(), zh("创立者须有密钥").en("a founder needs a key"));
      Check.that(
          (role == Role.AUTHORITY) == region.equals(RegionCode.NATION),
          zh("国家主管部门的地区为全国，省级主管部门的不是")
              .en("the authority's region is the nation, an office's is not"));
      keys.forEach(EcdsaP256::publicKey);
    }
  }
}
