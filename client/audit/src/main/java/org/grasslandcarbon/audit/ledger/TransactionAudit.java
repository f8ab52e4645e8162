// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.channel.Member;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.FindingSink;
import org.grasslandcarbon.audit.finding.Place;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Comes to an outcome of its own for each transaction of a block, holds it against the one that the
 * block says, runs the registry's rules again for what is valid, and writes.
 */
public final class TransactionAudit {
  /** Whose certificates are remembered as expired, so that each is noted once. */
  private static final int EXPIRED_MOST = 1_000;

  private final LedgerState state;
  private final String chaincode;
  private final FindingSink findings;
  private final Endorsing endorsing;
  private final Conflicts conflicts;
  private final List<Stretch> stretches = new ArrayList<>();
  private final Set<String> otherChaincodes = new HashSet<>();
  private final Set<Member> expired = new HashSet<>();
  private final TransactionTimes times;
  private CarriedRules carried;

  /**
   * Blocks of one version of the chaincode.
   *
   * @param carried whether its rules were run again
   * @param from the first block with a transaction of it
   * @param version the version in the chaincode's definition
   */
  public record Stretch(boolean carried, long from, String version) {}

  /**
   * What was looked at in a block.
   *
   * @param instructions instructions in valid transactions of the registry
   * @param rerun transactions whose rules were run again
   * @param signatures signatures that were verified
   * @param transactions all
   * @param valid valid ones
   */
  public record Taken(
      long instructions, long rerun, long signatures, long transactions, long valid) {}

  /**
   * @param clock the auditor's, beyond which no transaction lies
   */
  public TransactionAudit(
      LedgerState state, String chaincode, FindingSink findings, InstantSource clock) {
    this.state = state;
    this.chaincode = chaincode;
    this.findings = findings;
    endorsing = new Endorsing(state);
    conflicts = new Conflicts(state);
    times = new TransactionTimes(clock, findings);
  }

  /** The configuration, and the rules that there are, from now on. */
  public void configure(Configuration configuration, CarriedRules rules) {
    endorsing.configure(configuration);
    carried = rules;
  }

  /** Goes on where an audit was interrupted. */
  public void goOn(List<Stretch> before, Optional<Instant> latest) {
    stretches.addAll(before);
    times.goOn(latest);
  }

  /** The greatest time of a transaction so far. */
  public Optional<Instant> latest() {
    return times.latest();
  }

  /** Which rules judged from which block on. */
  public List<Stretch> stretches() {
    return List.copyOf(stretches);
  }

  /**
   * Takes the transactions of a block.
   *
   * @param block its number
   * @param outcomes what the block says became of each, a byte a transaction
   */
  public Taken take(long block, List<LedgerTransaction> transactions, ByteString outcomes) {
    if (outcomes.size() != transactions.size()) {
      findings.add(
          FindingCode.OUTCOMES_MISSING,
          Place.block(block),
          zh("%s 笔交易，%s 个结果")
              .en("%s transactions and %s outcomes", transactions.size(), outcomes.size()));
    }
    List<TxValidationCode> codes = beforeConflicts(transactions);
    long rerun = 0;
    long instructions = 0;
    long signatures = 0;
    long valid = 0;
    for (int i = 0; i < transactions.size(); i++) {
      LedgerTransaction each = transactions.get(i);
      Place place = Place.block(block).transaction(i, each.id());
      signatures += each.signatures();
      TxValidationCode code = codes.get(i);
      if (code == TxValidationCode.VALID) {
        code = conflicts.check(each.readWrites());
      }
      if (i < outcomes.size()) {
        compare(code, TxValidationCode.forNumber(outcomes.byteAt(i) & 0xff), each, place);
      }
      if (!each.id().isEmpty()) {
        state.addTransaction(each.id(), block);
      }
      if (code == TxValidationCode.VALID) {
        valid++;
        requireOwnWrites(each, place);
        noteWhatIsNotChecked(each, place);
        if (each.chaincode().equals(chaincode)) {
          requireItsTime(each, place);
          rerun += runAgain(each, block, place) ? 1 : 0;
          instructions += RuleRun.function(each).equals("submit") ? each.call().size() - 1 : 0;
        }
        conflicts.apply(each.readWrites(), block, i);
      }
    }
    return new Taken(instructions, rerun, signatures, transactions.size(), valid);
  }

  /** What Fabric decides before it looks at versions: by the state before the block. */
  private List<TxValidationCode> beforeConflicts(List<LedgerTransaction> transactions) {
    List<TxValidationCode> codes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (LedgerTransaction each : transactions) {
      TxValidationCode code = each.code();
      if (code == TxValidationCode.VALID) {
        code =
            !each.isEndorsed()
                ? TxValidationCode.UNKNOWN_TX_TYPE
                : state.hasTransaction(each.id())
                    ? TxValidationCode.DUPLICATE_TXID
                    : endorsing.check(each);
      }
      if (code == TxValidationCode.VALID && !ids.add(each.id())) {
        code = TxValidationCode.DUPLICATE_TXID;
      }
      codes.add(code);
    }
    return codes;
  }

