// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.ConfigurationChange;
import org.grasslandcarbon.audit.channel.ConfigurationException;
import org.grasslandcarbon.audit.channel.OrdererSignatures;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.ledger.CarriedRules;
import org.grasslandcarbon.audit.ledger.LedgerState;
import org.grasslandcarbon.audit.ledger.LedgerTransaction;
import org.grasslandcarbon.audit.ledger.TransactionAudit;
import org.grasslandcarbon.audit.ledger.VerifiedAhead;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Takes blocks in their order and keeps what follows from them. The state is what a correct peer
 * has, whatever is found: it follows Fabric's rules, so that a broken rule of the registry is found
 * once, where it was broken, and not in all that comes of it.
 */
final class BlockAudit {
  /** What is done again at most when an audit is interrupted. */
  private static final int BLOCKS_BETWEEN = 100;

  private final AuditPlan plan;
  private final LedgerState state;
  private final Executor verification;
  private final KeptFindings findings;
  private final TransactionAudit transactions;
  private final VerifiedAhead verifiedAhead;
  private Configuration configuration;
  private Set<String> founding = Set.of();
  private ByteString lastHash = ByteString.EMPTY;
  private Counts counts = Counts.NONE;
  private long next;
  private boolean stopped;
  private boolean unreadable;

  BlockAudit(AuditPlan plan, LedgerState state, Executor verification, InstantSource clock) {
    this.plan = plan;
    this.state = state;
    this.verification = verification;
    Optional<Checkpoint> before =
        state.note(Checkpoint.NOTE).map(json -> Codec.read(json, Checkpoint.class));
    findings = new KeptFindings(state, before.map(Checkpoint::listed).orElse(Map.of()));
    verifiedAhead = new VerifiedAhead(state, plan.chaincode());
    transactions = new TransactionAudit(state, plan.chaincode(), findings, clock);
    before.ifPresent(this::goOn);
  }

  private void goOn(Checkpoint before) {
    if (!before.plan().equals(plan.identity())) {
      throw new OtherAuditException();
    }
    next = before.next();
    lastHash = ByteString.copyFrom(HexFormat.of().parseHex(before.lastHash()));
    counts = before.counts();
    founding = before.founding();
    stopped = before.stopped().orElse(false);
    try {
      Config config = Config.parseFrom(Base64.getDecoder().decode(before.configuration()));
      configure(Configuration.of(before.channel(), before.configurationBlock(), config));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a configuration that was kept cannot be read", e);
    }
    transactions.goOn(
        before.stretches().stream().map(BlockAudit::stretch).toList(), before.latest());
  }

  private static TransactionAudit.Stretch stretch(Checkpoint.Stretch kept) {
    return new TransactionAudit.Stretch(kept.carried(), kept.from(), kept.version());
  }

  private void configure(Configuration changed) {
    configuration = changed;
    transactions.configure(
        changed, new CarriedRules(verification, founding, verifiedAhead, plan.rulesAlike()));
  }

  /** The next block's number. */
  long next() {
    return next;
  }

  /** Whether nothing that comes can be derived any more. */
  boolean isStopped() {
    return stopped;
  }

  /** What is in force; empty before the first block. */
  Optional<Configuration> configuration() {
    return Optional.ofNullable(configuration);
  }

  KeptFindings findings() {
    return findings;
  }

  Counts counts() {
    return counts;
  }

  String lastHash() {
    return HexFormat.of().formatHex(lastHash.toByteArray());
  }

  /** Where signatures go that are verified before their turn. */
  VerifiedAhead verifiedAhead() {
    return verifiedAhead;
  }

  TransactionAudit transactions() {
    return transactions;
  }

  /** Says that there is something that is no block. */
  void stopAtDamage(Detail what) {
    findings.add(FindingCode.BLOCK_UNREADABLE, Place.block(next), what);
    stop();
  }

  private void stop() {
    stopped = true;
    findings.add(
        FindingCode.NOT_READ_FURTHER,
        Place.block(next),
        zh("自区块 %s 起未核对").en("nothing was checked from block %s on", next));
  }

  /** Begins with the first block, under whose own configuration it was prepared. */
  void begin(Configuration first) {
    configuration = first;
    founding = plan.foundingOrganisations().orElse(first.applicationOrganisations());
    configure(first);
  }

