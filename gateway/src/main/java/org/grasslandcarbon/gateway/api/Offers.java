// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.gateway.api.ListAnswer.column;

import java.util.List;
import org.grasslandcarbon.gateway.api.ListAnswer.Offer;
import org.grasslandcarbon.gateway.projection.Listing;
import org.grasslandcarbon.gateway.projection.Tables;

/**
 * The lists that are offered: where each comes from, which members it adds to the record, and the
 * columns of its export, named as carbon registries name theirs.
 */
final class Offers {
  static final Offer REGIONS =
      new Offer(
          "regions",
          Listing.of(Tables.REGION),
          List.of(
              column("Code", "/code"),
              column("Name (zh)", "/name/zh"),
              column("Name (en)", "/name/en"),
              column("Valid From", "/validFrom"),
              column("Valid To", "/validTo")));

  static final Offer PARTICIPANTS =
      new Offer(
          "participants",
          Listing.of(Tables.PARTICIPANT),
          List.of(
              column("Participant ID", "/id"),
              column("Name (zh)", "/name/zh"),
              column("Name (en)", "/name/en"),
              column("Region", "/region"),
              column("Roles", "/roles"),
              column("Date Admitted", "/admittedAt"),
              column("Admitted By", "/admittedBy"),
              column("Suspended Since", "/suspension/at")));

  static final Offer KEYS =
      new Offer(
          "keys",
          Listing.of(Tables.KEY),
          List.of(
              column("Key ID", "/kid"),
              column("Participant ID", "/participant"),
              column("Date Added", "/addedAt"),
              column("Date Revoked", "/revocation/at")));

  static final Offer CALENDARS =
      new Offer(
          "calendars",
          Listing.of(Tables.CALENDAR),
          List.of(
              column("Year", "/year"),
              column("Holidays", "/holidays"),
              column("Make-up Days", "/makeUpDays"),
              column("Document", "/document")));

  static final Offer METHODOLOGIES =
      new Offer(
          "methodologies",
          Listing.of(Tables.METHODOLOGY),
          List.of(
              column("Protocol", "/version/id"),
              column("Protocol Version", "/version/version"),
              column("Name (zh)", "/name/zh"),
              column("Name (en)", "/name/en"),
              column("Algorithm", "/algorithm"),
              column("Valid From", "/validity/validFrom"),
              column("Valid To", "/validity/validTo"),
              column("Date Published", "/publishedAt"),
              column("Date Withdrawn", "/withdrawal/from"),
              column("Document", "/document"),
              column("Training", "/training")));

  static final Offer PROJECTS =
      new Offer(
          "projects",
          Listing.of(Tables.PROJECT)
              .newestFirst()
              .with(
                  "totals.issued",
                  "COALESCE((SELECT SUM(b.issued) FROM batch b WHERE b.project = project.id), 0)")
              .with("totals.retired", ofProject("retired"))
              .with("totals.cancelled", ofProject("cancelled"))
              .with("totals.buffered", ofProject("buffer")),
          List.of(
              column("Project ID", "/number"),
              column("Project Name", "/design/name/zh"),
              column("Project Name (en)", "/design/name/en"),
              column("Project Developer", "/owner"),
              column("Project Status", "/state"),
              column("Project Site Location", "/design/region"),
              column("Area (ha)", "/design/areaHectares"),
              column("Protocol", "/design/methodology/id"),
              column("Protocol Version", "/design/methodology/version"),
              column("Validation Body", "/validator"),
              column("Project Listed Date", "/proposedAt"),
              column("Project Registered Date", "/registeredAt"),
              column("Crediting Period Start Date", "/design/creditingPeriod/from"),
              column("Crediting Period End Date", "/design/creditingPeriod/to"),
              column("Estimated Annual Emission Reductions", "/design/expectedTonnesPerYear"),
              column("Total Credits Issued", "/totals/issued"),
              column("Total Credits Retired", "/totals/retired"),
              column("Instruction ID", "/id"),
              column("Training", "/training")));

