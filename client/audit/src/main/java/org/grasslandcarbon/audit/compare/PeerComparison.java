// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.compare;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.grasslandcarbon.audit.blocks.BlocksUnreadableException;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.ledger.Stored;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.registry.StateDigests;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Holds a peer's state against what the blocks lead to, key by key: blocks are chained and signed,
 * a peer's state is neither, and can be edited by whoever has its disk. A changed value and a
 * missing key are found. A key that is there beside those of the blocks is not: the chaincode reads
 * no ranges, so that nobody can ask for keys without naming them.
 */
public final class PeerComparison {
  private final LedgerState state;
  private final String chaincode;
  private final FindingSink findings;

  /** Asks a peer for the digests of what it has under some keys. */
  @FunctionalInterface
  public interface Digests {
    /** The answer of the chaincode's function {@code stateDigests}. */
    byte[] of(List<String> keys);
  }

  private record Expected(String key, Stored stored) {}

  public PeerComparison(LedgerState state, String chaincode, FindingSink findings) {
    this.state = state;
    this.chaincode = chaincode;
    this.findings = findings;
  }

  /**
   * Compares all keys.
   *
   * @param last the last block that the state follows from
   * @param newest the number of the newest block that the peer has; asked before and after
   * @return how many keys were compared
   */
  public long compare(Digests peer, long last, LongSupplier newest) {
    try {
      long before = newest.getAsLong();
      if (before != last) {
        notCompared(before, last);
        return 0;
      }
      List<Expected> differing = new ArrayList<>();
      long compared = compareAll(peer, differing);
      long after = newest.getAsLong();
      if (after != last && !differing.isEmpty()) {
        notCompared(after, last);
        return 0;
      }
      // What differs is asked for once more: a peer hands out a block before its state has it.
      differing.forEach(each -> compareAgain(peer, each));
      findings.add(
          FindingCode.PEER_AHEAD_ONLY,
          Place.NOWHERE,
          zh("比较了 %s 个键").en("%s keys were compared", compared));
      return compared;
    } catch (BlocksUnreadableException e) {
      findings.add(FindingCode.PEER_NOT_COMPARED, Place.NOWHERE, e.inWords());
      return 0;
    }
  }

  private void notCompared(long peer, long last) {
    findings.add(
        FindingCode.PEER_NOT_COMPARED,
        Place.NOWHERE,
        zh("节点在区块 %s，审计在区块 %s").en("the peer is at block %s, the audit at block %s", peer, last));
  }

  private long compareAll(Digests peer, List<Expected> differing) {
    List<Expected> chunk = new ArrayList<>(StateDigests.KEYS_MOST);
    long[] compared = {0};
    state.forEach(
        chaincode,
        (key, stored) -> {
          if (Keys.isComposite(key)) {
            chunk.add(new Expected(key, stored));
            compared[0]++;
          }
          if (chunk.size() == StateDigests.KEYS_MOST) {
            compareChunk(peer, chunk, differing);
          }
        });
    if (!chunk.isEmpty()) {
      compareChunk(peer, chunk, differing);
    }
    return compared[0];
  }

  private static void compareChunk(Digests peer, List<Expected> chunk, List<Expected> differing) {
    String[] digests = digests(peer, chunk.stream().map(Expected::key).toList());
    for (int i = 0; i < chunk.size(); i++) {
      if (!digests[i].equals(digest(chunk.get(i).stored()))) {
        differing.add(chunk.get(i));
      }
    }
    chunk.clear();
  }

  private void compareAgain(Digests peer, Expected expected) {
    String told = digests(peer, List.of(expected.key()))[0];
    if (told.isEmpty()) {
      findings.add(
          FindingCode.PEER_STATE_LACKS,
          place(expected),
          zh("由区块 %s 写入").en("written by block %s", expected.stored().block()));
    } else if (!told.equals(digest(expected.stored()))) {
      findings.add(
          FindingCode.PEER_STATE_DIFFERS,
          place(expected),
          zh("节点 SHA-256 %s，推导 %s")
              .en(
                  "the peer has SHA-256 %s, the blocks lead to %s",
                  told, digest(expected.stored())));
    }
  }

  /** Where the value was written that the peer should have. */
  private static Place place(Expected expected) {
    return Place.block(expected.stored().block()).key(expected.key());
  }

  private static String digest(Stored stored) {
    return Sha256.of(stored.value()).value();
  }

  private static String[] digests(Digests peer, List<String> keys) {
    try {
      String[] digests = Codec.read(peer.of(keys), String[].class);
      if (digests.length == keys.size()) {
        return digests;
      }
    } catch (RegistryException e) {
      // Told below: what the peer says is no answer to what it was asked.
      return noAnswer(keys);
    }
    return noAnswer(keys);
  }

  /** An answer that is none differs from everything. */
  private static String[] noAnswer(List<String> keys) {
    String[] none = new String[keys.size()];
    java.util.Arrays.fill(none, "?");
    return none;
  }
}
