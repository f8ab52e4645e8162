// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import java.util.Optional;
import java.util.Set;

/**
 * What is audited, and from what on.
 *
 * @param chaincode the registry's chaincode on the channel
 * @param anchor what the audit begins from
 * @param foundingOrganisations the organisations that founded the registry together, when they are
 *     not those of the channel's first configuration
 * @param rulesAlike versions of the chaincode that the auditor declares to have the present rules
 */
public record AuditPlan(
    String chaincode,
    TrustAnchor anchor,
    Optional<Set<String>> foundingOrganisations,
    Set<String> rulesAlike) {
  public AuditPlan {
    foundingOrganisations = foundingOrganisations.map(Set::copyOf);
    rulesAlike = Set.copyOf(rulesAlike);
  }

  /** What must be the same when an audit goes on. */
  String identity() {
    return String.join(
        "\n",
        chaincode,
        anchor.description(),
        foundingOrganisations.map(all -> all.stream().sorted().toList().toString()).orElse(""),
        rulesAlike.stream().sorted().toList().toString());
  }
}
