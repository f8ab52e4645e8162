// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.grasslandcarbon.audit.blocks.BlockSource;
import org.grasslandcarbon.audit.blocks.BlocksUnreadableException;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.ConfigurationException;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.ledger.CarriedRules;
import org.grasslandcarbon.audit.ledger.Invariants;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.ledger.TransactionAudit.Stretch;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;

/**
 * One audit in one folder, which may be interrupted at any time and goes on from the last blocks
 * that were kept. For use by one thread.
 */
public final class Audit implements AutoCloseable {
  private final LedgerState state;
  private final ExecutorService executor;
  private final BlockAudit blocks;
  private final AuditPlan plan;

  /** Told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** A block was judged. */
    void judged(long block, Optional<Long> newest);
  }

  private Audit(AuditPlan plan, LedgerState state, ExecutorService executor, BlockAudit blocks) {
    this.plan = plan;
    this.state = state;
    this.executor = executor;
    this.blocks = blocks;
  }

  /**
   * Begins an audit in a folder, or goes on with the one that is there.
   *
   * @param clock the auditor's, beyond which no transaction lies
   * @throws LedgerState.UnusableException when the folder cannot be used
   * @throws OtherAuditException when the folder holds another audit
   */
  public static Audit open(Path folder, AuditPlan plan, InstantSource clock) {
    LedgerState state = LedgerState.open(folder);
    ExecutorService executor =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            work -> {
              Thread thread = new Thread(work, "audit-signatures");
              thread.setDaemon(true);
              return thread;
            });
    try {
      return new Audit(plan, state, executor, new BlockAudit(plan, state, executor, clock));
    } catch (RuntimeException e) {
      executor.shutdownNow();
      state.close();
      throw e;
    }
  }

  /** The next block that is wanted. */
  public long next() {
    return blocks.next();
  }

  /**
   * Reads all blocks that a source has, from {@link #next} on.
   *
   * @throws BlocksUnreadableException when it cannot be read, which is no finding
   */
  public void read(BlockSource source, Progress progress) {
    Lookahead lookahead = new Lookahead(source, blocks.verifiedAhead(), executor);
    if (!blocks.isStopped() && blocks.configuration().isEmpty() && !begin(source)) {
      blocks.keep();
      return;
    }
    boolean more = !blocks.isStopped();
    while (more) {
      Lookahead.Window window = lookahead.take(blocks.configuration().orElseThrow());
      for (PreparedBlock block : window.blocks()) {
        if (!blocks.isStopped()) {
          blocks.take(block);
          progress.judged(block.number(), source.newest());
        }
      }
      if (!blocks.isStopped() && window.damage().isPresent()) {
        blocks.stopAtDamage(window.damage().get().inWords());
      }
      more = !window.isLast() && !blocks.isStopped();
    }
    blocks.keep();
  }

  /** The first block says who may sign what comes after it, itself included. */
  private boolean begin(BlockSource source) {
    Optional<Block> first;
    try {
      first = source.next();
    } catch (BlocksUnreadableException e) {
      if (!e.isDamage()) {
        throw e;
      }
      blocks.stopAtDamage(e.inWords());
      return false;
    }
    if (first.isEmpty() || !blocks.isNext(first.get().getHeader().getNumber())) {
      return false;
    }
    try {
      Envelope envelope = Envelope.parseFrom(first.get().getData().getData(0));
      Configuration configuration = Configuration.read(0, envelope);
      blocks.begin(configuration);
      blocks.take(PreparedBlock.of(first.get(), configuration, blocks.verifiedAhead(), executor));
      return !blocks.isStopped();
    } catch (ConfigurationException e) {
      findings().add(FindingCode.CONFIG_UNREADABLE, Place.block(0), e.inWords());
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      findings()
          .add(
              FindingCode.CONFIG_UNREADABLE,
              Place.block(0),
              Detail.zh("区块 0 中没有交易").en("there is no transaction in block 0"));
    }
    return false;
  }

  /** What is audited. */
  public AuditPlan plan() {
    return plan;
  }

  /** The versions of the rules that there are. */
  public Set<String> rulesCarried() {
    return CarriedRules.versions(plan.rulesAlike());
  }

  /** What must hold of the state at the end, whatever led to it. */
  public void checkInvariants() {
    if (blocks.configuration().isPresent()) {
      Invariants.check(state, plan.chaincode(), blocks.findings());
    }
  }

  /** What follows from the blocks. */
  public LedgerState state() {
    return state;
  }

  /** Where others add what they find. */
  public FindingSink findings() {
    return blocks.findings();
  }

  /** What was found, the first of each code. */
  public List<Finding> found() {
    return blocks.findings().listed();
  }

  /** How much was found, by code. */
  public Map<String, Long> foundByCode() {
    return blocks.findings().counts();
  }

  /** What was looked at. */
  public Counts counts() {
    return blocks.counts();
  }

  /** The configuration in force; empty when no block was read. */
  public Optional<Configuration> configuration() {
    return blocks.configuration();
  }

  /** The hash of the last block's header, hexadecimal. */
  public String lastHash() {
    return blocks.lastHash();
  }

  /** Which rules judged from which block on. */
  public List<Stretch> stretches() {
    return blocks.transactions().stretches();
  }

  /** Whether all blocks of the source could be derived. */
  public boolean isComplete() {
    return !blocks.isStopped();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    state.close();
  }
}
