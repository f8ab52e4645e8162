// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What is in the index altogether: kept with every block, so that an index that has lost an entry
 * or shows an old one is found out even where each page by itself is whole.
 *
 * @param height how many blocks have been applied
 * @param entries how many entries there are of state, history and transactions
 * @param sum of a number made of each entry; the order in which they came makes no difference
 */
record IndexContents(long height, long entries, long sum) {
  static final IndexContents NOTHING = new IndexContents(0, 0, 0);

  IndexContents with(long entry) {
    return new IndexContents(height, entries + 1, sum + entry);
  }

  IndexContents without(long entry) {
    return new IndexContents(height, entries - 1, sum - entry);
  }

  IndexContents atHeight(long newHeight) {
    return new IndexContents(newHeight, entries, sum);
  }

  /** The number of an entry of the world state. */
  static long entry(StateKey key, StateValue value) {
    return new Entry('s')
        .add(key.bytes())
        .add(value.version().block())
        .add(value.version().transaction())
        .add(value.metadata())
        .add(value.value())
        .number();
  }

  /** The number of an entry of history. */
  static long entry(StateKey historyKey) {
    return new Entry('h').add(historyKey.bytes()).number();
  }

  /** The number of a transaction's entry. */
  static long entry(String transactionId, TransactionPosition position) {
    return new Entry('t')
        .add(transactionId.getBytes(StandardCharsets.UTF_8))
        .add(position.block())
        .add(position.transaction())
        .add(position.code().getNumber())
        .number();
  }

  /** Two checksums over an entry's parts, each part with its length, mixed to one number. */
  private static final class Entry {
    private final Checksum first = new CRC32();
    private final Checksum second = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private Entry(int kind) {
      first.update(kind);
      second.update(kind);
    }

    private Entry add(long part) {
      number.putLong(0, part);
      first.update(number.array());
      second.update(number.array());
      return this;
    }

    private Entry add(byte[] part) {
      add(part.length);
      first.update(part);
      second.update(part);
      return this;
    }

    private Entry add(ByteString part) {
      add(part.size());
      for (ByteBuffer each : part.asReadOnlyByteBufferList()) {
        first.update(each.duplicate());
        second.update(each);
      }
      return this;
    }

    /** Checksums of related entries are related; sums of them mixed (SplitMix64) are not. */
    private long number() {
      long mixed = first.getValue() << 32 | second.getValue();
      mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
      return mixed ^ mixed >>> 31;
    }
  }
}
