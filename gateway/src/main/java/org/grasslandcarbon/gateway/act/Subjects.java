// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.act;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.gateway.projection.Journal;
import org.grasslandcarbon.gateway.projection.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What acts are about, by what they name and move. */
@Component
public final class Subjects {
  /**
   * Records that are looked up for one act: a purchase names a thousand trades of one instrument,
   * and who asks for a project or an instrument finds it among the first.
   */
  private static final int LOOKED_UP_MOST = 20;

  /** What outcomes call otherwise than the ledger does. */
  private static final Map<String, String> TYPES =
      Map.of(
          "data", "MONITORING_DATA",
          "enterprise", "PARTICIPANT",
          "information-case", "COORDINATION_CASE",
          "instrument", "BOOK",
          "market", "OFFSET_MARKET",
          "trustAnchor", "TRUSTANCHOR",
          "values", "SAMPLE_VALUES");

  /** What outcomes tell beside records: how many are left, a number that was given, a day. */
  private static final Set<String> NO_RECORDS =
      Set.of("batchesLeft", "bidsLeft", "listingsLeft", "projectNumber", "tradingDay");

  /** Parts of a key, as outcomes write them: a methodology and its version are told otherwise. */
  private static final Pattern IDS = Pattern.compile("[!-~&&[^:/]]+([:/][!-~&&[^:/]]+)*");

  private static final Pattern BATCH = Pattern.compile(BatchId.PATTERN);

  private static final Pattern INSTRUMENT = Pattern.compile(InstrumentId.PATTERN);

  private static final String PROJECT = "project";

  private static final String INSTRUMENT_MEMBER = "instrument";

  private final Reader reader;

  Subjects(Reader reader) {
    this.reader = reader;
  }

  /**
   * What an act is about.
   *
   * @param instruments ids
   * @param projects ids
   */
  public record About(Set<String> instruments, Set<String> projects) {}

  /** The type of the records that an outcome names by a word; absent of numbers and days. */
  public static Optional<RecordType<?>> type(String word) {
    return RecordTypes.named(
        TYPES.getOrDefault(
            word, word.replaceAll("([A-Z])", "_$1").replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  /** Whether a word of an outcome is known to be of no record. */
  public static boolean isNoRecord(String word) {
    return NO_RECORDS.contains(word);
  }

  /** The record that an outcome names, if it is one and can be found by its id. */
  public Optional<ObjectNode> record(JsonNode reference) {
    String id = reference.path("id").asString("");
    return IDS.matcher(id).matches()
        ? type(reference.path("type").asString(""))
            .map(type -> type.key(id.split("[:/]")))
            .flatMap(reader::find)
        : Optional.empty();
  }

  /** What an act is about. */
  public About of(Journal.Entry entry) {
    About about = new About(new LinkedHashSet<>(), new LinkedHashSet<>());
    int left = LOOKED_UP_MOST;
    for (JsonNode reference : entry.entry().path("references")) {
      if (left-- > 0) {
        add(about, reference);
      }
    }
    Set<String> assets = new LinkedHashSet<>();
    for (JsonNode posting : entry.entry().path("postings")) {
      assets.add(posting.path("asset").asString(""));
    }
    assets.stream()
        .filter(asset -> BATCH.matcher(asset).matches())
        .limit(LOOKED_UP_MOST)
        .forEach(batch -> addBatch(about, batch));
    return about;
  }

  private void add(About about, JsonNode reference) {
    String id = reference.path("id").asString("");
    String first = id.split("[:/]")[0];
    switch (reference.path("type").asString("")) {
      case PROJECT, "comment", "stocking" -> about.projects().add(first);
      case INSTRUMENT_MEMBER -> about.instruments().add(id);
      case "trade", "invoice" -> about.instruments().add(first);
      case "batch" -> addBatch(about, id);
      default -> record(reference).ifPresent(record -> addMembers(about, record));
    }
  }

  private void addBatch(About about, String batch) {
    if (BATCH.matcher(batch).matches()) {
      about.instruments().add(InstrumentId.of(new BatchId(batch)).value());
      RecordTypes.named("BATCH")
          .flatMap(type -> reader.find(type.key(batch)))
          .ifPresent(record -> addMembers(about, record));
    }
  }

  private static void addMembers(About about, ObjectNode record) {
    String project = record.path(PROJECT).asString("");
    if (!project.isEmpty()) {
      about.projects().add(project);
    }
    String instrument = record.path(INSTRUMENT_MEMBER).asString("");
    if (INSTRUMENT.matcher(instrument).matches()) {
      about.instruments().add(instrument);
    }
  }
}
