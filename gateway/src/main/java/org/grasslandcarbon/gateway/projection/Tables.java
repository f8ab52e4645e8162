// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.BufferHolding;
import org.grasslandcarbon.domain.credit.Cancellation;
import org.grasslandcarbon.domain.credit.Freeze;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.Reversals;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.monitoring.CreditingHistory;
import org.grasslandcarbon.domain.monitoring.MonitoringData;
import org.grasslandcarbon.domain.monitoring.MonitoringReport;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.participant.Accreditation;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.participant.RegisteredKey;
import org.grasslandcarbon.domain.participant.TrustAnchor;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.Comment;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.project.ProjectBoundary;
import org.grasslandcarbon.domain.project.Renewal;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.registry.Corrections;
import org.grasslandcarbon.domain.registry.Founding;
import org.grasslandcarbon.domain.stocking.Stocking;
import tools.jackson.databind.JsonNode;

/**
 * Which record goes to which table, and which of its members to which column. The tables are made
 * by the migrations; a test holds the two together. Journal entries have a table of another kind
 * ({@link Movements}).
 */
public final class Tables {
  /**
   * Changed whenever what is stored changes for the same blocks (a new table, a new column, another
   * meaning): a database of another layout is emptied at start and filled again from block 0.
   */
  static final String LAYOUT = "1";

  public static final RecordTable FOUNDING =
      RecordTable.of("founding", Founding.TYPE).time("founded_at", "/foundedAt").large();

  public static final RecordTable REGION =
      RecordTable.of("region", Region.TYPE).search("search", "/code", "/name/zh", "/name/en");

  public static final RecordTable PARTICIPANT =
      RecordTable.of("participant", Participant.TYPE)
          .text("name_zh", "/name/zh")
          .text("name_en", "/name/en")
          .text("region", "/region")
          .add("roles", Column.TEXT, tree -> tree.at("/roles").toString())
          .present("suspended", "/suspension")
          .search("search", "/id", "/name/zh", "/name/en")
          .large();

  public static final RecordTable KEY =
      RecordTable.of("registered_key", RegisteredKey.TYPE)
          .text("participant", "/participant")
          .present("revoked", "/revocation");

  public static final RecordTable ACCREDITATION =
      RecordTable.of("accreditation", Accreditation.TYPE);

  public static final RecordTable CALENDAR = RecordTable.of("calendar", Calendar.TYPE);

  public static final RecordTable BATCH =
      RecordTable.of("batch", Batch.TYPE)
          .text("project", "/project")
          .text("project_number", "/projectNumber")
          .text("region", "/region")
          .text("owner", "/owner")
          .text("report", "/report")
          .number("vintage", "/vintage")
          .number("issued", "/issued")
          .time("issued_at", "/issuedAt")
          .flag("training", "/training");

  public static final RecordTable HOLDING =
      RecordTable.of("holding", Holding.TYPE)
          .text("batch", "/batch")
          .text("owner", "/owner")
          .quantity("available", "/held")
          .quantity("frozen", "/frozen");

  public static final RecordTable BUFFER_HOLDING =
      RecordTable.of("buffer_holding", BufferHolding.TYPE).quantity("quantity", "/buffered");

  public static final RecordTable RETIREMENT =
      RecordTable.of("retirement", Retirement.TYPE)
          .time("at", "/at")
          .text("batch", "/batch")
          .text("holder", "/holder")
          .quantity("quantity", "/serials")
          .text("certificate", "/certificateNumber")
          .flag("training", "/training")
          .search(
              "beneficiary", "/beneficiary/code", "/beneficiary/name/zh", "/beneficiary/name/en");

  public static final RecordTable TRUST_ANCHOR =
      RecordTable.of("trust_anchor", TrustAnchor.TYPE).present("withdrawn", "/withdrawal").large();

  public static final RecordTable CANCELLATION =
      RecordTable.of("cancellation", Cancellation.TYPE)
          .time("at", "/at")
          .text("instruction", "/id")
          .text("batch", "/batch")
          .text("holder", "/holder")
          .quantity("quantity", "/serials");

  public static final RecordTable FREEZE =
      RecordTable.of("credit_freeze", Freeze.TYPE)
          .text("batch", "/batch")
          .text("holder", "/holder")
          .quantity("quantity", "/serials");

