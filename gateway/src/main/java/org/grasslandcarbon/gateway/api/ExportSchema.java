// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.View;

/**
 * In whose columns a file is. Those of others are written so that scripts that read theirs read
 * ours: names and order are theirs, and what we do not know is empty rather than guessed
 * (docs/reference/exports.md has the table).
 */
enum ExportSchema {
  /** CarbonPlan's OffsetsDB, tables {@code projects} and {@code credits}. */
  OFFSETSDB("offsetsdb"),
  /** The Climate Action Data Trust, tables {@code projects}, {@code issuances}, {@code units}. */
  CADT("cadt");

  /** Which table of the other a list becomes. */
  enum Table {
    PROJECTS,
    CREDITS,
    ISSUANCES,
    UNITS
  }

  private static final List<String> OFFSETSDB_PROJECTS =
      List.of(
          "project_id",
          "name",
          "registry",
          "proponent",
          "protocol",
          "category",
          "project_type",
          "status",
          "country",
          "listed_at",
          "first_issuance_at",
          "first_retirement_at",
          "issued",
          "retired",
          "is_compliance",
          "project_url");

  private static final List<String> OFFSETSDB_CREDITS =
      List.of(
          "project_id",
          "quantity",
          "vintage",
          "transaction_date",
          "transaction_type",
          "retirement_account",
          "retirement_beneficiary",
          "retirement_reason",
          "retirement_note",
          "transaction_url");

  private static final List<String> CADT_PROJECTS =
      List.of(
          "currentRegistry",
          "projectId",
          "originProjectId",
          "registryOfOrigin",
          "program",
          "projectName",
          "projectLink",
          "projectDeveloper",
          "sector",
          "projectType",
          "coveredByNDC",
          "projectStatus",
          "projectStatusDate",
          "unitMetric",
          "methodology",
          "validationBody",
          "validationDate");

  private static final List<String> CADT_ISSUANCES =
      List.of(
          "id",
          "projectId",
          "startDate",
          "endDate",
          "verificationApproach",
          "verificationReportDate",
          "verificationBody");

  private static final List<String> CADT_UNITS =
      List.of(
          "serialNumberBlock",
          "unitBlockStart",
          "unitBlockEnd",
          "unitCount",
          "vintageYear",
          "unitType",
          "unitStatus",
          "unitStatusReason",
          "unitOwner",
          "countryJurisdictionOfOwner",
          "inCountryJurisdictionOfOwner",
          "marketplace",
          "marketplaceLink",
          "marketplaceIdentifier",
          "unitRegistryLink",
          "correspondingAdjustmentDeclaration",
          "correspondingAdjustmentStatus",
          "issuanceId");

  private final String text;

  ExportSchema(String text) {
    this.text = text;
  }

  /** How it is asked for. */
  String text() {
    return text;
  }

  /** Which table of the other a view's list becomes, if one. */
  Optional<Table> table(View view) {
    if (view == ProjectViews.PROJECTS) {
      return Optional.of(Table.PROJECTS);
    }
    if (view == ProjectViews.ISSUANCES) {
      return this == CADT ? Optional.of(Table.ISSUANCES) : Optional.empty();
    }
    boolean used = view == CreditViews.RETIREMENTS || view == CreditViews.CANCELLATIONS;
    if (used || view == CreditViews.BATCHES) {
      return Optional.of(this == CADT ? Table.UNITS : Table.CREDITS);
    }
    return this == CADT && view == CreditViews.BUFFERS
        ? Optional.of(Table.UNITS)
        : Optional.empty();
  }

  /** The schemas in which a view's list can be had. */
  static List<ExportSchema> of(View view) {
    return List.of(values()).stream().filter(each -> each.table(view).isPresent()).toList();
  }

  /** The columns of a table, in the other's order. */
  List<String> columns(Table table) {
    return switch (table) {
      case PROJECTS -> this == CADT ? CADT_PROJECTS : OFFSETSDB_PROJECTS;
      case CREDITS -> OFFSETSDB_CREDITS;
      case ISSUANCES -> CADT_ISSUANCES;
      case UNITS -> CADT_UNITS;
    };
  }
}
