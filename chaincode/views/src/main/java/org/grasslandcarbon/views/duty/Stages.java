// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.util.List;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.SettlementViews;
import org.grasslandcarbon.views.SharingViews;
import org.grasslandcarbon.views.View;

/** The stages of which it is told how long they take. */
public final class Stages {
  private static final String PROMISE = "/publicityWorkingDays";
  private static final String VALIDATED = "/validation/at";
  private static final String VERIFIED = "/verification/at";

  /** In the order of a project's life, then of money's. */
  public static final List<Stage> ALL =
      List.of(
          publicity("PROJECT_PUBLICITY", "项目公示", "Publicity of projects", ProjectViews.PROJECTS)
              .in("region", "training"),
          Stage.of(
                  "PROJECT_VALIDATION",
                  "项目审定（公示期满至结论）",
                  "Validation of projects, from the end of publicity to the opinion",
                  ProjectViews.PROJECTS,
                  Stage.Moment.publicityTo("/proposedAt"),
                  Stage.Moment.at(VALIDATED))
              .in("region", "training")
              .by("/validation/by"),
          Stage.of(
                  "PROJECT_REGISTRATION",
                  "项目登记（审定结论至登记）",
                  "Registration of projects, from the opinion on",
                  ProjectViews.PROJECTS,
                  Stage.Moment.at(VALIDATED),
                  Stage.Moment.at("/registeredAt"))
              .in("region", "training"),
          publicity("RENEWAL_PUBLICITY", "续期公示", "Publicity of renewals", ProjectViews.RENEWALS)
              .in("of.region", "of.training"),
          Stage.of(
                  "RENEWAL_VALIDATION",
                  "续期审定（公示期满至结论）",
                  "Validation of renewals, from the end of publicity to the opinion",
                  ProjectViews.RENEWALS,
                  Stage.Moment.publicityTo("/proposedAt"),
                  Stage.Moment.at(VALIDATED))
              .in("of.region", "of.training")
              .by("/validation/by"),
          Stage.of(
                  "RENEWAL_REGISTRATION",
                  "续期登记（审定结论至登记）",
                  "Registration of renewals, from the opinion on",
                  ProjectViews.RENEWALS,
                  Stage.Moment.at(VALIDATED),
                  Stage.Moment.at("/registeredAt"))
              .in("of.region", "of.training"),
          Stage.of(
                  "REPORT_PUBLICITY",
                  "监测报告公示",
                  "Publicity of monitoring reports",
                  ProjectViews.REPORTS,
                  Stage.Moment.at("/submittedAt"),
                  Stage.Moment.publicityTo("/submittedAt"))
              .in("region", "training")
              .promised(PROMISE),
          Stage.of(
                  "REPORT_VERIFICATION",
                  "监测报告核查（公示期满至结论）",
                  "Verification of reports, from the end of publicity to the opinion",
                  ProjectViews.REPORTS,
                  Stage.Moment.publicityTo("/submittedAt"),
                  Stage.Moment.at(VERIFIED))
              .in("region", "training")
              .by("/verification/by"),
          Stage.of(
                  "ISSUANCE_APPROVAL",
                  "批准签发（核查结论至批准）",
                  "Approval of issuance, from the opinion on",
                  ProjectViews.REPORTS,
                  Stage.Moment.at(VERIFIED),
                  Stage.Moment.at("/approval/at"))
              .in("region", "training"),
          Stage.of(
                  "ISSUANCE",
                  "签发（批准至签发）",
                  "Issuance, from its approval on",
                  ProjectViews.REPORTS,
                  Stage.Moment.at("/approval/at"),
                  Stage.Moment.at("/issuance/at"))
              .in("region", "training")
              .by("/verification/by"),
          Stage.of(
                  "REVERSAL_SETTLEMENT",
                  "逆转核定（报告至核定）",
                  "Settlement of reversals, from their report on",
                  ProjectViews.REVERSALS,
                  Stage.Moment.at("/reportedAt"),
                  Stage.Moment.at("/settlement/at"))
              .in("region", "of.training")
              .by("/settlement/by"),
          Stage.of(
              "WITHDRAWAL",
              "出金（申请至银行答复）",
              "Withdrawals, from the request to the bank's answer",
              SettlementViews.WITHDRAWALS,
              Stage.Moment.at("/at"),
              Stage.Moment.at("/answer/at")),
          Stage.of(
              "BANK_ACCOUNT",
              "银行账户确认（绑定至确认）",
              "Confirmation of bank accounts",
              SettlementViews.BINDINGS,
              Stage.Moment.at("/at"),
              Stage.Moment.at("/confirmedAt")),
          Stage.of(
                  "CASE",
                  "协同案件（提出次日至答复）",
                  "Cases between regions, from the day after their opening to the answer",
                  SharingViews.CASES,
                  Stage.Moment.at("/due/from"),
                  Stage.Moment.at("/answer/at"))
              .promised("/due/days"));

  private Stages() {}

  private static Stage publicity(String code, String zh, String en, View view) {
    return Stage.of(
            code,
            zh,
            en,
            view,
            Stage.Moment.at("/proposedAt"),
            Stage.Moment.publicityTo("/proposedAt"))
        .promised(PROMISE);
  }
}
