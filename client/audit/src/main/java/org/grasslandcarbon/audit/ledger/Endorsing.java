// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.ConfigurationException;
import org.grasslandcarbon.audit.channel.Member;
import org.grasslandcarbon.audit.channel.Policy;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Whether enough have endorsed a transaction: for every namespace that it writes to by the policy
 * of that chaincode's definition, and for private collections by theirs, as they stand before the
 * block.
 */
final class Endorsing {
  private static final String IMPLICIT = "_implicit_org_";

  private final LedgerState state;
  private final Map<String, Known> known = new HashMap<>();
  private Configuration configuration;

  /** A definition that was read, for as long as it stands. */
  private record Known(Stored sequence, Definition definition, Policy policy) {}

  Endorsing(LedgerState state) {
    this.state = state;
  }

  /** The configuration from now on. */
  void configure(Configuration changed) {
    configuration = changed;
    known.clear();
  }

  /** The definition of a chaincode, as it stands. */
  Optional<Definition> definition(String chaincode) {
    return known(chaincode).map(Known::definition);
  }

  private Optional<Known> known(String chaincode) {
    Optional<Stored> sequence = state.find(Definition.NAMESPACE, Definition.sequenceKey(chaincode));
    if (sequence.isEmpty()) {
      known.remove(chaincode);
      return Optional.empty();
    }
    Known before = known.get(chaincode);
    Stored now = sequence.get();
    if (before != null
        && before.sequence.block() == now.block()
        && before.sequence.transaction() == now.transaction()) {
      return Optional.of(before);
    }
    Optional<Known> read =
        Definition.find(state, chaincode)
            .map(definition -> new Known(now, definition, policy(definition)));
    read.ifPresent(each -> known.put(chaincode, each));
    return read;
  }

  private Policy policy(Definition definition) {
    try {
      return configuration.endorsementPolicy(definition.policy());
    } catch (ConfigurationException e) {
      return Policy.NONE;
    }
  }

  /** What Fabric says of the endorsements. */
  TxValidationCode check(LedgerTransaction transaction) {
    Set<String> written = new LinkedHashSet<>();
    written.add(transaction.chaincode());
    transaction.readWrites().namespaces().stream()
        .filter(ReadWrites.Namespace::writes)
        .forEach(each -> written.add(each.name()));
    for (String namespace : written) {
      boolean lifecycle = namespace.equals(Definition.NAMESPACE);
      Optional<Known> chaincode = lifecycle ? Optional.empty() : known(namespace);
      if (!lifecycle && chaincode.isEmpty()) {
        return TxValidationCode.INVALID_CHAINCODE;
      }
      Policy own = lifecycle ? configuration.lifecyclePolicy() : chaincode.get().policy();
      if (!isEndorsed(transaction, namespace, own, chaincode.map(Known::definition))) {
        return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
      }
    }
    return TxValidationCode.VALID;
  }

  private boolean isEndorsed(
      LedgerTransaction transaction,
      String namespace,
      Policy own,
      Optional<Definition> definition) {
    List<Member> endorsers = transaction.endorsers();
    Optional<ReadWrites.Namespace> changes = transaction.readWrites().namespace(namespace);
    List<ReadWrites.Collection> collections =
        changes.stream()
            .flatMap(each -> each.collections().stream())
            .filter(ReadWrites.Collection::writes)
            .toList();
    boolean byOwn =
        collections.isEmpty() || changes.filter(ReadWrites.Namespace::writesPublicly).isPresent();
    return (!byOwn || own.satisfiedBy(endorsers))
        && collections.stream()
            .allMatch(each -> ofCollection(each.name(), own, definition).satisfiedBy(endorsers));
  }

  private Policy ofCollection(String name, Policy own, Optional<Definition> definition) {
    if (name.startsWith(IMPLICIT)) {
      return configuration.implicitCollectionPolicy(name.substring(IMPLICIT.length()));
    }
    if (definition.isEmpty() || !definition.get().collections().containsKey(name)) {
      return Policy.NONE;
    }
    try {
      return definition
          .get()
          .collections()
          .get(name)
          .map(configuration::endorsementPolicy)
          .orElse(own);
    } catch (ConfigurationException e) {
      return Policy.NONE;
    }
  }
}
