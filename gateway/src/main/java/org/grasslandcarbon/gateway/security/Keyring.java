// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.Jwk;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.Reader;
import tools.jackson.databind.JsonNode;

/**
 * The registered keys. Whose a key is never changes, so that is remembered; whether it is revoked
 * is asked anew each time.
 */
public final class Keyring {
  /** Decoded keys remembered, some 2 KB each; forgotten all at once when there are more. */
  private static final int MEMO_MOST = 20_000;

  private final Reader reader;
  private final Map<KeyId, Owned> memo = new ConcurrentHashMap<>();

  public Keyring(Reader reader) {
    this.reader = reader;
  }

  /**
   * A key and whose it is.
   *
   * @param participant the participant
   * @param key decoded
   */
  public record Owned(ParticipantId participant, ECPublicKeyParameters key) {
    /** Whether this key made a signature. */
    public boolean signed(byte[] message, byte[] signature) {
      return EcdsaP256.verify(key, message, signature);
    }
  }

  /** The key of a name, revoked or not. */
  public Optional<Owned> find(KeyId kid) {
    Owned known = memo.get(kid);
    return known != null ? Optional.of(known) : record(kid).map(record -> remember(kid, record));
  }

  /** The key of a name, unless it is revoked. */
  public Optional<Owned> findActive(KeyId kid) {
    return record(kid)
        .filter(record -> record.path("revocation").isMissingNode())
        .map(record -> remember(kid, record));
  }

  private Optional<? extends JsonNode> record(KeyId kid) {
    return reader.find(RegisteredKey.key(kid));
  }

  private Owned remember(KeyId kid, JsonNode record) {
    if (memo.size() > MEMO_MOST) {
      memo.clear();
    }
    return memo.computeIfAbsent(
        kid,
        any ->
            new Owned(
                new ParticipantId(record.path("participant").asString()),
                EcdsaP256.publicKey(Codec.convert(record.path("jwk"), Jwk.class))));
  }
}
