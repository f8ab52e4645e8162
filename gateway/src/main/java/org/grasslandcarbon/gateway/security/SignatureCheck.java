// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.security;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.grasslandcarbon.gateway.projection.Reader;

/**
 * Verifies an instruction's signature before it is accepted. The ledger verifies it again and
 * decides; this keeps out what nobody signed. Everything else about the instruction, a revoked key
 * as well, is the ledger's to judge, because that leaves an entry in the journal.
 */
public final class SignatureCheck {
  /** A projection further behind than this is a gateway that is too busy. */
  private static final int CATCH_UP_SECONDS = 5;

  private final Keyring keyring;
  private final Reader reader;
  private final ProjectionProgress progress;

  public SignatureCheck(Keyring keyring, Reader reader, ProjectionProgress progress) {
    this.keyring = keyring;
    this.reader = reader;
    this.progress = progress;
  }

  /**
   * Completes when the signature is found good. An unknown key may be registered in a block that is
   * on the ledger and not projected yet, so that such an instruction waits for it.
   *
   * @return fails with {@code UNKNOWN_PARTICIPANT}, {@code BAD_SIGNATURE} or {@code OVERLOADED}
   */
  public CompletableFuture<Void> verify(SignedInstruction signed) {
    Optional<Keyring.Owned> key = keyring.find(signed.kid());
    if (key.isPresent()) {
      return CompletableFuture.completedFuture(null).thenRun(() -> require(signed, key.get()));
    }
    // A copy, because a timeout must end this wait and not that of others for the same block.
    return progress
        .whenCaughtUp()
        .copy()
        .orTimeout(CATCH_UP_SECONDS, TimeUnit.SECONDS)
        .handle(
            (done, late) -> {
              if (late instanceof TimeoutException) {
                throw new RegistryException(
                    ErrorCode.OVERLOADED,
                    zh("网关仍在读取账本的最新区块")
                        .en("the gateway is still reading the ledger's last blocks"));
              }
              return done;
            })
        .thenRun(() -> requireKnown(signed));
  }

  private void requireKnown(SignedInstruction signed) {
    Keyring.Owned key = keyring.find(signed.kid()).orElseThrow(() -> unknown(signed));
    require(signed, key);
  }

  private RegistryException unknown(SignedInstruction signed) {
    String participant = signed.instruction().participant().value();
    return reader.find(Participant.key(new ParticipantId(participant))).isPresent()
        ? new RegistryException(
            ErrorCode.BAD_SIGNATURE, zh("密钥 %s 未登记").en("key %s is not registered", signed.kid()))
        : new RegistryException(
            ErrorCode.UNKNOWN_PARTICIPANT, zh("主体 %s").en("participant %s", participant));
  }

  private static void require(SignedInstruction signed, Keyring.Owned key) {
    boolean good =
        key.participant().equals(signed.instruction().participant())
            && key.signed(signed.signingInput(), signed.signature());
    if (!good) {
      throw new RegistryException(
          ErrorCode.BAD_SIGNATURE,
          zh("该内容不是由密钥 %s 签署").en("key %s did not sign this", signed.kid()));
    }
  }
}
