// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Validation;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells items of a list in the columns of another registry's data, one file at a time. Times are in
 * UTC, as the others have them; addresses begin with the API's root, since a gateway does not know
 * under which name it is reached.
 */
final class ForeignRows {
  private static final String REGISTRY = "grassland-carbon-registry";
  private static final String COUNTRY = "China";

  /** Names that are remembered for one file: a participant stands in many rows. */
  private static final int NAMES_MOST = 10_000;

  /** What OffsetsDB calls projects of sustainable grassland management. */
  private static final String CATEGORY = "land-use";

  private static final String PROJECT_TYPE = "Grassland Management";
  private static final String SECTOR = "Agriculture Forestry and Other Land Use (AFOLU)";
  private static final String UNKNOWN = "Unknown";

  private static final Map<String, String> OFFSETSDB_STATUS =
      Map.of("PUBLICITY", "listed", "VALIDATED", "listed", "REGISTERED", "registered");

  private static final Map<String, String> CADT_STATUS =
      Map.of("PUBLICITY", "Listed", "VALIDATED", "Listed", "REGISTERED", "Registered");

  private final ExportSchema schema;
  private final ExportSchema.Table table;
  private final View view;
  private final boolean chinese;
  private final Reader reader;
  private final SerialMoves moves;
  private final Map<String, String> names = new HashMap<>();

  /**
   * @param form whose schema is there and has a table for the view
   */
  ForeignRows(FileForm form, View view, Reader reader, SerialMoves moves) {
    this.schema = form.schema().orElseThrow();
    this.table = schema.table(view).orElseThrow();
    this.view = view;
    this.chinese = form.chinese();
    this.reader = reader;
    this.moves = moves;
  }

  /** The rows of an item, each with the values in the order of the columns. */
  List<List<JsonNode>> rows(ObjectNode item) {
    List<Map<String, Object>> rows =
        switch (table) {
          case PROJECTS -> List.of(schema == ExportSchema.CADT ? cadtProject(item) : project(item));
          case CREDITS -> List.of(credit(item));
          case ISSUANCES -> List.of(issuance(item));
          case UNITS -> units(item);
        };
    return rows.stream()
        .map(row -> schema.columns(table).stream().map(column -> node(row.get(column))).toList())
        .toList();
  }

  private static JsonNode node(Object value) {
    if (value == null) {
      return MissingNode.getInstance();
    }
    return value instanceof JsonNode known ? known : Codec.tree(value);
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }

  // OffsetsDB.

  private Map<String, Object> project(ObjectNode item) {
    Map<String, Object> row = new LinkedHashMap<>();
    String number = item.path("number").asString("");
    row.put("project_id", number.isEmpty() ? item.path("id") : text(number));
    row.put("name", item.at(chinese ? "/design/name/zh" : "/design/name/en"));
    row.put("registry", REGISTRY);
    row.put("proponent", name(item.path("owner")));
    row.put("protocol", Codec.text(List.of(item.at("/design/methodology/id").asString(""))));
    row.put("category", CATEGORY);
    row.put("project_type", PROJECT_TYPE);
    row.put("status", OFFSETSDB_STATUS.get(item.path("state").asString("")));
    row.put("country", COUNTRY);
    row.put("listed_at", item.path("proposedAt"));
    if (!number.isEmpty()) {
      row.put("first_issuance_at", first(CreditViews.BATCHES, "issuedAt", number));
      row.put("first_retirement_at", first(CreditViews.RETIREMENTS, "at", number));
    }
    row.put("issued", item.at("/totals/issued"));
    row.put("retired", item.at("/totals/retired"));
    row.put("is_compliance", false);
    row.put("project_url", at("projects", item.path("id").asString()));
    return row;
  }

  /** When something first happened with a project's credits. */
  private JsonNode first(View of, String member, String number) {
    return reader
        .oldest(Selection.of(of).with(of.column("projectNumber"), number))
        .map(item -> item.path(member))
        .orElse(MissingNode.getInstance());
  }

