// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.network.conformance.Traders;

/** Signature verifications a second on one thread: what an endorser cannot be faster than. */
final class VerificationLimit {
  private static final int SIGNATURES_MOST = 5_000;
  private static final int ROUNDS = 4;

  private VerificationLimit() {}

  /** The best of some rounds over real instructions with their signers' keys. */
  static double perSecond(List<InstructionText> texts, Traders traders) {
    List<SignedInstruction> signed =
        texts.stream()
            .limit(SIGNATURES_MOST)
            .map(text -> text.jws().getBytes(StandardCharsets.US_ASCII))
            .map(SignedInstruction::parse)
            .toList();
    Map<Object, ECPublicKeyParameters> keys =
        traders.all().stream()
            .collect(
                Collectors.toMap(
                    trader -> trader.participant(),
                    trader -> EcdsaP256.publicKey(trader.key().jwk())));
    return IntStream.range(0, ROUNDS)
        .mapToObj(round -> round(signed, keys))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static double round(
      List<SignedInstruction> signed, Map<Object, ECPublicKeyParameters> keys) {
    long start = System.nanoTime();
    for (SignedInstruction each : signed) {
      ECPublicKeyParameters key = keys.get(each.instruction().participant());
      if (!EcdsaP256.verify(key, each.signingInput(), each.signature())) {
        throw new IllegalStateException("a signature does not verify");
      }
    }
    return signed.size() * 1e9 / (System.nanoTime() - start);
  }
}
