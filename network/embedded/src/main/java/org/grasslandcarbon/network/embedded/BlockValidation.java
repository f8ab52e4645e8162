// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Decides which transactions of a block are valid, in block order, and what the valid ones change.
 */
final class BlockValidation {
  private final String channel;
  private final List<String> organisations;
  private final Map<String, CachedPolicy> policies = new HashMap<>();

  private record CachedPolicy(Version version, EndorsementPolicy policy) {}

  /** The outcome: one code for each transaction, and the changes of the valid ones. */
  record Result(List<TxValidationCode> codes, BlockUpdates updates) {}

  BlockValidation(String channel, List<String> organisations) {
    this.channel = channel;
    this.organisations = organisations;
  }

  /**
   * @param state the state after the block before this one
   * @param onLedger whether a transaction id is already in an earlier block
   * @param privateData the private write sets by the transaction's place in the block
   */
  Result validate(
      long block,
      List<CheckedTransaction> transactions,
      Snapshot state,
      Predicate<String> onLedger,
      Map<Integer, TxPvtReadWriteSet> privateData) {
    List<TxValidationCode> codes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (CheckedTransaction transaction : transactions) {
      TxValidationCode code = transaction.code();
      if (code == TxValidationCode.VALID && transaction.type() == HeaderType.ENDORSER_TRANSACTION) {
        code = checkAgainstLedger(transaction, state, onLedger);
        if (code == TxValidationCode.VALID && !ids.add(transaction.id())) {
          code = TxValidationCode.DUPLICATE_TXID;
        }
      }
      codes.add(code);
    }
    BlockUpdates updates = new BlockUpdates();
    for (int i = 0; i < transactions.size(); i++) {
      CheckedTransaction transaction = transactions.get(i);
      if (codes.get(i) != TxValidationCode.VALID || transaction.results() == null) {
        continue;
      }
      TxValidationCode code = new ConflictCheck(state, updates).check(transaction.results());
      codes.set(i, code);
      if (code == TxValidationCode.VALID) {
        new WriteApplication(state, updates, new Version(block, i))
            .apply(transaction.results(), privateData.get(i));
      }
    }
    return new Result(codes, updates);
  }

  private TxValidationCode checkAgainstLedger(
      CheckedTransaction transaction, Snapshot state, Predicate<String> onLedger) {
    if (!transaction.channel().equals(channel)) {
      return TxValidationCode.TARGET_CHAIN_NOT_FOUND;
    }
    if (onLedger.test(transaction.id())) {
      return TxValidationCode.DUPLICATE_TXID;
    }
    Set<String> written = new HashSet<>();
    written.add(transaction.chaincode());
    for (ReadWriteSet.Namespace namespace : transaction.results().namespaces()) {
      if (namespace.writes()) {
        written.add(namespace.name());
      }
    }
    for (String namespace : written) {
      EndorsementPolicy policy = policyOf(namespace, state);
      if (policy == null) {
        return TxValidationCode.INVALID_CHAINCODE;
      }
      if (!policy.satisfiedBy(transaction.endorsers())) {
        return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
      }
    }
    return TxValidationCode.VALID;
  }

  /**
   * The policy as the ledger has it before this block, or null when the chaincode is not defined
   * there.
   */
  private EndorsementPolicy policyOf(String namespace, Snapshot state) {
    if (namespace.equals(Lifecycle.NAMESPACE)) {
      // Only the peer itself makes definitions, and it signs them for everybody.
      return new EndorsementPolicy(organisations.size(), organisations);
    }
    StateValue info =
        state.get(
            StateKey.of(Lifecycle.NAMESPACE, Lifecycle.fieldKey(namespace, "ValidationInfo")));
    if (info == null) {
      return null;
    }
    CachedPolicy cached = policies.get(namespace);
    if (cached == null || !cached.version().equals(info.version())) {
      cached = new CachedPolicy(info.version(), Lifecycle.read(state, namespace).policy());
      policies.put(namespace, cached);
    }
    return cached.policy();
  }

  /** Whether the private write set is the one that the transaction's hashes speak of. */
  static boolean matches(ReadWriteSet results, TxPvtReadWriteSet privateData) {
    Map<String, ByteString> hashes = new HashMap<>();
    privateData
        .getNsPvtRwsetList()
        .forEach(
            namespace ->
                namespace
                    .getCollectionPvtRwsetList()
                    .forEach(
                        collection ->
                            hashes.put(
                                StateKey.privateNamespace(
                                    namespace.getNamespace(), collection.getCollectionName()),
                                Sha256.hash(collection.getRwset()))));
    return results.namespaces().stream()
        .allMatch(
            namespace ->
                namespace.collections().stream()
                    .filter(c -> !c.privateHash().isEmpty())
                    .allMatch(
                        c ->
                            c.privateHash()
                                .equals(
                                    hashes.get(
                                        StateKey.privateNamespace(namespace.name(), c.name())))));
  }
}
