// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.gateway.blocks.BlockHandler;
import org.grasslandcarbon.gateway.blocks.BlockReader;
import org.grasslandcarbon.gateway.blocks.BlockSource;
import org.grasslandcarbon.gateway.blocks.LedgerBlock;
import org.grasslandcarbon.gateway.blocks.LedgerBlocks;
import org.grasslandcarbon.gateway.commit.BatchLimits;
import org.grasslandcarbon.gateway.commit.FinalOutcome;
import org.grasslandcarbon.gateway.commit.GroupCommitter;
import org.grasslandcarbon.gateway.commit.OutcomeLimits;
import org.grasslandcarbon.gateway.commit.Outcomes;
import org.grasslandcarbon.gateway.commit.Turns;
import org.grasslandcarbon.gateway.inbox.Inbox;
import org.grasslandcarbon.gateway.inbox.InboxLimits;
import org.grasslandcarbon.gateway.inbox.Receipt;
import org.grasslandcarbon.gateway.ledger.Deadlines;
import org.grasslandcarbon.gateway.ledger.LedgerClient;
import org.grasslandcarbon.gateway.ledger.LedgerIdentity;
import org.grasslandcarbon.network.standalone.OneJvmLedger;

/**
 * The part of a gateway that carries instructions to the ledger, as it is in the product, without
 * its web side: the durable inbox, the group committer, the Fabric Gateway SDK, and a follower of
 * blocks in the place of the projection.
 */
public final class HeadlessGateway implements AutoCloseable {
  private final Runnable hangUp;
  private final LedgerClient client;
  private final Inbox inbox;
  private final Outcomes outcomes;
  private final Turns turns;
  private final GroupCommitter committer;
  private final LedgerBlocks.Following following;
  private final ExecutorService waiters = Executors.newSingleThreadExecutor();

  HeadlessGateway(OneJvmLedger ledger, Path inboxDirectory) {
    this(ledger.newChannel(), ledger.identity(), inboxDirectory);
  }

  /**
   * Starts to carry.
   *
   * @param channel to a peer, embedded or of an office; closed with the gateway
   * @param identity who the gateway is to that peer
   * @param inboxDirectory where instructions are kept until they are final
   */
  public HeadlessGateway(ManagedChannel channel, LedgerIdentity identity, Path inboxDirectory) {
    this(channel, channel::shutdownNow, identity, inboxDirectory);
  }

  /** Starts to carry over a channel that others use too, and that is theirs to close. */
  public static HeadlessGateway over(
      Channel channel, LedgerIdentity identity, Path inboxDirectory) {
    return new HeadlessGateway(channel, () -> {}, identity, inboxDirectory);
  }

  private HeadlessGateway(
      Channel channel, Runnable hangUp, LedgerIdentity identity, Path inboxDirectory) {
    this.hangUp = hangUp;
    Clock clock = Clock.systemUTC();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    client =
        new LedgerClient(
            channel,
            identity,
            OneJvmLedger.CHANNEL,
            OneJvmLedger.CHAINCODE,
            clock,
            Deadlines.DEFAULT);
    inbox = Inbox.open(inboxDirectory, InboxLimits.DEFAULT, clock);
    outcomes = new Outcomes(inbox, OutcomeLimits.DEFAULT, waiters, clock, meters);
    turns = new Turns(identity.mspId(), clock);
    following =
        new LedgerBlocks(client, OneJvmLedger.CHAINCODE)
            .follow(
                0,
                new BlockHandler() {
                  @Override
                  public void arrived(LedgerBlock block) {
                    turns.read(block);
                  }

                  @Override
                  public void take(List<LedgerBlock> blocks) {
                    outcomes.projected(blocks.get(blocks.size() - 1).number());
                  }
                });
    committer = new GroupCommitter(inbox, client, outcomes, turns, BatchLimits.DEFAULT, meters);
    committer.start();
  }

  /** Stores an instruction durably; what a gateway does before it answers. */
  public Receipt accept(InstructionText instruction) {
    byte[] jws = instruction.jws().getBytes(StandardCharsets.US_ASCII);
    return inbox.accept(SignedInstruction.parse(jws), jws);
  }

  /** Completes when the instruction is on the ledger in a durable block that has been read. */
  public CompletableFuture<FinalOutcome> whenFinal(Receipt receipt) {
    return outcomes.whenFinal(receipt);
  }

  /** Brings one instruction and returns when it has its outcome, with what it refers to. */
  public PracticeStage.Arrived bring(InstructionText text) {
    FinalOutcome outcome = whenFinal(accept(text)).join();
    return new PracticeStage.Arrived(
        outcome.verdict().code(),
        outcome.block().isPresent() ? references(text, outcome.block().getAsLong()) : List.of());
  }

  /** What an instruction's journal entry refers to. */
  private List<Reference> references(InstructionText text, long block) {
    String key = JournalEntry.key(text.id()).text();
    return blocks(block, block).stream()
        .flatMap(each -> each.transactions().stream())
        .flatMap(transaction -> transaction.writes().stream())
        .filter(write -> write.key().equals(key))
        .flatMap(write -> Codec.read(write.value(), JournalEntry.class).references().stream())
        .toList();
  }

  /** Blocks of the gateway's peer, from one to another; waits until they are there. */
  public List<LedgerBlock> blocks(long first, long last) {
    BlockReader reader = new BlockReader(OneJvmLedger.CHAINCODE);
    List<LedgerBlock> blocks = new ArrayList<>();
    try (BlockSource.BlockStream stream = client.open(first)) {
      for (long number = first; number <= last; number++) {
        blocks.add(reader.read(stream.next()));
      }
    }
    return blocks;
  }

  /** How many instructions have no outcome yet. */
  public int open() {
    return inbox.size();
  }

  @Override
  public void close() {
    committer.close();
    following.close();
    hangUp.run();
    inbox.close();
    waiters.shutdown();
  }
}
