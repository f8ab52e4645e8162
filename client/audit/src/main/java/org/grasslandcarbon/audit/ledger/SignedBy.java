// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BadValueException;

/**
 * Whether the instructions of a transaction that took effect were signed by a key of their
 * participants: what is still checked where the rules themselves are not at hand.
 */
final class SignedBy {
  private final LedgerState state;
  private final String chaincode;
  private final FindingSink findings;

  SignedBy(LedgerState state, String chaincode, FindingSink findings) {
    this.state = state;
    this.chaincode = chaincode;
    this.findings = findings;
  }

  void check(LedgerTransaction transaction, Place place) {
    if (!RuleRun.function(transaction).equals("submit")) {
      return;
    }
    List<ByteString> instructions = transaction.call().subList(1, transaction.call().size());
    Verdict[] told;
    try {
      told =
          Codec.read(
              transaction.action().getResponse().getPayload().toByteArray(), Verdict[].class);
    } catch (RegistryException e) {
      told = new Verdict[] {null};
    }
    if (Arrays.asList(told).contains(null)) {
      findings.add(
          FindingCode.RESPONSE_DIFFERS,
          place,
          zh("应答中没有可读取的裁决").en("there are no verdicts in the response that can be read"));
      return;
    }
    for (int i = 0; i < instructions.size(); i++) {
      boolean applied = i < told.length && told[i].code().equals(Verdict.APPLIED);
      if (applied && !isSigned(instructions.get(i).toByteArray())) {
        findings.add(
            FindingCode.INSTRUCTION_FORGED,
            place,
            zh("第 %s 条指令没有该主体的有效签名")
                .en("instruction %s has no valid signature of its participant", i + 1));
      }
    }
  }

  private boolean isSigned(byte[] jws) {
    try {
      SignedInstruction signed = SignedInstruction.parse(jws);
      Optional<RegisteredKey> key =
          state
              .find(chaincode, RegisteredKey.key(signed.kid()).text())
              .map(stored -> Codec.read(stored.value(), RegisteredKey.class))
              .filter(each -> each.participant().equals(signed.instruction().participant()));
      return key.isPresent()
          && EcdsaP256.verify(
              EcdsaP256.publicKey(key.get().jwk()), signed.signingInput(), signed.signature());
    } catch (RegistryException | BadValueException e) {
      return false;
    }
  }
}