  private Map<String, Object> credit(ObjectNode item) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("project_id", item.path("projectNumber"));
    row.put("vintage", item.path("vintage"));
    row.put("transaction_url", at(view.path().orElseThrow(), address(item)));
    if (view == CreditViews.BATCHES) {
      row.put("quantity", item.path("issued"));
      row.put("transaction_date", item.path("issuedAt"));
      row.put("transaction_type", "issuance");
      return row;
    }
    row.put("quantity", item.path("quantity"));
    row.put("transaction_date", item.path("at"));
    boolean retired = view == CreditViews.RETIREMENTS;
    row.put("transaction_type", retired ? "retirement" : "cancellation");
    if (retired) {
      row.put("retirement_account", name(item.path("holder")));
      row.put("retirement_beneficiary", item.at("/beneficiary/name/" + (chinese ? "zh" : "en")));
      row.put("retirement_reason", item.path("reason"));
      row.put("retirement_note", item.path("statement"));
    }
    return row;
  }

  // CADT.

  private Map<String, Object> cadtProject(ObjectNode item) {
    Map<String, Object> row = new LinkedHashMap<>();
    String number = item.path("number").asString("");
    JsonNode id = number.isEmpty() ? item.path("id") : text(number);
    row.put("currentRegistry", REGISTRY);
    row.put("projectId", id);
    row.put("originProjectId", id);
    row.put("registryOfOrigin", REGISTRY);
    row.put("projectName", item.at(chinese ? "/design/name/zh" : "/design/name/en"));
    row.put("projectLink", at("projects", item.path("id").asString()));
    row.put("projectDeveloper", name(item.path("owner")));
    row.put("sector", SECTOR);
    row.put("projectType", PROJECT_TYPE);
    row.put("coveredByNDC", UNKNOWN);
    row.put("projectStatus", CADT_STATUS.get(item.path("state").asString("")));
    row.put(
        "projectStatusDate",
        item.has("registeredAt") ? item.path("registeredAt") : item.path("proposedAt"));
    row.put("unitMetric", "tCO2e");
    row.put(
        "methodology",
        item.at("/design/methodology/id").asString("")
            + " "
            + item.at("/design/methodology/version").asString(""));
    row.put("validationBody", name(item.path("validator")));
    row.put(
        "validationDate",
        reader
            .find(Validation.TYPE.key(item.path("id").asString()))
            .map(validation -> validation.path("at"))
            .orElse(MissingNode.getInstance()));
    return row;
  }

  private Map<String, Object> issuance(ObjectNode item) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", item.path("id"));
    row.put("projectId", item.path("projectNumber"));
    row.put("startDate", item.at("/period/from"));
    row.put("endDate", item.at("/period/to"));
    row.put("verificationReportDate", item.at("/verification/at"));
    row.put("verificationBody", name(item.at("/verification/by")));
    return row;
  }

  /** A row a block of serials: what is held of a batch, or what something ended or withholds. */
  private List<Map<String, Object>> units(ObjectNode item) {
    if (view == CreditViews.BATCHES) {
      return held(item);
    }
    BatchId batch = new BatchId(item.path("batch").asString());
    boolean buffered = view == CreditViews.BUFFERS;
    boolean retired = view == CreditViews.RETIREMENTS;
    String status = buffered ? "Buffer" : retired ? "Retired" : "Cancelled";
    JsonNode serials = item.path(buffered ? "buffered" : "serials");
    List<Map<String, Object>> rows = new ArrayList<>();
    for (SerialRange range : Codec.convert(serials, SerialRanges.class).ranges()) {
      Map<String, Object> row = unit(batch, range, status);
      row.put("vintageYear", item.path("vintage"));
      row.put("issuanceId", report(batch));
      if (!buffered) {
        row.put("unitStatusReason", reason(item, retired));
        row.put("unitOwner", name(item.path("holder")));
        row.put("unitRegistryLink", at(view.path().orElseThrow(), address(item)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String reason(ObjectNode item, boolean retired) {
    String first = item.path(retired ? "purpose" : "reason").asString("");
    return first + ": " + item.path("statement").asString("");
  }

  /**
   * What is held of a batch, whoever has it. Of one that moved so often that its blocks cannot be
   * told at once there is one row with the number of units and no block.
   */
  private List<Map<String, Object>> held(ObjectNode item) {
    BatchId batch = new BatchId(item.path("id").asString());
    Optional<List<SerialMoves.Stay>> stays =
        moves.tryFind(batch, new SerialRange(1, item.path("issued").asLong()));
    List<Map<String, Object>> rows = new ArrayList<>();
    if (stays.isEmpty()) {
      Map<String, Object> row = unit(batch, new SerialRange(1, 1), "Held");
      row.remove("serialNumberBlock");
      row.remove("unitBlockStart");
      row.remove("unitBlockEnd");
      row.put("unitCount", item.at("/totals/held"));
      rows.add(row);
    } else {
      joined(stays.get()).forEach(range -> rows.add(unit(batch, range, "Held")));
    }
    rows.forEach(
        row -> {
          row.put("vintageYear", item.path("vintage"));
          row.put("issuanceId", item.path("report"));
        });
    return rows;
  }

  /** Neighbours are one: where one holder's end and another's begin is not for everybody. */
  private static List<SerialRange> joined(List<SerialMoves.Stay> stays) {
    SerialRanges held = SerialRanges.NONE;
    for (SerialMoves.Stay stay : stays) {
      Account.Kind kind = stay.account().kind();
      if (kind == Account.Kind.HELD || kind == Account.Kind.FROZEN || kind == Account.Kind.ESCROW) {
        held = held.plus(SerialRanges.of(stay.serials().start(), stay.serials().end()));
      }
    }
    return held.ranges();
  }

  private static Map<String, Object> unit(BatchId batch, SerialRange range, String status) {
    Map<String, Object> row = new LinkedHashMap<>();
    String block = batch.serialNumber(range);
    row.put("serialNumberBlock", block);
    row.put("unitBlockStart", Long.toString(range.start()));
    row.put("unitBlockEnd", Long.toString(range.end()));
    row.put("unitCount", range.count());
    row.put("unitType", "Not Determined");
    row.put("unitStatus", status);
    row.put("countryJurisdictionOfOwner", COUNTRY);
    row.put("unitRegistryLink", at("serials", block));
    row.put("correspondingAdjustmentDeclaration", UNKNOWN);
    row.put("correspondingAdjustmentStatus", "Not Started");
    return row;
  }

  private JsonNode report(BatchId batch) {
    return text(
        remembered(
            "report of " + batch,
            () ->
                reader
                    .find(Batch.key(batch))
                    .map(record -> record.path("report").asString(""))
                    .orElse("")));
  }

  // What several tables need.

  /** What a participant is called; the code of one who is not known, and nothing for nobody. */
  private JsonNode name(JsonNode code) {
    if (!code.isString()) {
      return MissingNode.getInstance();
    }
    String id = code.asString();
    return text(
        remembered(
            id,
            () ->
                reader
                    .find(Participant.key(new ParticipantId(id)))
                    .map(record -> record.at(chinese ? "/name/zh" : "/name/en").asString(id))
                    .orElse(id)));
  }

  private String remembered(String what, Supplier<String> finding) {
    if (names.size() >= NAMES_MOST) {
      names.clear();
    }
    return names.computeIfAbsent(what, any -> finding.get());
  }

  private String address(ObjectNode item) {
    String id = item.path("id").asString();
    if (view == CreditViews.CANCELLATIONS) {
      return id + "/" + item.path("batch").asString();
    }
    return item.has("part") ? id + "/" + item.path("part").asString() : id;
  }

  private static String at(String list, String id) {
    return Paths.BASE + "/" + list + "/" + id;
  }
}
