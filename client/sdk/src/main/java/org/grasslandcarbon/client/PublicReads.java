// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/** What anybody may read without a login. */
public final class PublicReads extends Reads {
  private final Reading reading;

  PublicReads(Reading reading) {
    this.reading = reading;
  }

  /** Never with a token: what is not public is then refused by the gateway. */
  @Override
  Reading reading(View view) {
    return reading;
  }

  /** Whether the registry is founded, its height, how far this gateway has read it. */
  public JsonNode status() {
    return reading.object("/status");
  }

  /** The catalogue of actions. */
  public JsonNode actions() {
    return reading.object("/actions");
  }

  /** The JSON Schema of an action's arguments. */
  public JsonNode schema(String action) {
    return reading.object("/schemas/" + Reading.encoded(action) + ".json");
  }

  /** Every code with its sentences. */
  public JsonNode errors() {
    return reading.object("/errors");
  }

  /** A project's boundary as GeoJSON. */
  public String boundary(String idOrNumber) {
    return reading.text(
        "/projects/" + Reading.encoded(idOrNumber) + "/boundary", Map.of(), "application/geo+json");
  }

  /**
   * The projects that have land in a box.
   *
   * @param box west, south, east and north in degrees, with commas between
   * @param training the projects for practice instead of the others
   */
  public JsonNode land(String box, boolean training) {
    return reading.object(
        "/land" + Reading.query(Map.of("box", box, "training", Boolean.toString(training))));
  }

  /** The outlines of a project's strata as GeoJSON, where it has any. */
  public String outlines(String idOrNumber) {
    return reading.text(
        "/projects/" + Reading.encoded(idOrNumber) + "/outlines", Map.of(), "application/geo+json");
  }

  /** How the ledger computed a report's tonnes, line by line. */
  public JsonNode quantification(String report) {
    return reading.object("/reports/" + Reading.encoded(report) + "/quantification");
  }

  /** The same with each equation's formula and name, and where each number comes from. */
  public JsonNode explanation(String report) {
    return reading.object("/reports/" + Reading.encoded(report) + "/explanation");
  }

  /**
   * A dry run: what the ledger would compute; nothing is written anywhere.
   *
   * @param asked the arguments of {@code submitMonitoringReport}; its project may be a number, or
   *     be left out for {@code methodology}, {@code startDate} and {@code strata}
   * @throws RegistryProblem with the code that the ledger would refuse the report with
   */
  public JsonNode quantify(JsonNode asked) {
    return reading.computed("/quantifications", Codec.text(asked));
  }

  /**
   * A dry run of a proposal: what the ledger would make of it; nothing is written anywhere.
   *
   * @param args the arguments of {@code proposeProject}
   * @throws RegistryProblem with the code that the ledger would refuse the proposal with
   */
  public JsonNode checkProposal(JsonNode args) {
    return reading.computed("/proposal-checks", Codec.text(args));
  }

  /** An instrument's book: what is listed at the best prices, and what its day has brought. */
  public JsonNode book(String instrument) {
    return reading.object("/market/" + Reading.encoded(instrument) + "/book");
  }

  /**
   * What a purchase would cost as books stand; nothing is reserved.
   *
   * @param wanted tonnes, and if wished the highest price, region, vintages, methodology, asset,
   *     and for which market and year they are meant (compliance) with typed bases
   */
  public JsonNode quote(JsonNode wanted) {
    return reading.computed("/market/quote", Codec.text(wanted));
  }

  /**
   * What a market would take of credits, by the bases that are asked with; nothing is written.
   *
   * @param asked the parameters of {@code /offsets/check}, by name
   */
  public JsonNode checkOffsets(Map<String, String> asked) {
    return reading.object("/offsets/check" + Reading.query(asked));
  }

  /**
   * What regions may do for each other, the most valuable first; what enterprises may still use is
   * not told.
   *
   * @param asked the parameters of {@code /coordination/opportunities}, by name
   */
  public JsonNode opportunities(Map<String, String> asked) {
    return reading.object(OPPORTUNITIES + Reading.query(asked));
  }

  /** The same as CSV. */
  public String opportunitiesAsCsv(Map<String, String> asked) {
    return reading.text(OPPORTUNITIES, asked, CSV);
  }

  /**
   * How regions answer each other, who is responsible in them, or what stands in the way; what
   * comes from cases is not told.
   *
   * @param name {@code sharing}, {@code directory} or {@code barriers}
   * @param asked its parameters, by name
   */
  public JsonNode sharing(String name, Map<String, String> asked) {
    return reading.object(sharingPath(name) + Reading.query(asked));
  }

  /** The same as CSV. */
  public String sharingAsCsv(String name, Map<String, String> asked) {
    return reading.text(sharingPath(name), asked, CSV);
  }

