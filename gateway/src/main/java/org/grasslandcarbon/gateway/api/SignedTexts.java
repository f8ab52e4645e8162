// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.registry.CorrectRecord;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.security.Caller;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Signed instructions as they were sent, read from the block that has them: the database keeps only
 * their digests. Two at a time are read, since each costs the peer a whole block.
 */
@Component
final class SignedTexts implements AutoCloseable {
  private static final int AT_A_TIME = 2;
  private static final int WAITING_MOST = 16;

  private final Journal journal;
  private final Confidence confidence;
  private final LedgerClient client;
  private final Computations threads = new Computations("signed-text", AT_A_TIME, WAITING_MOST);

  SignedTexts(Journal journal, Confidence confidence, LedgerClient client) {
    this.journal = journal;
    this.confidence = confidence;
    this.client = client;
  }

  /** The text of an instruction; what somebody may not read is not there. */
  CompletableFuture<byte[]> find(InstructionId id, Optional<Caller> caller) {
    Journal.Entry entry =
        journal
            .find(id)
            .filter(each -> confidence.permitsText(each, caller))
            .orElseThrow(Found::nothing);
    return threads.submit(
        mustBeWanted ->
            read(entry.block(), id)
                .filter(text -> namesWhatIsPublic(text) || confidence.permitsAll(entry, caller))
                .orElseThrow(Found::nothing),
        () -> {});
  }

  private Optional<byte[]> read(long block, InstructionId id) {
    try {
      return client.instruction(block, id);
    } catch (RuntimeException unanswered) {
      throw new RegistryException(
          ErrorCode.OVERLOADED,
          zh("账本节点未按时给出区块 %s").en("the peer did not give the block %s in time", block));
    }
  }

  /** A correction is public, but which record is wrong is not where the record is not. */
  private static boolean namesWhatIsPublic(byte[] text) {
    SignedInstruction.Payload payload = SignedInstruction.parse(text).instruction();
    if (!payload.action().equals(CorrectRecord.TYPE.name())) {
      return true;
    }
    JsonNode type = payload.args().path("recordType");
    return RecordTypes.named(type.asString(""))
        .filter(named -> named.visibility().isPublic())
        .isPresent();
  }

  @Override
  public void close() {
    threads.close();
  }
}
