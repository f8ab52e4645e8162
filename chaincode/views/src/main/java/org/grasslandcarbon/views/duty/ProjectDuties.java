// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.CreditingHistory;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.project.ValidateRenewal;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.views.ProjectViews;
import tools.jackson.databind.JsonNode;

/** What waits for whom in the life of projects and their reports. */
final class ProjectDuties {
  private static final String PUBLICITY_TO = "/publicityTo";

  private static final String PUBLICITY_DAYS = "/publicityWorkingDays";

  /** Before how many years of the last day a renewal may be proposed (ProposeRenewal). */
  private static final int RENEWAL_YEARS_BEFORE = 2;

  static final List<Duty> ALL =
      List.of(
          Duty.of(
                  ValidateProject.TYPE,
                  ProjectViews.PROJECTS,
                  "公示期满，待出具审定结论",
                  "Publicity is over: the opinion on the project")
              .where("state", Project.State.PUBLICITY)
              .ofCaller("certifier")
              .when(ProjectDuties::publicityMayBeOver)
              .since((item, facts) -> afterPublicity(item, "/proposedAt"))
              .withoutDue((item, facts) -> calendarOrRule(item)),
          Duty.of(
                  RegisterProject.TYPE,
                  ProjectViews.PROJECTS,
                  "项目已通过审定，待登记",
                  "The project is validated: its registration")
              .where("state", Project.State.VALIDATED)
              .ofOffice("region")
              .since(
                  (item, facts) ->
                      facts.find(Validation.key(id(item))).map(each -> each.at().toString())),
          Duty.of(
                  SubmitMonitoringReport.TYPE,
                  ProjectViews.PROJECTS,
                  "已有满一年的监测期未报告，逾期不得申请",
                  "A whole year is not reported yet: days too long ago cannot be claimed")
              .where("state", Project.State.REGISTERED)
              .ofCaller("owner")
              .when(
                  (item, facts) ->
                      unreportedFrom(item, facts)
                          .filter(day -> !day.plusYears(1).isAfter(facts.today()))
                          .isPresent())
              .since((item, facts) -> unreportedFrom(item, facts).map(LocalDate::toString))
              .due(ProjectDuties::lastDayToClaim),
          Duty.of(
                  ProposeRenewal.TYPE,
                  ProjectViews.PROJECTS,
                  "计入期将满，可申请续期",
                  "Crediting ends soon: a renewal can be proposed")
              .where("state", Project.State.REGISTERED)
              .ofCaller("owner")
              .when(
                  (item, facts) ->
                      item.path("renewal").isMissingNode()
                          && lastDay(item).minusYears(RENEWAL_YEARS_BEFORE).isBefore(facts.today())
                          && !lastDay(item).isBefore(facts.today()))
              .since(
                  (item, facts) ->
                      Optional.of(lastDay(item).minusYears(RENEWAL_YEARS_BEFORE).toString()))
              .due((item, facts) -> Optional.of(lastDay(item).toString()))
              .atWill(),
          Duty.of(
                  CompensateReversal.TYPE,
                  ProjectViews.PROJECTS,
                  "逆转差额待补足，补足前不予签发",
                  "A reversal's shortfall: nothing is issued until it is made good")
              .ofCaller("owner")
              .when(
                  (item, facts) ->
                      facts
                          .find(Reversals.key(id(item)))
                          .filter(each -> !each.shortfall().isZero())
                          .isPresent()),
          Duty.of(
                  ValidateRenewal.TYPE,
                  ProjectViews.RENEWALS,
                  "续期公示期满，待出具审定结论",
                  "Publicity is over: the opinion on the renewal")
              .where("state", Renewal.State.PUBLICITY)
              .ofNamed(item -> Duty.text(item, "/design/certifier"))
              .when(ProjectDuties::publicityMayBeOver)
              .since((item, facts) -> afterPublicity(item, "/proposedAt"))
              .withoutDue((item, facts) -> calendarOrRule(item)),
          Duty.of(
                  RegisterRenewal.TYPE,
                  ProjectViews.RENEWALS,
                  "续期已通过审定，待登记",
                  "The renewal is validated: its registration")
              .where("state", Renewal.State.VALIDATED)
              .ofOffice("of.region", ProjectDuties::divisionOfProject)
              .since("/validation/at"),
          Duty.of(
                  VerifyMonitoringReport.TYPE,
                  ProjectViews.REPORTS,
                  "公示期满，待出具核查结论（未审定该项目的有资质机构均可）",
                  "Publicity is over: the opinion on the report, by any accredited certifier that did"
                      + " not validate the project")
              .where("state", MonitoringReport.State.PUBLICITY)
              .when(ProjectDuties::publicityMayBeOver)
              .ofAny(
                  (item, facts) ->
                      mayVerify(
                          facts, item.path("project"), item.at("/methodology/id").asString("")))
              .since((item, facts) -> afterPublicity(item, "/submittedAt"))
              .withoutDue((item, facts) -> calendarOrRule(item)),
          Duty.of(
                  ApproveIssuance.TYPE,
                  ProjectViews.REPORTS,
                  "报告已通过核查，待批准签发",
                  "The report is verified: approval of its issuance")
              .where("state", MonitoringReport.State.VERIFIED)
              .ofOffice("region")
              .since("/verification/at"),
          Duty.of(
                  IssueCredits.TYPE,
                  ProjectViews.REPORTS,
                  "签发已获批准，待签发",
                  "Issuance is approved: the issuance")
              .where("state", MonitoringReport.State.APPROVED)
              .ofNamed(item -> Duty.text(item, "/verification/by"))
              .since("/approval/at"),
          Duty.of(
                  SettleReversal.TYPE,
                  ProjectViews.REVERSALS,
                  "逆转待核定（未审定该项目的有资质机构均可）",
                  "A reversal to settle, by any accredited certifier that did not validate the"
                      + " project")
              .where("settled", false)
              .ofAny(
                  (item, facts) ->
                      facts
                          .find(Project.key(new InstructionId(item.path("project").asString())))
                          .filter(
                              project ->
                                  mayVerify(
                                      facts,
                                      item.path("project"),
                                      project.design().methodology().id()))
                          .isPresent())
              .since("/reportedAt"));

