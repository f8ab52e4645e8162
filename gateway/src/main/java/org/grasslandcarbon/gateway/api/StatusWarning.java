// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grasslandcarbon.gateway.ledger.Disagreement;
import org.grasslandcarbon.gateway.reconciliation.Difference;
import org.grasslandcarbon.gateway.reconciliation.Reconciliation;

/**
 * Something that an operator should look at.
 *
 * @param code never renamed or reused
 * @param zh what is so and what to do, in Chinese
 * @param en the same in English
 * @param organisation the Fabric organisation that it is about, its MSP id; absent when it is this
 *     gateway's own affair
 * @param since when it was first found
 * @param lastFound when it was last found
 * @param transactionId the transaction in which it was last found, if it was in one
 * @param detail what exactly
 */
record StatusWarning(
    Code code,
    String zh,
    String en,
    Optional<String> organisation,
    Instant since,
    Instant lastFound,
    Optional<String> transactionId,
    String detail) {

  /** As many as fit a page; all are in the log. */
  private static final int DIFFERENCES_TOLD_MOST = 10;

  /** What there is to warn of. */
  enum Code {
    /** An organisation's chaincode answers otherwise than most. */
    ORGANISATION_DISAGREES(
        "该机构链码的结果与多数机构不一致；恢复一致之前不采用其背书。请联系该机构，核对其链码程序。",
        "This organisation's chaincode answers otherwise than most; until it agrees again its"
            + " endorsements are left out: ask the organisation to check its chaincode program."),
    /** There is no room in the data directory. */
    DISK_FULL(
        "数据目录所在磁盘空间不足，网关拒收指令，查询照常；请腾出空间，之后自动恢复。",
        "The data directory's disk is full: instructions are refused and reads go on; make room,"
            + " and all goes on by itself."),
    /** The ledger ends before what was taken from it. */
    LEDGER_SHORTER(
        "所连节点的账本短于本网关已读取的部分，网关未就绪；请从备份或其他机构恢复该节点的账本。",
        "The peer's ledger is shorter than what this gateway has taken from it, and the gateway is"
            + " not ready: restore the peer's ledger from a backup or from another organisation."),
    /** The ledger has other blocks than were taken from it. */
    LEDGER_DIFFERENT(
        "所连节点的账本与本网关已读取的区块不同，网关未就绪；请检查所连节点，勿删除任何数据。",
        "The peer's ledger has other blocks than this gateway has taken from it, and the gateway is"
            + " not ready: find out which peer it is connected to, and delete nothing."),
    /** The ledger does not have blocks that are still to be read. */
    LEDGER_WITHOUT_EARLY_BLOCKS(
        "所连节点由快照恢复，没有本网关尚需读取的早期区块，网关未就绪；请暂由另一机构的节点读取这些区块（network/fabric/restore-gateway），或把该节点从第一个区块重建。",
        "The peer was restored from a snapshot and lacks earlier blocks that this gateway has yet to"
            + " read, and the gateway is not ready: read them from another organisation's peer"
            + " (network/fabric/restore-gateway), or rebuild the peer from the first block."),
    /** Records that should say the same do not. */
    RECORDS_DIFFER(
        "登记簿核对发现不一致，查询照常，但下列内容请勿采信；请运维人员查看网关日志，并按 docs/operate/incidents/records-differ.md 处理：",
        "Records that should agree do not; reads go on, and what is named here should not be relied"
            + " on. Operators: see the gateway's log and"
            + " docs/operate/incidents/records-differ.md: "),
    /** Something could not be looked at. */
    RECORDS_NOT_EXAMINED(
        "登记簿未能全部核对；请运维人员查看网关日志，检查数据库。",
        "Not all records could be held against each other: see the gateway's log, and look at its"
            + " database."),
    /** Instructions wait for a defect to be mended. */
    INSTRUCTIONS_SET_ASIDE(
        "有指令因程序缺陷无法提交，已搁置并定时重试；请查看网关日志并升级网关。",
        "Instructions cannot be committed because of a defect; they are set aside and tried again"
            + " from time to time: see the gateway's log, and update the gateway."),
    /** Nothing gets to the ledger. */
    NOT_COMMITTING(
        "网关的账本设置有误或存在程序缺陷，指令已接收但无法提交；请查看网关日志。",
        "Instructions are received and cannot be committed, because of the settings of the ledger"
            + " or of a defect: see the gateway's log.");

    private final String zh;
    private final String en;

    Code(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  static StatusWarning of(Disagreement found) {
    Code code = Code.ORGANISATION_DISAGREES;
    return new StatusWarning(
        code,
        code.zh,
        code.en,
        Optional.of(found.organisation()),
        found.since(),
        found.lastFound(),
        Optional.of(found.transactionId()),
        found.what());
  }

  /** Records that differ: which batches or types, never whose. */
  static StatusWarning of(Reconciliation.Report report, Instant now) {
    Code code = Code.RECORDS_DIFFER;
    List<Difference> first = report.differences().stream().limit(DIFFERENCES_TOLD_MOST).toList();
    int more = report.differences().size() - first.size();
    String zh = first.stream().map(Difference::zh).distinct().collect(Collectors.joining("；"));
    String en = first.stream().map(Difference::en).distinct().collect(Collectors.joining("; "));
    return new StatusWarning(
        code,
        code.zh + zh + (more > 0 ? "；另有 " + more + " 处" : "") + "。",
        code.en + en + (more > 0 ? "; and " + more + " more" : "") + ".",
        Optional.empty(),
        report.since().orElse(now),
        now,
        Optional.empty(),
        report.differences().size() + " differences");
  }

  /** Something that is this gateway's own affair. */
  static StatusWarning of(Code code, Instant since, Instant now, String detail) {
    return new StatusWarning(
        code, code.zh, code.en, Optional.empty(), since, now, Optional.empty(), detail);
  }
}