  /**
   * Which ways a change of land has to credits or compensation; nothing is written.
   *
   * @param plan area, present use, change, division, and what else is known of the land
   */
  public JsonNode screenLand(JsonNode plan) {
    return reading.computed("/coordination/screening", Codec.text(plan));
  }

  /**
   * What acting together is worth by what is supposed of regions; nothing is read or written.
   *
   * @param inputs regions, what is otherwise where they act together, prices, discount, years
   */
  public JsonNode jointValue(JsonNode inputs) {
    return reading.computed("/coordination/value", Codec.text(inputs));
  }

  /**
   * What time it is for the gateway, to the second; empty where it does not say. Whoever acts by
   * the clock holds its own against it.
   */
  public Optional<Instant> time() {
    return reading.time("/status");
  }

  /**
   * The certificate of a retirement, exactly as it was made: {@link VerifiedCertificate} says
   * whether it proves anything.
   *
   * @param retirement the instruction that retired, or the number on the certificate
   */
  public byte[] certificate(String retirement) {
    return reading
        .text(
            "/retirements/" + Reading.encoded(retirement) + "/certificate",
            Map.of(),
            "application/json, application/problem+json")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Where all credits are, by classes of them: the parameters of {@code /totals}, by name. */
  public JsonNode totals(Map<String, String> asked) {
    return reading.object("/totals" + Reading.query(asked));
  }

  /**
   * What regions were to reach and have reached.
   *
   * @param asked region, from, to, level, limit and cursor, by name
   */
  public JsonNode scorecard(Map<String, String> asked) {
    return reading.object("/coordination/scorecard" + Reading.query(asked));
  }

  /** The same as CSV, all pages of it. */
  public String scorecardAsCsv(Map<String, String> asked) {
    return reading.text("/coordination/scorecard", asked, CSV);
  }

  /** A goal with its targets in the chain, its tasks and its votes. */
  public JsonNode goalTree(String goal) {
    return reading.object(Reads.GOAL_TREE + Reading.query(Map.of("goal", goal)));
  }

  /** The same as CSV, a row a number. */
  public String goalTreeAsCsv(String goal) {
    return reading.text(Reads.GOAL_TREE, Map.of("goal", goal), CSV);
  }

  /**
   * How a region's year led to new targets, with the days of each step.
   *
   * @param asked region and year, by name
   */
  public JsonNode regionLoop(Map<String, String> asked) {
    return reading.object(Reads.LOOP + Reading.query(asked));
  }

  /** The same as CSV, a row a number. */
  public String regionLoopAsCsv(Map<String, String> asked) {
    return reading.text(Reads.LOOP, asked, CSV);
  }

  /**
   * What grassland carbon brings and costs a region in a year; fees and forwards are not told.
   *
   * @param asked region, year and practice, by name
   */
  public JsonNode regionEconomy(Map<String, String> asked) {
    return reading.object(Reads.ECONOMY + Reading.query(asked));
  }

  /** The same as CSV, a row a number. */
  public String regionEconomyAsCsv(Map<String, String> asked) {
    return reading.text(Reads.ECONOMY, asked, CSV);
  }

  /** Whatever a text may mean: what was found, the best first, and where there is more. */
  public JsonNode search(String text) {
    return reading.object("/search" + Reading.query(Map.of("q", text)));
  }

  /**
   * A certificate as a page to be printed (PDF), with the certificate itself in it. Only that
   * proves anything: take it out and verify it.
   *
   * @param retirement the instruction that retired, or the number on the certificate
   */
  public byte[] printedCertificate(String retirement) {
    return reading.bytes(
        "/retirements/" + Reading.encoded(retirement) + "/certificate",
        "application/pdf, application/problem+json");
  }

  /** What became of a serial number, or of a block of them. */
  public JsonNode serial(String serial) {
    return reading.object("/serials/" + Reading.encoded(serial));
  }

  /**
   * A page of what happened to something, as far as everybody may see it.
   *
   * @param kind projects, batches, serials, participants, instruments or retirements
   * @param id its id, or a project's number, or a serial number or a block of them
   * @param asked limit and cursor, by name
   */
  public Page timeline(String kind, String id, Map<String, String> asked) {
    return reading.page(Reads.timelinePath(kind, id), asked);
  }

  /** All of it as CSV. */
  public String timelineAsCsv(String kind, String id) {
    return reading.text(Reads.timelinePath(kind, id), Map.of(), CSV);
  }

  /**
   * How many days stages take, promised and real.
   *
   * @param asked region or office, certifier, year and training, by name
   */
  public JsonNode stages(Map<String, String> asked) {
    return reading.object("/stages" + Reading.query(asked));
  }

  /** The same as CSV. */
  public String stagesAsCsv(Map<String, String> asked) {
    return reading.text("/stages", asked, CSV);
  }

  /**
   * Any document, by its path below the API's root, without a token: for what has no method here.
   */
  public JsonNode at(String path) {
    return reading.object(path);
  }
}