  private void compare(
      TxValidationCode mine, TxValidationCode told, LedgerTransaction transaction, Place place) {
    if (mine == told) {
      return;
    }
    FindingCode code =
        told != TxValidationCode.VALID
            ? mine == TxValidationCode.VALID
                ? FindingCode.WRONGLY_REFUSED
                : FindingCode.REFUSED_FOR_ANOTHER_REASON
            : switch (mine) {
              case BAD_CREATOR_SIGNATURE -> FindingCode.CREATOR_NOT_VALID;
              case ENDORSEMENT_POLICY_FAILURE -> FindingCode.ENDORSEMENTS_TOO_FEW;
              case DUPLICATE_TXID -> FindingCode.TRANSACTION_TWICE;
              case MVCC_READ_CONFLICT -> FindingCode.READ_OUTDATED;
              default -> FindingCode.TRANSACTION_MALFORMED;
            };
    findings.add(
        code,
        place,
        zh("账本为 %s，推导为 %s；提交者 %s，背书者 %s")
            .en(
                "the ledger says %s, the audit comes to %s; creator %s, endorsers %s",
                told,
                mine,
                transaction.creator().map(Member::toString).orElse("?"),
                transaction.endorsers()));
  }

  /** Of what is only read nobody checks the time, and nothing comes of it. */
  private void requireItsTime(LedgerTransaction transaction, Place place) {
    if (transaction.readWrites().namespace(chaincode).filter(each -> each.writes()).isPresent()) {
      transaction.time().ifPresent(time -> times.take(time, place));
    }
  }

  /**
   * Fabric lets a transaction write in another chaincode's namespace when that one's policy is met
   * as well; rules are run again for a transaction's own chaincode, and would not see it.
   */
  private void requireOwnWrites(LedgerTransaction transaction, Place place) {
    for (ReadWrites.Namespace each : transaction.readWrites().namespaces()) {
      boolean guarded = each.name().equals(chaincode) || each.name().equals(Definition.NAMESPACE);
      if (guarded && each.writes() && !each.name().equals(transaction.chaincode())) {
        findings.add(
            FindingCode.FOREIGN_WRITES,
            place,
            zh("%s 的交易写入了命名空间 %s")
                .en(
                    "a transaction of %s has written in the namespace %s",
                    transaction.chaincode(), each.name()));
      }
    }
  }

  private void noteWhatIsNotChecked(LedgerTransaction transaction, Place place) {
    for (ReadWrites.Namespace each : transaction.readWrites().namespaces()) {
      if (each.keys().getRangeQueriesInfoCount() > 0) {
        note(FindingCode.RANGE_READ, place, each.name());
      }
      if (each.keys().getMetadataWritesCount() > 0) {
        note(FindingCode.KEY_POLICY, place, each.name());
      }
      if (!each.name().equals(Definition.NAMESPACE) && !each.collections().isEmpty()) {
        note(FindingCode.PRIVATE_VALUES, place, each.name());
      }
    }
    if (!transaction.chaincode().equals(chaincode)
        && !transaction.chaincode().equals(Definition.NAMESPACE)
        && otherChaincodes.add(transaction.chaincode())) {
      note(FindingCode.OTHER_CHAINCODE, place, transaction.chaincode());
    }
    transaction
        .time()
        .ifPresent(
            time ->
                Stream.concat(transaction.creator().stream(), transaction.endorsers().stream())
                    .filter(member -> member.isOutsideValidity(time))
                    .filter(member -> expired.size() < EXPIRED_MOST && expired.add(member))
                    .forEach(
                        member ->
                            note(FindingCode.SIGNER_OUTSIDE_VALIDITY, place, member.toString())));
  }

  private void note(FindingCode code, Place place, String what) {
    findings.add(code, place, zh("%s").en("%s", what));
  }

  /** Runs a valid transaction of the registry again; whether there are rules for it. */
  private boolean runAgain(LedgerTransaction transaction, long block, Place place) {
    String version = endorsing.definition(chaincode).map(Definition::version).orElse("");
    Optional<Rules> rules = carried.of(version);
    Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
    if (last == null || !last.version().equals(version)) {
      stretches.add(new Stretch(rules.isPresent(), block, version));
      if (rules.isEmpty()) {
        findings.add(
            FindingCode.RULES_NOT_CARRIED,
            Place.block(block),
            zh("自该区块起为版本 %s；本程序有 %s")
                .en(
                    "version %s from this block on; this program has %s",
                    version, carried.versions()));
      }
    }
    if (rules.isEmpty()) {
      new SignedBy(state, chaincode, findings).check(transaction, place);
      return false;
    }
    new RuleRun(state, chaincode, rules.get(), findings).run(transaction, place);
    return true;
  }
}