  static final Offer COMMENTS =
      new Offer(
          "comments",
          Listing.of(Tables.COMMENT),
          List.of(
              column("Number", "/number"),
              column("Date", "/at"),
              column("Sent By", "/by"),
              column("Author", "/author"),
              column("Comment", "/text")));

  static final Offer RENEWALS =
      new Offer(
          "renewals",
          Listing.of(Tables.RENEWAL).newestFirst(),
          List.of(
              column("Renewal ID", "/id"),
              column("Status", "/state"),
              column("Date Proposed", "/proposedAt"),
              column("Crediting Period Start Date", "/design/creditingPeriod/from"),
              column("Crediting Period End Date", "/design/creditingPeriod/to"),
              column("Protocol", "/design/methodology/id"),
              column("Protocol Version", "/design/methodology/version"),
              column("Validation Body", "/design/certifier"),
              column("Date Registered", "/registeredAt")));

  static final Offer REPORTS =
      new Offer(
          "reports",
          Listing.of(Tables.REPORT).newestFirst(),
          List.of(
              column("Report ID", "/id"),
              column("Project ID", "/projectNumber"),
              column("Status", "/state"),
              column("Monitoring Period Start Date", "/period/from"),
              column("Monitoring Period End Date", "/period/to"),
              column("Net Tonnes CO2e", "/tonnes"),
              column("Date Submitted", "/submittedAt"),
              column("Verification Body", "/verification/by"),
              column("Brought Forward", "/verification/broughtForward"),
              column("Total Credits Issued", "/issuance/issued"),
              column("Credits Issued to Buffer Pool", "/issuance/buffered"),
              column("Remainder", "/issuance/remainder"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  static final Offer HISTORY =
      new Offer(
          "history",
          Listing.rows(
                  "journal_reference JOIN journal ON journal.id = journal_reference.instruction",
                  "journal_reference.seq")
              .with("at", "journal.at")
              .with("action", "journal.action")
              .with("participant", "journal.participant")
              .with("instruction", "journal.id")
              .with("record", "journal_reference.type")
              .with("recordId", "journal_reference.id")
              .with("block", "journal.block")
              .with("transactionId", "journal.transaction_id"),
          List.of(
              column("Date", "/at"),
              column("Action", "/action"),
              column("Participant ID", "/participant"),
              column("Record", "/record"),
              column("Record ID", "/recordId"),
              column("Transaction ID", "/instruction"),
              column("Block", "/block")));

  static final Offer BATCHES =
      new Offer(
          "issuances",
          Listing.of(Tables.BATCH)
              .newestFirst()
              .with("totals.held", total("held"))
              .with("totals.frozen", total("frozen"))
              .with("totals.buffered", total("buffer"))
              .with("totals.retired", total("retired"))
              .with("totals.cancelled", total("cancelled"))
              .with("serials", "batch.id || '-1-' || CAST(batch.issued AS varchar)"),
          List.of(
              column("Date Issued", "/issuedAt"),
              column("Project ID", "/projectNumber"),
              column("Vintage", "/vintage"),
              column("Monitoring Period Start Date", "/periodStart"),
              column("Monitoring Period End Date", "/periodEnd"),
              column("Total Credits Issued", "/issued"),
              column("Credits Issued to Buffer Pool", "/buffered"),
              column("Credit Serial Numbers", "/serials"),
              column("Protocol", "/methodology/id"),
              column("Protocol Version", "/methodology/version"),
              column("Verification Body", "/issuedBy"),
              column("Project Owner", "/owner"),
              column("Project Site Location", "/region"),
              column("Credits Held", "/totals/held"),
              column("Credits Frozen", "/totals/frozen"),
              column("Credits in Buffer Pool", "/totals/buffered"),
              column("Credits Retired", "/totals/retired"),
              column("Credits Cancelled", "/totals/cancelled"),
              column("Training", "/training")));

  static final Offer RETIREMENTS =
      new Offer(
          "retirements",
          Listing.of(Tables.RETIREMENT, "LEFT JOIN batch ON batch.id = retirement.batch")
              .newestFirst()
              .with("quantity", "retirement.quantity")
              .with("project", "batch.project")
              .with("projectNumber", "batch.project_number")
              .with("region", "batch.region")
              .with("vintage", "batch.vintage"),
          List.of(
              column("Status Effective", "/at"),
              column("Project ID", "/projectNumber"),
              column("Vintage", "/vintage"),
              column("Batch", "/batch"),
              column("Quantity of Credits", "/quantity"),
              column("Credit Serial Numbers", "/serials"),
              column("Account Holder", "/holder"),
              column("Retired on Behalf of", "/beneficiary/name/zh"),
              column("Retired on Behalf of (en)", "/beneficiary/name/en"),
              column("Beneficiary Code", "/beneficiary/code"),
              column("Retirement Purpose", "/purpose"),
              column("Retirement Reason", "/reason"),
              column("Retirement Reason Details", "/statement"),
              column("Certificate Number", "/certificateNumber"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  static final Offer CANCELLATIONS =
      new Offer(
          "cancellations",
          Listing.of(Tables.CANCELLATION, "LEFT JOIN batch ON batch.id = cancellation.batch")
              .newestFirst()
              .with("quantity", "cancellation.quantity")
              .with("project", "batch.project")
              .with("projectNumber", "batch.project_number")
              .with("region", "batch.region")
              .with("vintage", "batch.vintage")
              .with("training", "batch.training"),
          List.of(
              column("Status Effective", "/at"),
              column("Project ID", "/projectNumber"),
              column("Vintage", "/vintage"),
              column("Batch", "/batch"),
              column("Quantity of Credits", "/quantity"),
              column("Credit Serial Numbers", "/serials"),
              column("Account Holder", "/holder"),
              column("Cancelled By", "/by"),
              column("Cancellation Reason", "/reason"),
              column("Cancellation Reason Details", "/statement"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  static final Offer CORRECTIONS =
      new Offer(
          "corrections",
          Listing.of(Tables.CORRECTION).newestFirst(),
          List.of(
              column("Record Type", "/recordType"),
              column("Record", "/parts"),
              column("Corrections", "/corrections")));

  static final Offer TRUST_ANCHORS =
      new Offer(
          "trust-anchors",
          Listing.of(Tables.TRUST_ANCHOR),
          List.of(
              column("Trust Anchor ID", "/id"),
              column("Name (zh)", "/name/zh"),
              column("Name (en)", "/name/en"),
              column("Date Published", "/publishedAt"),
              column("Date Withdrawn", "/withdrawal/at")));

  static final Offer FREEZES =
      new Offer(
          "freezes",
          Listing.of(
                  Tables.FREEZE,
                  "LEFT JOIN batch ON batch.id = credit_freeze.batch"
                      + " LEFT JOIN holding ON holding.id = credit_freeze.batch || ':' || credit_freeze.holder")
              .newestFirst()
              .with("quantity", "credit_freeze.quantity")
              .with("stillFrozen", "POSITION(credit_freeze.id IN holding.json) > 0")
              .with("projectNumber", "batch.project_number")
              .with("vintage", "batch.vintage"),
          List.of(
              column("Date Frozen", "/at"),
              column("Freeze ID", "/id"),
              column("Account Holder", "/holder"),
              column("Batch", "/batch"),
              column("Quantity of Credits", "/quantity"),
              column("Credit Serial Numbers", "/serials"),
              column("Frozen By", "/by"),
              column("Reason", "/reason"),
              column("Document", "/document"),
              column("Still Frozen", "/stillFrozen")));

  static final Offer HOLDINGS =
      new Offer(
          "holdings",
          Listing.of(Tables.HOLDING, "LEFT JOIN batch ON batch.id = holding.batch")
              .with("available", "holding.available")
              .with("frozenQuantity", "holding.frozen")
              .with("project", "batch.project")
              .with("projectNumber", "batch.project_number")
              .with("region", "batch.region")
              .with("vintage", "batch.vintage")
              .with("training", "batch.training"),
          List.of(
              column("Account Holder", "/owner"),
              column("Batch", "/batch"),
              column("Project ID", "/projectNumber"),
              column("Vintage", "/vintage"),
              column("Quantity Available", "/available"),
              column("Quantity Frozen", "/frozenQuantity"),
              column("Credit Serial Numbers", "/held"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  static final Offer STATEMENT =
      new Offer(
          "statement",
          Listing.rows("statement", "statement.seq")
              .with("at", "statement.at")
              .with("owner", "statement.owner")
              .with("asset", "statement.asset")
              .with("account", "statement.account")
              .with("counterparty", "statement.counterparty")
              .with("amount", "statement.quantity")
              .with("serials", "statement.serials")
              .with("balance", "statement.balance")
              .with("available", "statement.available")
              .with("instruction", "statement.instruction")
              .with("action", "statement.action")
              .with("block", "statement.block"),
          List.of(
              column("Date", "/at"),
              column("Account Holder", "/owner"),
              column("Transaction Type", "/action"),
              column("Batch", "/asset"),
              column("Account", "/account"),
              column("Quantity", "/amount"),
              column("Credit Serial Numbers", "/serials"),
              column("Counterparty", "/counterparty"),
              column("Balance", "/balance"),
              column("Available", "/available"),
              column("Transaction ID", "/instruction"),
              column("Block", "/block")));

  static final Offer REVERSALS =
      new Offer(
          "reversals",
          Listing.of(Tables.REVERSAL, "LEFT JOIN project ON project.id = reversal.project")
              .newestFirst()
              .with("settled", "reversal.settled")
              .with("quantityHeld", "reversal.held")
              .with("quantityCancelled", "reversal.cancelled")
              .with("training", "project.training"),
          List.of(
              column("Date Reported", "/reportedAt"),
              column("Reversal ID", "/id"),
              column("Project ID", "/projectNumber"),
              column("Date of Event", "/eventDate"),
              column("Cause", "/cause"),
              column("Estimated Loss", "/estimate"),
              column("Credits Put on Hold", "/quantityHeld"),
              column("Settled", "/settled"),
              column("Date Settled", "/settlement/at"),
              column("Verified Loss", "/settlement/loss"),
              column("Credits Cancelled from Buffer Pool", "/quantityCancelled"),
              column("Shortfall", "/settlement/shortfall"),
              column("Verification Body", "/settlement/by"),
              column("Reported By", "/reportedBy"),
              column("Details", "/statement"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  static final Offer STOCKING =
      new Offer(
          "stocking",
          Listing.of(Tables.STOCKING, "LEFT JOIN project ON project.id = stocking.project")
              .newestFirst()
              .with("projectNumber", "project.number")
              .with("region", "project.region")
              .with("training", "project.training"),
          List.of(
              column("Year", "/year"),
              column("Project ID", "/projectNumber"),
              column("Sheep Units", "/sheepUnits"),
              column("Carrying Capacity (sheep units)", "/capacity"),
              column("Overload (%)", "/overloadPercent"),
              column("Overloaded", "/overloaded"),
              column("Days Grazed", "/days"),
              column("Date Recorded", "/recordedAt"),
              column("Recorded By", "/recordedBy"),
              column("Recorded by an Office", "/byOffice"),
              column("Document", "/document"),
              column("Project Site Location", "/region"),
              column("Training", "/training")));

  private Offers() {}

  private static String ofProject(String kind) {
    return "COALESCE((SELECT SUM(t.quantity) FROM batch_total t JOIN batch b ON b.id = t.batch"
        + " WHERE b.project = project.id AND t.kind = '"
        + kind
        + "'), 0)";
  }

  private static String total(String kind) {
    return "COALESCE((SELECT quantity FROM batch_total t WHERE t.batch = batch.id AND t.kind = '"
        + kind
        + "'), 0)";
  }
}
