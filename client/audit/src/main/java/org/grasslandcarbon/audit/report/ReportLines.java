// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.audit.report;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.audit.finding.Finding;
import org.grasslandcarbon.audit.finding.Place;
import org.grasslandcarbon.audit.finding.Weight;
import org.grasslandcarbon.audit.ledger.TransactionAudit.Stretch;
import org.grasslandcarbon.domain.value.Detail;

/** A report in words. */
public final class ReportLines {
  private ReportLines() {}

  /** What is said of a report, line by line. */
  public static List<Detail> of(AuditReport report) {
    List<Detail> lines = new ArrayList<>();
    lines.add(
        zh("通道 %s，链码 %s，区块 0 至 %s，来源：%s")
            .en(
                "Channel %s, chaincode %s, blocks 0 to %s, from %s",
                report.channel(), report.chaincode(), report.lastBlock(), report.source()));
    lines.add(
        zh("信任依据：%s；最后区块头的哈希 %s")
            .en("From %s; hash of the last header %s", report.anchor(), report.lastHash()));
    lines.add(
        zh("%s 笔交易，其中 %s 笔有效；%s 次配置变更；%s 条指令；验证签名 %s 个，重新执行交易 %s 笔")
            .en(
                "%s transactions, %s valid; %s changes of the configuration; %s instructions; %s"
                    + " signatures verified, %s transactions run again",
                report.counts().transactions(),
                report.counts().valid(),
                report.counts().configurations(),
                report.counts().instructions(),
                report.counts().signatures(),
                report.counts().rerun()));
    for (Stretch each : report.rules()) {
      lines.add(
          each.carried()
              ? zh("自区块 %s 起按版本 %s 的规则重新执行")
                  .en(
                      "From block %s the rules of version %s were run again",
                      each.from(), each.version())
              : zh("自区块 %s 起为版本 %s 的规则，本程序没有（有 %s）")
                  .en(
                      "From block %s the rules are of version %s, which this program has not (%s)",
                      each.from(), each.version(), report.rulesCarried()));
    }
    report
        .compared()
        .forEach((what, count) -> lines.add(zh("已比较 %s：%s").en("Compared, %s: %s", what, count)));
    section(report, Weight.DIFFERS, zh("不符").en("Differs"), lines);
    section(report, Weight.NOT_CHECKED, zh("未核对").en("Not checked"), lines);
    section(report, Weight.NOTED, zh("提示").en("Noted"), lines);
    lines.add(
        switch (report.conclusion()) {
          case AGREES -> zh("结论：所核对的内容均相符").en("Nothing that was checked differs");
          case DIFFERS -> zh("结论：有不符之处").en("There are differences");
          case INCOMPLETE ->
              zh("结论：已核对的内容均相符，但所要求的并未全部核对，见“未核对”")
                  .en(
                      "INCOMPLETE: nothing that was checked differs, but not all that was asked"
                          + " for was checked; see Not checked");
          case NOTHING_READ -> zh("结论：没有可读取的区块").en("There was no block to read");
        });
    return lines;
  }

  private static void section(
      AuditReport report, Weight weight, Detail heading, List<Detail> lines) {
    List<Finding> findings = report.findings(weight);
    if (findings.isEmpty()) {
      return;
    }
    lines.add(heading);
    for (Finding each : findings) {
      Detail at = place(each.place());
      lines.add(
          Detail.told(
              "  "
                  + each.code()
                  + at.zh()
                  + "："
                  + each.code().sentence().zh()
                  + "（"
                  + each.detailZh()
                  + "）",
              "  "
                  + each.code()
                  + at.en()
                  + ": "
                  + each.code().sentence().en()
                  + " ("
                  + each.detail()
                  + ")"));
    }
  }

  private static Detail place(Place place) {
    String zh = place.block().map(block -> " 区块 " + block).orElse("");
    String en = place.block().map(block -> " block " + block).orElse("");
    zh += place.transaction().map(id -> " 交易 " + id).orElse("");
    en += place.transaction().map(id -> " transaction " + id).orElse("");
    zh += place.key().map(key -> " 键 " + key).orElse("");
    en += place.key().map(key -> " key " + key).orElse("");
    return Detail.told(zh, en);
  }
}
