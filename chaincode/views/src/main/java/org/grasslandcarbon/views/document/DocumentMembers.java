// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.document;

import static org.grasslandcarbon.views.document.DocumentMember.of;
import static org.grasslandcarbon.views.document.DocumentMember.ofRecord;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.Compensation;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.domain.coordination.Criteria;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalComment;
import org.grasslandcarbon.domain.coordination.GoalTask;
import org.grasslandcarbon.domain.coordination.GoalVote;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.Mandate;
import org.grasslandcarbon.domain.coordination.Notice;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.judicial.CashFreeze;
import org.grasslandcarbon.domain.market.BenefitPayment;
import org.grasslandcarbon.domain.market.Invoice;
import org.grasslandcarbon.domain.market.TradeCancellation;
import org.grasslandcarbon.domain.market.TradingRule;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.Sampling;
import org.grasslandcarbon.domain.offset.Obligation;
import org.grasslandcarbon.domain.offset.OffsetRule;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.Laboratory;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegistryRules;
import org.grasslandcarbon.domain.participant.TrustAnchor;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.BaselineEvidence;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.stocking.Stocking;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.supervision.SupervisionCase;

/**
 * Every member of a record that names a document whose file a gateway keeps. A member that is not
 * here names none: its files are neither taken nor shown, so that what is forgotten is never open.
 * The authority and the courts need no mention, since they may see what any participant's office
 * may.
 */
public final class DocumentMembers {
  private static final String DESIGN = "/design";
  private static final String EARLIER = "/earlier/*/design";
  private static final String DOCUMENT = "/document";
  private static final String PROJECT = "/project";
  private static final String REGION = "/region";

  private static final String DESIGN_DOCUMENT = "/designDocument";
  private static final String TENURE = "/tenureDocuments/*";
  private static final String[] OF_PROJECT = {"/owner", "/validator", "/design/certifier"};

