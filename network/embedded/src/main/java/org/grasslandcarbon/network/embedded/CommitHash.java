// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The hash by which two peers find out that they have come to the same state: over the validation
 * codes of a block, its updates in key order (private values only as their hashes), and the commit
 * hash of the block before.
 */
final class CommitHash {
  private CommitHash() {}

  static ByteString of(List<TxValidationCode> codes, BlockUpdates updates, ByteString previous) {
    MessageDigest digest = Sha256.digest();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(head);
      out.writeUInt32NoTag(codes.size());
      out.flush();
      digest.update(head.toByteArray());
      digest.update(Blocks.filter(codes).toByteArray());
      addUpdates(digest, updates);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory does not fail.", e);
    }
    Sha256.update(digest, previous);
    return ByteString.copyFrom(digest.digest());
  }

  /**
   * The message is Fabric's {@code txmgr.Updates}; it is not among the published ones, so it is
   * written by hand.
   */
  private static void addUpdates(MessageDigest digest, BlockUpdates updates) throws IOException {
    String previousNamespace = null;
    String previousCollection = "";
    for (Map.Entry<StateKey, StateValue> update : updates.sorted().entrySet()) {
      StateKey key = update.getKey();
      if (key.isPrivateValue()) {
        continue;
      }
      String full = key.namespace();
      int dollar = full.indexOf("$$h");
      String namespace = dollar < 0 ? full : full.substring(0, dollar);
      String collection = dollar < 0 ? "" : full.substring(dollar + 3);
      boolean newNamespace = !namespace.equals(previousNamespace);
      boolean newCollection = newNamespace || !collection.equals(previousCollection);
      byte[] write =
          write(
              newNamespace ? namespace : "",
              newCollection ? collection : "",
              key.keyBytes(),
              update.getValue(),
              updates.version(key));
      ByteArrayOutputStream tagged = new ByteArrayOutputStream(6);
      CodedOutputStream out = CodedOutputStream.newInstance(tagged);
      out.writeTag(1, com.google.protobuf.WireFormat.WIRETYPE_LENGTH_DELIMITED);
      out.writeUInt32NoTag(write.length);
      out.flush();
      digest.update(tagged.toByteArray());
      digest.update(write);
      previousNamespace = namespace;
      previousCollection = collection;
    }
  }

  private static byte[] write(
      String namespace, String collection, ByteString key, StateValue value, Version version)
      throws IOException {
    ByteArrayOutputStream versionBytes = new ByteArrayOutputStream(12);
    version.writeTo(versionBytes);
    int size = namespace.length() * 3 + collection.length() * 3 + key.size() + 64;
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(size + (value == null ? 0 : value.value().size()));
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 512);
    if (!namespace.isEmpty()) {
      out.writeString(1, namespace);
    }
    if (!collection.isEmpty()) {
      out.writeString(2, collection);
    }
    if (!key.isEmpty()) {
      out.writeBytes(3, key);
    }
    if (value == null) {
      out.writeBool(4, true);
    } else {
      out.writeBytes(5, value.value());
    }
    out.writeByteArray(6, versionBytes.toByteArray());
    out.flush();
    return bytes.toByteArray();
  }
}
