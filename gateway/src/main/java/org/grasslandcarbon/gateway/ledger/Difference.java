// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.ledger.Keys;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * What two answers to one proposal differ in, and whether the state that they began from explains
 * it.
 *
 * <p>Peers note in which version each key was read, and no chaincode can change that. Where two
 * honest executions read a key in common they read the same version of it, or one of the peers has
 * blocks that the other has not. If all versions are equal, both programs saw the same values up to
 * the point where they differ: then they are not the same program.
 */
final class Difference {
  /** Keys that are named; the rest is counted. */
  private static final int KEYS_NAMED = 3;

  private final Effects expected;
  private final Effects found;

  private Difference(Effects expected, Effects found) {
    this.expected = expected;
    this.found = found;
  }

  /** What a chaincode read, wrote and answered; keys with their namespaces. */
  private record Effects(
      SortedMap<String, Optional<Version>> reads,
      SortedMap<String, KVWrite> writes,
      Response response) {

    static Effects of(ByteString payload) throws InvalidProtocolBufferException {
      ChaincodeAction action =
          ChaincodeAction.parseFrom(ProposalResponsePayload.parseFrom(payload).getExtension());
      SortedMap<String, Optional<Version>> reads = new TreeMap<>();
      SortedMap<String, KVWrite> writes = new TreeMap<>();
      for (NsReadWriteSet each : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
        KVRWSet set = KVRWSet.parseFrom(each.getRwset());
        for (KVRead read : set.getReadsList()) {
          reads.put(
              name(each, read.getKey()),
              read.hasVersion() ? Optional.of(read.getVersion()) : Optional.empty());
        }
        for (KVWrite write : set.getWritesList()) {
          writes.put(name(each, write.getKey()), write);
        }
      }
      return new Effects(reads, writes, action.getResponse());
    }

    private static String name(NsReadWriteSet namespace, String key) {
      String readable = Keys.isComposite(key) ? String.join("/", Keys.parts(key)) : key;
      return namespace.getNamespace() + ":" + readable;
    }
  }

  /**
   * Says how an answer differs from the one that it should be.
   *
   * @param expected a serialized {@code ProposalResponsePayload}
   * @param found another one to the same proposal
   * @return in words; empty when they are equal or the two began from different states
   */
  static Optional<String> between(ByteString expected, ByteString found) {
    if (expected.equals(found)) {
      return Optional.empty();
    }
    try {
      return new Difference(Effects.of(expected), Effects.of(found)).inWords();
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      return Optional.of("gives an answer that cannot be read");
    }
  }

  private Optional<String> inWords() {
    if (!sameState()) {
      return Optional.empty();
    }
    List<String> writes = differing(expected.writes(), found.writes());
    if (!writes.isEmpty()) {
      return Optional.of("writes otherwise: " + named(writes));
    }
    if (!expected.response().equals(found.response())) {
      return Optional.of("answers other results");
    }
    List<String> reads = differing(expected.reads(), found.reads());
    return Optional.of(
        reads.isEmpty() ? "signs something else" : "reads otherwise: " + named(reads));
  }

  private boolean sameState() {
    return expected.reads().entrySet().stream()
        .filter(read -> found.reads().containsKey(read.getKey()))
        .allMatch(read -> read.getValue().equals(found.reads().get(read.getKey())));
  }

  private static <T> List<String> differing(Map<String, T> expected, Map<String, T> found) {
    return Stream.concat(expected.keySet().stream(), found.keySet().stream())
        .distinct()
        .filter(
            key ->
                !Optional.ofNullable(expected.get(key)).equals(Optional.ofNullable(found.get(key))))
        .sorted()
        .toList();
  }

  private static String named(List<String> keys) {
    String some = keys.stream().limit(KEYS_NAMED).collect(Collectors.joining(", "));
    return keys.size() > KEYS_NAMED
        ? some + " and " + (keys.size() - KEYS_NAMED) + " more keys"
        : some;
  }
}
