// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.grasslandcarbon.audit.ledger.VerifiedAhead;
import org.grasslandcarbon.audit.paper.PaperNetwork;
import org.grasslandcarbon.domain.instruction.EcdsaP256;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.testing.Signer;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was verified before answers only for the very key, message and signature. */
class VerifiedAheadTest {
  @TempDir private Path folder;

  @Test
  void a_known_signature_says_nothing_of_another_message_or_key() {
    TestLedger ledger = new TestLedger();
    ledger.admit(TestLedger.BEIJING, Role.TRADER);
    PaperNetwork network = new PaperNetwork();
    network.found(ledger);
    byte[] jws = ledger.sent().get(0).instructions().get(0);
    SignedInstruction signed = SignedInstruction.parse(jws);
    ECPublicKeyParameters key =
        EcdsaP256.publicKey(ledger.signer(ledger.the(Role.AUTHORITY)).jwk());
    byte[] other = signed.signingInput().clone();
    other[other.length - 1] ^= 1;

    try (Audit audit = Audit.open(folder, Audited.plan(network), Audited.CLOCK)) {
      audit.read(new ListedBlocks(network.blocks()), (block, newest) -> {});
      VerifiedAhead ahead = new VerifiedAhead(audit.state(), PaperNetwork.CHAINCODE);

      ahead.prepare(jws);
      assertThat(ahead.verify(key, other, signed.signature())).isFalse();
      ahead.prepare(jws);
      assertThat(
              ahead.verify(
                  EcdsaP256.publicKey(Signer.seeded(4711).jwk()),
                  signed.signingInput(),
                  signed.signature()))
          .isFalse();
      ahead.prepare(jws);
      assertThat(ahead.verify(key, signed.signingInput(), signed.signature())).isTrue();
      assertThat(ahead.verify(key, signed.signingInput(), signed.signature()))
          .as("not prepared, and verified then")
          .isTrue();

      byte[] forged = jws.clone();
      forged[forged.length - 5] = (byte) (forged[forged.length - 5] == 'A' ? 'B' : 'A');
      SignedInstruction wrong = SignedInstruction.parse(forged);
      ahead.prepare(forged);
      assertThat(ahead.verify(key, wrong.signingInput(), wrong.signature())).isFalse();
      ahead.prepare("no instruction".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }
}
