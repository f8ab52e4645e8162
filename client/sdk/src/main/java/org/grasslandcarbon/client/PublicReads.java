// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.util.Map;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;

/**
 * What anybody may read without a login. Documents are the ledger's records as stored, with members
 * that the gateway computes.
 *
 * <p>Filters are the query parameters of the API: {@code region}, {@code state}, {@code q} and so
 * on, and for every list {@code limit} (1 to 200) and {@code cursor}.
 */
public final class PublicReads {
  private final Reading reading;

  PublicReads(Reading reading) {
    this.reading = reading;
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

  /** Filters {@code role}, {@code region}, {@code q}, {@code suspended}. */
  public Page participants(Map<String, String> filters) {
    return reading.page("/participants", filters);
  }

  public JsonNode participant(String id) {
    return reading.object("/participants/" + Reading.encoded(id));
  }

  /** A participant's public keys, revoked ones included. */
  public Page keys(String participant) {
    return reading.page("/participants/" + Reading.encoded(participant) + "/keys", Map.of());
  }

  public Page trustAnchors() {
    return reading.page("/trust-anchors", Map.of());
  }

  public Page regions() {
    return reading.page("/regions", Map.of());
  }

  public Page calendars() {
    return reading.page("/calendars", Map.of());
  }

  public JsonNode calendar(int year) {
    return reading.object("/calendars/" + year);
  }

  public Page methodologies(Map<String, String> filters) {
    return reading.page("/methodologies", filters);
  }

  public JsonNode methodology(String id, String version) {
    return reading.object("/methodologies/" + Reading.encoded(id) + "/" + Reading.encoded(version));
  }

  /**
   * Filters {@code region}, {@code state}, {@code methodology}, {@code owner}, {@code certifier},
   * {@code training}, {@code q}.
   */
  public Page projects(Map<String, String> filters) {
    return reading.page("/projects", filters);
  }

  /** A project by its id or its number. */
  public JsonNode project(String idOrNumber) {
    return reading.object("/projects/" + Reading.encoded(idOrNumber));
  }

  /**
   * What belongs to a project.
   *
   * @param part {@code comments}, {@code reports} or {@code history}
   */
  public Page ofProject(String idOrNumber, String part) {
    return reading.page(
        "/projects/" + Reading.encoded(idOrNumber) + "/" + Reading.encoded(part), Map.of());
  }

  /** A project's boundary as GeoJSON. */
  public String boundary(String idOrNumber) {
    return reading.text(
        "/projects/" + Reading.encoded(idOrNumber) + "/boundary", Map.of(), "application/geo+json");
  }

  /** Filters {@code project}, {@code state}. */
  public Page reports(Map<String, String> filters) {
    return reading.page("/reports", filters);
  }

  public JsonNode report(String id) {
    return reading.object("/reports/" + Reading.encoded(id));
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

  /** Filters {@code project}, {@code vintage}, {@code region}, {@code training}. */
  public Page batches(Map<String, String> filters) {
    return reading.page("/batches", filters);
  }

  public JsonNode batch(String id) {
    return reading.object("/batches/" + Reading.encoded(id));
  }

  /**
   * Filters {@code project}, {@code batch}, {@code beneficiary}, {@code region}, {@code from},
   * {@code to}, {@code training}.
   */
  public Page retirements(Map<String, String> filters) {
    return reading.page("/retirements", filters);
  }

  public JsonNode retirement(String id) {
    return reading.object("/retirements/" + Reading.encoded(id));
  }

  public Page cancellations(Map<String, String> filters) {
    return reading.page("/cancellations", filters);
  }

  /** Filter {@code record}. */
  public Page corrections(Map<String, String> filters) {
    return reading.page("/corrections", filters);
  }

  /**
   * Filters {@code project}, {@code region}, {@code cause}, {@code settled}, {@code from}, {@code
   * to}, {@code training}.
   */
  public Page reversals(Map<String, String> filters) {
    return reading.page("/reversals", filters);
  }

  public JsonNode reversal(String id) {
    return reading.object("/reversals/" + Reading.encoded(id));
  }

  /**
   * Balances of grass and livestock. Filters {@code project}, {@code region}, {@code year}, {@code
   * overloaded}, {@code training}.
   */
  public Page stocking(Map<String, String> filters) {
    return reading.page("/stocking", filters);
  }

  /** The balance of a project's year; the project by its id or its number. */
  public JsonNode stocking(String idOrNumber, int year) {
    return reading.object("/stocking/" + Reading.encoded(idOrNumber) + "/" + year);
  }

  /** What became of a serial number, or of a block of them. */
  public JsonNode serial(String serial) {
    return reading.object("/serials/" + Reading.encoded(serial));
  }

  /**
   * Any document, by its path below the API's root, without a token: for what has no method here.
   */
  public JsonNode at(String path) {
    return reading.object(path);
  }
}
