// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.report;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.audit.Audit;
import org.grasslandcarbon.audit.Counts;
import org.grasslandcarbon.audit.channel.Configuration;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.FindingCode;
import org.grasslandcarbon.audit.finding.Weight;
import org.grasslandcarbon.audit.ledger.TransactionAudit.Stretch;

/**
 * What an audit came to. Its canonical JSON is what an auditor signs.
 *
 * @param anchor what it began from
 * @param at when it ended
 * @param chaincode the registry's chaincode
 * @param channel the channel; empty when no block could be read
 * @param compared what else the state was held against, and how much of it
 * @param conclusion whether anything differs, and whether all was done
 * @param counts what was looked at
 * @param findings the first of each code
 * @param found how many there are, by code
 * @param lastBlock the last block that was judged; -1 when none was
 * @param lastHash the hash of its header, hexadecimal; it names all blocks up to it
 * @param program which version of the auditor it was
 * @param rules which version of the rules judged from which block on
 * @param rulesCarried the versions of the rules that the auditor had
 * @param source where the blocks were from
 */
public record AuditReport(
    String anchor,
    Instant at,
    String chaincode,
    String channel,
    SortedMap<String, Long> compared,
    Conclusion conclusion,
    Counts counts,
    List<Finding> findings,
    SortedMap<String, Long> found,
    long lastBlock,
    String lastHash,
    String program,
    List<Stretch> rules,
    List<String> rulesCarried,
    String source) {

  /** Whether anything differs. */
  public enum Conclusion {
    /** Nothing differs of what was checked. */
    AGREES,
    /** Something is not as it must be. */
    DIFFERS,
    /** Nothing differs of what was checked, and not all that was asked for was checked. */
    INCOMPLETE,
    /** There was nothing to read. */
    NOTHING_READ
  }

  /** What was asked for and not done; the rest of what is not checked never can be. */
  private static final Set<FindingCode> NOT_DONE =
      Set.of(
          FindingCode.RULES_NOT_CARRIED,
          FindingCode.PEER_NOT_COMPARED,
          FindingCode.PROJECTION_NOT_COMPARED);

  public AuditReport {
    compared = Collections.unmodifiableSortedMap(new TreeMap<>(compared));
    findings = List.copyOf(findings);
    found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    rules = List.copyOf(rules);
    rulesCarried = List.copyOf(rulesCarried);
  }

  /** The report of an audit as it stands. */
  public static AuditReport of(Audit audit, String source, Map<String, Long> compared, Instant at) {
    Map<String, Long> found = audit.foundByCode();
    String version = AuditReport.class.getPackage().getImplementationVersion();
    return new AuditReport(
        audit.plan().anchor().description(),
        at,
        audit.plan().chaincode(),
        audit.configuration().map(Configuration::channel).orElse(""),
        new TreeMap<>(compared),
        conclusion(found.keySet(), audit.next()),
        audit.counts(),
        audit.found(),
        new TreeMap<>(found),
        audit.next() - 1,
        audit.lastHash(),
        version == null ? "unpackaged" : version,
        audit.stretches(),
        List.copyOf(audit.rulesCarried()),
        source);
  }

  private static Conclusion conclusion(Set<String> found, long next) {
    List<FindingCode> codes = found.stream().map(FindingCode::valueOf).toList();
    if (codes.stream().anyMatch(code -> code.weight() == Weight.DIFFERS)) {
      return Conclusion.DIFFERS;
    }
    if (next == 0) {
      return Conclusion.NOTHING_READ;
    }
    return codes.stream().anyMatch(NOT_DONE::contains) ? Conclusion.INCOMPLETE : Conclusion.AGREES;
  }

  /** The findings of a weight that are listed. */
  public List<Finding> findings(Weight weight) {
    return findings.stream().filter(each -> each.code().weight() == weight).toList();
  }
}
