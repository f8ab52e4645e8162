// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.security.Caller;

/**
 * Cursors that say nothing and that nobody else can make: of lists that are looked through in the
 * order of something that may be hidden itself, and whose pages can end there. They are for the one
 * to whom they were given, and as long as this gateway runs.
 */
final class SealedCursor {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int DIGEST_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  SealedCursor() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    key = new SecretKeySpec(bytes, "AES");
  }

  /** The cursor of what comes after a document. */
  String of(Sha256 after, Optional<Caller> caller) {
    return seal(HexFormat.of().parseHex(after.value()), "", caller);
  }

  /** The cursor of what comes after a position in a list that has a name. */
  String of(long position, String list, Optional<Caller> caller) {
    return seal(ByteBuffer.allocate(Long.BYTES).putLong(position).array(), list, caller);
  }

  private String seal(byte[] after, String list, Optional<Caller> caller) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, list, caller).doFinal(after);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }

  /** After which document a page begins; refused when it was given to nobody, or to another. */
  Sha256 read(String cursor, Optional<Caller> caller) {
    byte[] after = open(cursor, "", caller);
    if (after.length != DIGEST_BYTES) {
      throw Paging.wrongCursor();
    }
    return new Sha256(HexFormat.of().formatHex(after));
  }

  /**
   * After which position of a list a page begins; refused when it was given to nobody, to another,
   * or of another list.
   */
  long read(String cursor, String list, Optional<Caller> caller) {
    byte[] after = open(cursor, list, caller);
    if (after.length != Long.BYTES) {
      throw Paging.wrongCursor();
    }
    return ByteBuffer.wrap(after).getLong();
  }

  private byte[] open(String cursor, String list, Optional<Caller> caller) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      byte[] nonce = new byte[Math.min(NONCE_BYTES, bytes.remaining())];
      bytes.get(nonce);
      byte[] sealed = new byte[bytes.remaining()];
      bytes.get(sealed);
      return cipher(Cipher.DECRYPT_MODE, nonce, list, caller).doFinal(sealed);
    } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
      throw Paging.wrongCursor();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String list, Optional<Caller> caller)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    String whose = caller.map(each -> each.id().value()).orElse("");
    cipher.updateAAD((whose + " " + list).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