  /** All of them. */
  public static final List<DocumentMember> ALL =
      List.of(
          ofProject(DESIGN + DESIGN_DOCUMENT, DocumentKind.DESIGN),
          ofProject(EARLIER + DESIGN_DOCUMENT, DocumentKind.DESIGN),
          ofProject(DESIGN + TENURE, DocumentKind.TENURE).by("/owner"),
          ofProject(EARLIER + TENURE, DocumentKind.TENURE).by("/owner"),
          of(Renewal.TYPE, DESIGN + DESIGN_DOCUMENT, DocumentKind.DESIGN, "/design/certifier")
              .ofProject(PROJECT),
          of(Renewal.TYPE, DESIGN + TENURE, DocumentKind.TENURE, "/design/certifier")
              .ofProject(PROJECT),
          of(Renewal.TYPE, "/validation/report", DocumentKind.OPINION, "/validation/by")
              .ofProject(PROJECT),
          of(Validation.TYPE, "/report", DocumentKind.OPINION, "/by").ofProject(PROJECT),
          of(
                  MonitoringReport.TYPE,
                  "/documents/*",
                  DocumentKind.REPORT,
                  "/owner",
                  "/verification/by")
              .orOf("/owner", DocumentKind.LAB, DocumentKind.PHOTO, DocumentKind.OTHER)
              .inRegion(REGION),
          of(
                  MonitoringReport.TYPE,
                  "/verification/report",
                  DocumentKind.OPINION,
                  "/owner",
                  "/verification/by")
              .inRegion(REGION),
          of(Reversal.TYPE, DOCUMENT, DocumentKind.EVIDENCE, "/reportedBy", "/settlement/by")
              .by("/reportedBy")
              .ofProject(PROJECT),
          of(
                  Reversal.TYPE,
                  "/settlement/report",
                  DocumentKind.OPINION,
                  "/reportedBy",
                  "/settlement/by")
              .ofProject(PROJECT),
          of(Sampling.TYPE, "/laboratoryReport", DocumentKind.LAB, "/recordedBy")
              .by("/recordedBy")
              .ofProject(PROJECT),
          of(BaselineEvidence.TYPE, "/documents/*", DocumentKind.EVIDENCE, "/recordedBy")
              .by("/recordedBy")
              .ofProject(PROJECT),
          of(Stocking.TYPE, DOCUMENT, DocumentKind.EVIDENCE, "/recordedBy")
              .by("/recordedBy")
              .ofProject(PROJECT),
          of(Freeze.TYPE, DOCUMENT, DocumentKind.LEGAL, "/by", "/holder"),
          of(CashFreeze.TYPE, DOCUMENT, DocumentKind.LEGAL, "/by", "/holder"),
          of(Cancellation.TYPE, DOCUMENT, DocumentKind.LEGAL, "/by", "/holder"),
          of(Retirement.TYPE, DOCUMENT, DocumentKind.EVIDENCE, "/holder"),
          of(BenefitPayment.TYPE, DOCUMENT, DocumentKind.EVIDENCE, "/by", "/payee", "/bank"),
          of(TradeCancellation.TYPE, DOCUMENT, DocumentKind.LEGAL, "/by"),
          of(Invoice.TYPE, "/statement/document", DocumentKind.EVIDENCE, "/seller", "/buyer"),
          of(Invoice.TYPE, "/earlier/*/document", DocumentKind.EVIDENCE, "/seller", "/buyer"),
          of(Participant.TYPE, "/codeOverride/document", DocumentKind.EVIDENCE, "/id"),
          of(Accreditation.TYPE, DOCUMENT, DocumentKind.RULE, "/certifier"),
          of(Laboratory.TYPE, DOCUMENT, DocumentKind.RULE),
          of(TradingRule.TYPE, DOCUMENT, DocumentKind.RULE),
          of(Methodology.TYPE, DOCUMENT, DocumentKind.RULE, "/publishedBy"),
          of(Calendar.TYPE, DOCUMENT, DocumentKind.RULE),
          of(OffsetRule.TYPE, DOCUMENT, DocumentKind.RULE),
          of(Obligation.TYPE, DOCUMENT, DocumentKind.EVIDENCE, "/enterprise", "/by"),
          ofRecord(Relation.TYPE, "/statements/*/document", DocumentKind.EVIDENCE),
          ofRecord(SupervisionCase.TYPE, "/notes/*/documents/*", DocumentKind.EVIDENCE),
          ofRecord(SupervisionCase.TYPE, "/closing/documents/*", DocumentKind.LEGAL),
          of(Goal.TYPE, DOCUMENT, DocumentKind.RULE, "/by"),
          of(Goal.TYPE, "/plans/*/document", DocumentKind.RULE, "/by"),
          of(GoalComment.TYPE, "/text", DocumentKind.STATEMENT, "/by"),
          of(GoalVote.TYPE, "/reason", DocumentKind.STATEMENT, "/by"),
          of(GoalTask.TYPE, "/done/evidence", DocumentKind.EVIDENCE, "/done/by"),
          of(Criteria.TYPE, DOCUMENT, DocumentKind.RULE),
          of(Criteria.TYPE, "/grades/*/rule", DocumentKind.RULE),
          of(Criteria.TYPE, "/indicators/*/definition", DocumentKind.RULE),
          of(IndicatorReport.TYPE, "/values/*/evidence", DocumentKind.EVIDENCE, "/values/*/by"),
          of(
              IndicatorReport.TYPE,
              "/values/*/restated/*/evidence",
              DocumentKind.EVIDENCE,
              "/values/*/restated/*/by"),
          of(IndicatorReport.TYPE, "/barriers/*/evidence", DocumentKind.EVIDENCE, "/barriers/*/by"),
          of(Assessment.TYPE, "/findings", DocumentKind.OPINION, "/assessor"),
          of(Assessment.TYPE, "/report", DocumentKind.OPINION, "/assessor"),
          of(Compensation.TYPE, "/bases/*/document", DocumentKind.EVIDENCE).inRegion(REGION),
          of(Compensation.TYPE, "/payments/*/document", DocumentKind.EVIDENCE).inRegion(REGION),
          of(Mandate.TYPE, "/terms/*/document", DocumentKind.RULE),
          of(Notice.TYPE, DOCUMENT, DocumentKind.RULE),
          ofRecord(CoordinationCase.TYPE, "/text", DocumentKind.EVIDENCE),
          ofRecord(CoordinationCase.TYPE, "/route/*/text", DocumentKind.EVIDENCE),
          ofRecord(CoordinationCase.TYPE, "/answer/document", DocumentKind.EVIDENCE),
          ofRecord(CoordinationCase.TYPE, "/answer/text", DocumentKind.EVIDENCE),
          of(TrustAnchor.TYPE, DOCUMENT, DocumentKind.RULE),
          of(RegistryRules.TYPE, "/versions/*/document", DocumentKind.RULE));

  private static final Map<String, List<DocumentMember>> BY_TYPE =
      ALL.stream().collect(Collectors.groupingBy(member -> member.record().name()));

  private DocumentMembers() {}

  private static DocumentMember ofProject(String pointer, DocumentKind kind) {
    return of(Project.TYPE, pointer, kind, OF_PROJECT).inRegion("/design/region");
  }

  /** Those of a type of record. */
  public static List<DocumentMember> ofType(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }
}
