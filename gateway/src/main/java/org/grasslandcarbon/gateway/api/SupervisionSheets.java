// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.grasslandcarbon.gateway.supervision.CertifierShares;
import org.grasslandcarbon.gateway.supervision.FlaggedReports;
import org.grasslandcarbon.gateway.supervision.RegionalHoldings;
import org.grasslandcarbon.gateway.supervision.RepeatedRefusals;
import org.grasslandcarbon.gateway.supervision.Surveillance;
import org.grasslandcarbon.gateway.work.Overdue;
import org.grasslandcarbon.gateway.work.Work;

/** What those who supervise look at, as rows of files. */
final class SupervisionSheets {
  private static final String REGION = "行政区划 Division";
  private static final String PARTICIPANT = "主体 Participant";
  private static final String TONNES = "数量（吨） Tonnes";
  private static final String TRAINING = "仅供练习 Training";

  private SupervisionSheets() {}

  private static <T> List<List<Object>> rows(
      List<Object> headings, List<T> items, Function<T, List<Object>> row) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(headings);
    items.forEach(each -> rows.add(row.apply(each)));
    return rows;
  }

  /** Signals, and after them what was not looked at to the end: a row without days or evidence. */
  static List<List<Object>> signals(Surveillance.Report report) {
    List<List<Object>> rows = found(report);
    report
        .incomplete()
        .forEach(
            each ->
                rows.add(
                    List.of(
                        "",
                        each.detector(),
                        "",
                        "",
                        each.instrument(),
                        "",
                        each.why().zh(),
                        each.why().en(),
                        "",
                        "")));
    return rows;
  }

  private static List<List<Object>> found(Surveillance.Report report) {
    return rows(
        List.of(
            "条款 Article 44",
            "监测指标 Detector",
            "首日 First Day",
            "末日 Last Day",
            "交易标的 Instrument",
            PARTICIPANT,
            "原因 Why (zh)",
            "Why",
            "证据数 Pieces of Evidence",
            "证据 Evidence"),
        report.signals(),
        each ->
            List.of(
                each.clause(),
                each.detector(),
                each.first().toString(),
                each.last().toString(),
                each.instrument(),
                String.join("; ", each.participants()),
                each.why().zh(),
                each.why().en(),
                each.evidenceOf(),
                String.join("; ", each.evidence())));
  }

  static List<List<Object>> certifiers(List<CertifierShares.Share> shares) {
    return rows(
        List.of(
            "年份 Year",
            REGION,
            "审定与核查机构 Certifier",
            "核查报告 Reports Verified",
            "占比（千分比） Share (per mille)",
            "否定结论 Negative Opinions",
            "有更正的报告 Corrected",
            "发现 Findings",
            "有发现的报告 With Findings",
            "发现率（千分比） Finding Rate (per mille)"),
        shares,
        each ->
            List.of(
                each.year(),
                each.region(),
                each.certifier(),
                each.verified(),
                each.sharePerMille(),
                each.negative(),
                each.corrected(),
                each.findings(),
                each.withFindings(),
                each.findingPerMille()));
  }

  static List<List<Object>> flags(List<FlaggedReports.Flagged> reports) {
    return rows(
        List.of(
            "监测报告 Report",
            "项目编号 Project ID",
            REGION,
            "业主 Owner",
            "核查机构 Verification Body",
            "状态 Status",
            "提示 Flags",
            "严重提示 Severe Flags",
            "严重提示待阅 Severe Flags Unread"),
        reports,
        each ->
            List.of(
                each.report(),
                each.projectNumber(),
                each.region(),
                each.owner(),
                each.certifier().orElse(""),
                each.state(),
                each.flags(),
                each.severe(),
                each.severeUnread()));
  }

  static List<List<Object>> refusals(RepeatedRefusals.Report report) {
    return rows(
        List.of(
            PARTICIPANT,
            "指令 Action",
            "拒绝代码 Code",
            "次数 Times",
            "首次 First",
            "最近 Last",
            "最近的指令 Newest Instruction",
            "统计起点 Counted Since"),
        report.items(),
        each ->
            List.of(
                each.participant(),
                each.action(),
                each.code(),
                each.count(),
                each.first().toString(),
                each.last().toString(),
                each.newest(),
                report.since().toString()));
  }

  /** What is late, and after it what may be: rows without a record. */
  static List<List<Object>> overdue(Overdue.Report report) {
    List<List<Object>> rows =
        rows(
            List.of(
                "依据 Basis",
                "期限 Due",
                "逾期工作日 Working Days Late",
                "起始 Since",
                "已等待工作日 Working Days Waited",
                PARTICIPANT,
                REGION,
                "待办 What Waits (zh)",
                "What Waits",
                "记录类型 Record",
                "记录编号 Record ID",
                "指令 Action",
                "说明 Note (zh)",
                "Note"),
            report.items(),
            SupervisionSheets::late);
    for (Overdue.Unknown each : report.unknown()) {
      rows.add(
          List.of(
              "",
              "",
              "",
              "",
              "",
              "",
              "",
              "未知 " + each.count() + " 项",
              each.count() + " not known",
              "",
              "",
              each.action(),
              each.why().zh(),
              each.why().en()));
    }
    return rows;
  }

  private static List<Object> late(Overdue.Item item) {
    Optional<Work.Reason> note = item.noWorkingDays().or(item::noDue);
    return List.of(
        item.basis().name(),
        item.due().orElse(""),
        item.late().map(Object.class::cast).orElse(""),
        item.since().orElse(""),
        item.waited().map(Object.class::cast).orElse(""),
        String.join("; ", item.participants()),
        item.region().orElse(""),
        item.title().zh(),
        item.title().en(),
        item.kind(),
        item.subject(),
        item.action(),
        note.map(Work.Reason::zh).orElse(""),
        note.map(Work.Reason::en).orElse(""));
  }

  static List<List<Object>> held(List<RegionalHoldings.Held> held) {
    return rows(
        List.of(
            "持有方所在区划 Division of Holders",
            "项目所在区划 Division of the Land",
            PARTICIPANT,
            "持有方数 Holders",
            TONNES,
            TRAINING),
        held,
        each ->
            List.of(
                each.holderRegion(),
                each.batchRegion(),
                each.participant().orElse(""),
                each.holders(),
                each.tonnes(),
                each.training()));
  }

  static List<List<Object>> moved(List<RegionalHoldings.Moved> moved) {
    return rows(
        List.of("方式 Way", "转出区划 From", "转入区划 To", "笔数 Movements", TONNES, TRAINING),
        moved,
        each ->
            List.of(
                each.way(),
                each.from().orElse(""),
                each.to().orElse(""),
                each.movements(),
                each.tonnes(),
                each.training()));
  }
}
