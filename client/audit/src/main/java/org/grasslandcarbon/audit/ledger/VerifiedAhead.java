// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.KeyId;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.registry.SignatureCheck;

/**
 * Signatures of instructions that were verified while earlier blocks were judged, each with the key
 * that its header names, as far as the state has it by then. Nothing is decided by this: the rules
 * ask for a key, a message and a signature, and only where all three are those that were verified
 * is the answer known; otherwise it is verified then. Safe for use by many threads.
 */
public final class VerifiedAhead implements SignatureCheck {
  /** More than there are in the blocks that are read ahead; beyond it all is forgotten at once. */
  private static final int REMEMBERED_MOST = 200_000;

  /** Decoded keys remembered, as many as the registry itself does. */
  private static final int KEYS_MOST = 10_000;

  private final LedgerState state;
  private final String chaincode;
  private final Map<ByteString, Known> bySignature = new ConcurrentHashMap<>();
  private final Map<String, ECPublicKeyParameters> keys = new ConcurrentHashMap<>();

  private record Header(String alg, String kid, String typ) {}

  private record Known(ECPublicKeyParameters key, byte[] message, boolean valid) {}

  public VerifiedAhead(LedgerState state, String chaincode) {
    this.state = state;
    this.chaincode = chaincode;
  }

  /** Verifies the instruction in these bytes, if it is one whose key is known. */
  public void prepare(byte[] jws) {
    int first = indexOfPoint(jws, 0);
    int second = indexOfPoint(jws, first + 1);
    if (first <= 0 || second <= first) {
      return;
    }
    try {
      Header header = Codec.read(decode(jws, 0, first), Header.class);
      byte[] signature = decode(jws, second + 1, jws.length);
      Optional<ECPublicKeyParameters> key = key(header.kid());
      if (key.isPresent()) {
        byte[] message = Arrays.copyOf(jws, second);
        boolean valid = EcdsaP256.verify(key.get(), message, signature);
        if (bySignature.size() >= REMEMBERED_MOST) {
          bySignature.clear();
        }
        bySignature.put(ByteString.copyFrom(signature), new Known(key.get(), message, valid));
      }
    } catch (RegistryException | IllegalArgumentException e) {
      // It is for the rules to say what is wrong with it.
      return;
    }
  }

  private Optional<ECPublicKeyParameters> key(String kid) {
    ECPublicKeyParameters known = keys.get(kid);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ECPublicKeyParameters> read =
        state
            .find(chaincode, RegisteredKey.key(new KeyId(kid)).text())
            .map(stored -> Codec.read(stored.value(), RegisteredKey.class).jwk())
            .map(EcdsaP256::publicKey);
    read.ifPresent(
        key -> {
          if (keys.size() >= KEYS_MOST) {
            keys.clear();
          }
          keys.put(kid, key);
        });
    return read;
  }

  private static int indexOfPoint(byte[] jws, int from) {
    for (int i = from; i < jws.length; i++) {
      if (jws[i] == '.') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] decode(byte[] jws, int from, int to) {
    return Base64.getUrlDecoder().decode(Arrays.copyOfRange(jws, from, to));
  }

  @Override
  public boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature) {
    Known known = bySignature.remove(ByteString.copyFrom(signature));
    return known != null
            && known.key().getQ().equals(key.getQ())
            && Arrays.equals(known.message(), message)
        ? known.valid()
        : EcdsaP256.verify(key, message, signature);
  }
}