  public static final RecordTable CORRECTION =
      RecordTable.of("correction", Corrections.TYPE)
          .text("record_type", "/recordType")
          .add("record", Column.TEXT, tree -> joined(tree.at("/parts")))
          .large();

  public static final RecordTable METHODOLOGY =
      RecordTable.of("methodology", Methodology.TYPE)
          .text("name", "/version/id")
          .flag("training", "/training")
          .search("search", "/version/id", "/name/zh", "/name/en")
          .large();

  public static final RecordTable PROJECT =
      RecordTable.of("project", Project.TYPE)
          .text("number", "/number")
          .text("state", "/state")
          .text("region", "/design/region")
          .text("methodology", "/design/methodology/id")
          .text("owner", "/owner")
          .text("certifier", "/design/certifier")
          .flag("training", "/training")
          .search("search", "/number", "/design/name/zh", "/design/name/en")
          .large();

  public static final RecordTable PROJECT_BOUNDARY =
      RecordTable.of("project_boundary", ProjectBoundary.TYPE).large();

  public static final RecordTable COMMENT =
      RecordTable.of("project_comment", Comment.TYPE).text("project", "/project").large();

  public static final RecordTable VALIDATION =
      RecordTable.of("validation", Validation.TYPE).large();

  public static final RecordTable RENEWAL =
      RecordTable.of("project_renewal", Renewal.TYPE)
          .text("project", "/project")
          .text("state", "/state")
          .large();

  public static final RecordTable REPORT =
      RecordTable.of("monitoring_report", MonitoringReport.TYPE)
          .text("project", "/project")
          .text("project_number", "/projectNumber")
          .text("state", "/state")
          .text("region", "/region")
          .text("owner", "/owner")
          .flag("training", "/training")
          .large();

  public static final RecordTable QUANTIFICATION =
      RecordTable.of("report_quantification", ReportQuantification.TYPE).large();

  public static final RecordTable CREDITING =
      RecordTable.of("crediting_history", CreditingHistory.TYPE).large();

  public static final RecordTable MONITORING_DATA =
      RecordTable.of("monitoring_data", MonitoringData.TYPE).text("project", "/project").large();

  public static final RecordTable REVERSAL =
      RecordTable.of("reversal", Reversal.TYPE)
          .text("project", "/project")
          .text("project_number", "/projectNumber")
          .text("region", "/region")
          .text("cause", "/cause")
          .time("reported_at", "/reportedAt")
          .present("settled", "/settlement")
          .quantityOfParts("held", "/held")
          .quantityOfParts("cancelled", "/settlement/cancelled")
          .large();

  public static final RecordTable PROJECT_REVERSALS =
      RecordTable.of("project_reversals", Reversals.TYPE).number("shortfall", "/shortfall");

  public static final RecordTable STOCKING =
      RecordTable.of("stocking", Stocking.TYPE)
          .text("project", "/project")
          .number("calendar_year", "/year")
          .flag("overloaded", "/overloaded")
          .large();

  private static final List<RecordTable> ALL =
      List.of(
          FOUNDING,
          REGION,
          PARTICIPANT,
          KEY,
          ACCREDITATION,
          CALENDAR,
          BATCH,
          HOLDING,
          BUFFER_HOLDING,
          RETIREMENT,
          TRUST_ANCHOR,
          CANCELLATION,
          FREEZE,
          CORRECTION,
          METHODOLOGY,
          PROJECT,
          PROJECT_BOUNDARY,
          COMMENT,
          VALIDATION,
          RENEWAL,
          REPORT,
          QUANTIFICATION,
          CREDITING,
          MONITORING_DATA,
          REVERSAL,
          PROJECT_REVERSALS,
          STOCKING);

  private static final Map<String, RecordTable> BY_TYPE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(RecordTable::type, Function.identity()));

  private Tables() {}

  private static String joined(JsonNode parts) {
    return parts.valueStream().map(JsonNode::asString).collect(Collectors.joining(":"));
  }

  /** How a record is named in its table: the parts of its key after the type. */
  public static String id(Key<?> key) {
    return id(Keys.parts(key.text()));
  }

  /** The same from the parts of the key. */
  public static String id(List<String> keyParts) {
    return String.join(":", keyParts.subList(1, keyParts.size()));
  }

  /** All tables of records. */
  public static List<RecordTable> all() {
    return ALL;
  }

  /** The table of a type of record, if this version has one. */
  public static Optional<RecordTable> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
