// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key of the world state: namespace, a zero byte, key, ordered by unsigned bytes. That is the
 * order in which Fabric sorts keys (UTF-8), which differs from the order of Java strings for
 * characters beyond U+FFFF.
 *
 * <p>A private data collection has two namespaces of its own: {@code <chaincode>$$h<collection>}
 * holds the hashes of keys and values, {@code <chaincode>$$p<collection>} the values. No chaincode
 * name has a dollar sign.
 */
final class StateKey implements Comparable<StateKey> {
  private final byte[] bytes;
  private int hash;

  private StateKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static StateKey of(String namespace, String key) {
    return of(namespace, key.getBytes(StandardCharsets.UTF_8));
  }

  static StateKey of(String namespace, ByteString key) {
    return of(namespace, key.toByteArray());
  }

  private static StateKey of(String namespace, byte[] key) {
    byte[] prefix = namespace.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(prefix, prefix.length + 1 + key.length);
    System.arraycopy(key, 0, bytes, prefix.length + 1, key.length);
    return new StateKey(bytes);
  }

  static StateKey ofBytes(byte[] bytes) {
    return new StateKey(bytes);
  }

  /** The first key that is greater than every key of the namespace. */
  static StateKey endOf(String namespace) {
    byte[] bytes = (namespace + '\u0001').getBytes(StandardCharsets.UTF_8);
    return new StateKey(bytes);
  }

  static String hashedNamespace(String namespace, String collection) {
    return namespace + "$$h" + collection;
  }

  static String privateNamespace(String namespace, String collection) {
    return namespace + "$$p" + collection;
  }

  byte[] bytes() {
    return bytes;
  }

  private int separator() {
    int i = 0;
    while (bytes[i] != 0) {
      i++;
    }
    return i;
  }

  String namespace() {
    return new String(bytes, 0, separator(), StandardCharsets.UTF_8);
  }

  boolean isPrivateValue() {
    return namespace().contains("$$p");
  }

  String key() {
    int start = separator() + 1;
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  ByteString keyBytes() {
    int start = separator() + 1;
    return ByteString.copyFrom(bytes, start, bytes.length - start);
  }

  @Override
  public int compareTo(StateKey other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(bytes);
    }
    return hash;
  }

  @Override
  public String toString() {
    return namespace() + "/" + key();
  }
}
