// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.embedded;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over concatenated parts, without first copying them into one array. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  static void update(MessageDigest digest, ByteString part) {
    for (ByteBuffer buffer : part.asReadOnlyByteBufferList()) {
      digest.update(buffer);
    }
  }

  static byte[] of(ByteString... parts) {
    MessageDigest digest = digest();
    for (ByteString part : parts) {
      update(digest, part);
    }
    return digest.digest();
  }

  static ByteString hash(ByteString... parts) {
    return ByteString.copyFrom(of(parts));
  }

  static ByteString hash(String text) {
    return ByteString.copyFrom(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