  /** Takes the next block. */
  void take(PreparedBlock block) {
    if (!isNext(block.number())) {
      return;
    }
    Place place = Place.block(next);
    if (next == 0) {
      Optional<Detail> foreign = plan.anchor().fault(block.headerHash(), configuration);
      if (foreign.isPresent()) {
        findings.add(FindingCode.GENESIS_NOT_TRUSTED, place, foreign.get());
        stop();
        return;
      }
      plan.anchor()
          .unproven()
          .ifPresent(what -> findings.add(FindingCode.GENESIS_BY_ROOTS_ONLY, place, what));
    }
    checkHeader(block, place);
    if (next > 0 && PreparedBlock.isConfiguration(block.block())) {
      follow(block, place);
    } else if (next > 0) {
      ByteString outcomes =
          PreparedBlock.slot(block.block(), BlockMetadataIndex.TRANSACTIONS_FILTER);
      counts = counts.plus(count(transactions.take(next, block.transactions(), outcomes)));
    }
    lastHash = block.headerHash();
    next++;
    state.endBlock();
    if (unreadable) {
      stop();
    }
    if (state.isFull() || next % BLOCKS_BETWEEN == 0) {
      keep();
    }
  }

  private static Counts count(TransactionAudit.Taken taken) {
    return new Counts(
        0,
        taken.instructions(),
        taken.rerun(),
        taken.signatures(),
        taken.transactions(),
        taken.valid());
  }

  /** Whether a block of this number should come now; whatever else comes ends the audit. */
  boolean isNext(long number) {
    if (number == next) {
      return true;
    }
    boolean missing = Long.compareUnsigned(number, next) > 0;
    findings.add(
        missing ? FindingCode.BLOCK_MISSING : FindingCode.BLOCK_OUT_OF_ORDER,
        Place.block(next),
        zh("应为区块 %s，而来的是 %s")
            .en("block %s should come, and %s does", next, Long.toUnsignedString(number)));
    stop();
    return false;
  }

  private void checkHeader(PreparedBlock block, Place place) {
    if (!block.block().getHeader().getPreviousHash().equals(lastHash)) {
      findings.add(
          FindingCode.PREVIOUS_HASH_WRONG,
          place,
          zh("前一区块的哈希为 %s").en("the hash of the block before is %s", lastHash()));
    }
    if (!block.dataHashIsRight()) {
      findings.add(
          FindingCode.DATA_HASH_WRONG,
          place,
          zh("内容在区块形成后被改动").en("the contents were changed after the block was made"));
    }
    block.recut().ifPresent(why -> findings.add(FindingCode.ENTRIES_NOT_WHOLE, place, why));
    block
        .orderers()
        .flatMap(OrdererSignatures::fault)
        .ifPresent(why -> findings.add(FindingCode.ORDERER_SIGNATURES_TOO_FEW, place, why));
    if (block.orderers().isPresent()) {
      long lastConfig = block.orderers().get().lastConfig();
      long expected = PreparedBlock.isConfiguration(block.block()) ? next : configuration.block();
      if (lastConfig >= 0 && lastConfig != expected) {
        findings.add(
            FindingCode.LAST_CONFIG_WRONG,
            place,
            zh("为 %s，应为 %s").en("it is %s and should be %s", lastConfig, expected));
      }
    }
  }

  /** A new configuration holds from the next block on, if it may follow. */
  private void follow(PreparedBlock block, Place place) {
    LedgerTransaction only = block.transactions().get(0);
    Place at = place.transaction(0, only.id());
    Optional<Detail> creator =
        only.code() == TxValidationCode.VALID
            ? Optional.empty()
            : Optional.of(zh("配置交易无效：%s").en("the transaction is not valid: %s", only.code()));
    creator.ifPresent(why -> findings.add(FindingCode.CONFIG_NOT_AUTHORISED, at, why));
    ConfigurationChange.fault(configuration, only.envelope())
        .ifPresent(fault -> findings.add(fault.code(), at, fault.detail()));
    counts = counts.plus(new Counts(1, 0, 0, only.signatures(), 1, 1));
    try {
      configure(Configuration.read(next, only.envelope()));
    } catch (ConfigurationException e) {
      findings.add(FindingCode.CONFIG_UNREADABLE, at, e.inWords());
      unreadable = true;
    }
  }

  /** Writes all that follows from the blocks so far to disk, with how far they were read. */
  void keep() {
    if (configuration == null) {
      return;
    }
    Map<String, Long> listed = new TreeMap<>(findings.counts());
    Checkpoint checkpoint =
        new Checkpoint(
            configuration.channel(),
            Base64.getEncoder().encodeToString(configuration.config().toByteArray()),
            configuration.block(),
            counts,
            founding,
            lastHash(),
            transactions.latest(),
            listed,
            next,
            plan.identity(),
            transactions.stretches().stream()
                .map(each -> new Checkpoint.Stretch(each.carried(), each.from(), each.version()))
                .toList(),
            stopped ? Optional.of(true) : Optional.empty());
    state.note(Checkpoint.NOTE, Codec.write(checkpoint));
    state.commit();
  }
}
