// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.bench;

import io.grpc.ManagedChannel;
import java.time.Clock;
import java.util.List;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.BlockSource;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.network.conformance.HeadlessGateway;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.standalone.OneJvmLedger;

/**
 * Credits to transfer, from a project's whole life under the training methodology, whose periods
 * last no days: on any ledger that was founded with the example's keys.
 */
final class TrainingCredits {
  private final BenchTarget target;
  private final HeadlessGateway gateway;

  private TrainingCredits(BenchTarget target, HeadlessGateway gateway) {
    this.target = target;
    this.gateway = gateway;
  }

  /**
   * A batch of credits, all but its buffer in one hand.
   *
   * @param batch the batch
   * @param owner who has them
   */
  record Issued(BatchId batch, InstructionSigner owner) {}

  /** Issues the credits of a year. */
  static Issued issue(BenchTarget target, HeadlessGateway gateway) {
    PracticeStage stage =
        new PracticeStage(
            new TrainingCredits(target, gateway)::bring,
            target.signers().get("authority"),
            target.signers().get("office-beijing"),
            new RegionCode("110000"));
    Story story = Story.untilIssued(stage, stage.setting(Land.Fields.LARGE, 1));
    return new Issued(story.batch(), stage.signer(Part.OWNER));
  }

  private PracticeStage.Arrived bring(InstructionText text) {
    FinalOutcome outcome = gateway.whenFinal(gateway.accept(text)).join();
    return new PracticeStage.Arrived(
        outcome.verdict().code(),
        outcome.block().isPresent() ? references(text, outcome.block().getAsLong()) : List.of());
  }

  /** What an instruction's journal entry refers to. */
  private List<Reference> references(InstructionText text, long block) {
    ManagedChannel channel = target.newChannel();
    LedgerClient client =
        new LedgerClient(
            channel,
            target.identity(),
            OneJvmLedger.CHANNEL,
            OneJvmLedger.CHAINCODE,
            Clock.systemUTC(),
            Deadlines.DEFAULT);
    String key = JournalEntry.key(text.id()).text();
    try (BlockSource.BlockStream blocks = client.open(block)) {
      return new BlockReader(OneJvmLedger.CHAINCODE)
          .read(blocks.next()).transactions().stream()
              .flatMap(transaction -> transaction.writes().stream())
              .filter(write -> write.key().equals(key))
              .flatMap(write -> Codec.read(write.value(), JournalEntry.class).references().stream())
              .toList();
    } finally {
      channel.shutdownNow();
    }
  }
}