  private ProjectDuties() {}

  private static InstructionId id(JsonNode item) {
    return new InstructionId(item.path("id").asString());
  }

  /** While a calendar is missing nobody knows, and whoever has to act should know of that. */
  private static boolean publicityMayBeOver(JsonNode item, Facts facts) {
    return Duty.text(item, PUBLICITY_TO)
        .map(LocalDate::parse)
        .filter(last -> !last.isBefore(facts.today()))
        .isEmpty();
  }

  private static boolean isWithoutCalendar(JsonNode item) {
    return item.at(PUBLICITY_DAYS).asInt() > 0 && item.at(PUBLICITY_TO).isMissingNode();
  }

  private static NoDay calendarOrRule(JsonNode item) {
    return isWithoutCalendar(item) ? NoDay.NO_CALENDAR : NoDay.NO_RULE;
  }

  /** The day after publicity; where it has no days the instant at which it would have begun. */
  private static Optional<String> afterPublicity(JsonNode item, String begin) {
    return isWithoutCalendar(item)
        ? Optional.empty()
        : Duty.text(item, PUBLICITY_TO)
            .map(last -> LocalDate.parse(last).plusDays(1).toString())
            .or(() -> Duty.text(item, begin));
  }

  /** Whether the caller is accredited and had no part in the project's validation. */
  private static boolean mayVerify(Facts facts, JsonNode project, String methodology) {
    boolean accredited =
        facts
            .find(Accreditation.key(facts.caller().id()))
            .filter(each -> each.covers(methodology, facts.today()))
            .isPresent();
    return accredited
        && facts
            .find(Project.key(new InstructionId(project.asString())))
            .filter(each -> !each.wasValidatedBy(facts.caller().id()))
            .isPresent();
  }

  private static Optional<RegionCode> divisionOfProject(JsonNode renewal, Facts facts) {
    return facts
        .find(Project.key(new InstructionId(renewal.path("project").asString())))
        .map(project -> project.design().region());
  }

  private static LocalDate lastDay(JsonNode project) {
    return LocalDate.parse(project.at("/design/creditingPeriod/to").asString());
  }

  /** The first day of crediting that is in no report and after all that are; none after the end. */
  private static Optional<LocalDate> unreportedFrom(JsonNode project, Facts facts) {
    LocalDate first = LocalDate.parse(project.at("/design/creditingPeriod/from").asString());
    Optional<LocalDate> reported =
        facts
            .find(CreditingHistory.key(id(project)))
            .flatMap(
                history ->
                    history.reports().stream()
                        .map(each -> each.period().to())
                        .max(LocalDate::compareTo));
    LocalDate next = reported.map(day -> day.plusDays(1)).filter(first::isBefore).orElse(first);
    return Optional.of(next).filter(day -> !day.isAfter(lastDay(project)));
  }

  private static Optional<String> lastDayToClaim(JsonNode project, Facts facts) {
    MethodologyRef version = Codec.convert(project.at("/design/methodology"), MethodologyRef.class);
    return facts
        .find(Methodology.key(version))
        .flatMap(
            methodology ->
                unreportedFrom(project, facts)
                    .map(day -> day.plusYears(methodology.terms().yearsToClaim()).toString()));
  }
}
