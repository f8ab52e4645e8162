// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.registry.Registry;
import org.grasslandcarbon.domain.registry.SignatureCheck;

/**
 * The versions of the rules that this program has. The version in the chaincode's definition on the
 * ledger names the rules from the block of that definition on. A program whose rules judge anything
 * otherwise than before gets a version of its own, and the rules before it stay here.
 */
public final class CarriedRules {
  /** The versions in whose definitions the present rules were deployed. */
  private static final Set<String> PRESENT = Set.of("1", "1.0");

  private final Map<String, Rules> byVersion = new TreeMap<>();

  /**
   * The rules of this program.
   *
   * @param verification verifies signatures in parallel
   * @param foundingOrganisations the organisations that founded the registry together
   * @param signatures knows signatures that were verified before
   * @param alike other versions that an auditor declares to be the present rules
   */
  public CarriedRules(
      Executor verification,
      Set<String> foundingOrganisations,
      SignatureCheck signatures,
      Set<String> alike) {
    Registry registry =
        new Registry(verification, foundingOrganisations, (where, defect) -> {}, signatures);
    Rules present = new Present(registry);
    PRESENT.forEach(version -> byVersion.put(version, present));
    alike.forEach(version -> byVersion.put(version, present));
  }

  private record Present(Registry registry) implements Rules {
    @Override
    public byte[] submit(List<byte[]> instructions, Instant time, StateStore store) {
      return registry.submit(instructions, time, store);
    }

    @Override
    public byte[] bootstrap(byte[] document, String mspId, Instant time, StateStore store) {
      return registry.bootstrap(document, mspId, time, store);
    }
  }

  /** The rules of a version. */
  Optional<Rules> of(String version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  /** The versions, in order. */
  public Set<String> versions() {
    return new TreeSet<>(byVersion.keySet());
  }

  /** The versions that there are with those that an auditor declares, in order. */
  public static Set<String> versions(Set<String> alike) {
    Set<String> all = new TreeSet<>(PRESENT);
    all.addAll(alike);
    return all;
  }
}
