// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.views.View;
import tools.jackson.databind.JsonNode;

/**
 * What a participant may read with a token that it signs itself: its own, and what is others' where
 * its role permits.
 */
public final class PrivateReads extends Reads {
  private final Reading open;
  private final Reading signed;

  /**
   * @param open asks without a token
   * @param signed asks with a token of the participant
   */
  PrivateReads(Reading open, Reading signed) {
    this.open = open;
    this.signed = signed;
  }

  /** With a token where fewer than everybody may see the items or a member of them. */
  @Override
  Reading reading(View view) {
    Visibility visibility = view.visibility();
    return visibility.isPublic() && visibility.narrower().isEmpty() ? open : signed;
  }

  /** Who the token says the reader is. */
  public JsonNode me() {
    return signed.object("/me");
  }

  /**
   * What a market would take of credits, by what is recorded of the reader, or of another where it
   * may see that; nothing is written.
   *
   * @param asked the parameters of {@code /offsets/check}, by name
   */
  public JsonNode checkOffsets(Map<String, String> asked) {
    return signed.object("/offsets/check" + Reading.query(asked));
  }

  /**
   * What a purchase would cost as books stand, and what of it a market would take of the reader.
   *
   * @param wanted as {@link PublicReads#quote} has it, with {@code compliance}
   */
  public JsonNode quote(JsonNode wanted) {
    return signed.computed("/market/quote", Codec.text(wanted));
  }

  /**
   * What those who supervise look at; each is told what is theirs to supervise.
   *
   * @param name {@code detectors}, {@code signals}, {@code certifiers}, {@code flags}, {@code
   *     refusals}, {@code holdings} or {@code flows}
   * @param asked the parameters of {@code /supervision/{name}}, by name
   */
  public JsonNode supervision(String name, Map<String, String> asked) {
    return signed.object("/supervision/" + Reading.encoded(name) + Reading.query(asked));
  }

  /** The same as CSV. */
  public String supervisionAsCsv(String name, Map<String, String> asked) {
    return signed.text("/supervision/" + Reading.encoded(name), asked, CSV);
  }

  /**
   * What grassland carbon brings and costs a region in a year, with fees and forwards where the
   * reader may see their records.
   *
   * @param asked region, year and practice, by name
   */
  public JsonNode regionEconomy(Map<String, String> asked) {
    return signed.object(ECONOMY + Reading.query(asked));
  }

  /** The same as CSV, a row a number. */
  public String regionEconomyAsCsv(Map<String, String> asked) {
    return signed.text(ECONOMY, asked, CSV);
  }

  /**
   * What regions may do for each other, with what enterprises may still use where the reader may
   * see their obligations.
   *
   * @param asked the parameters of {@code /coordination/opportunities}, by name
   */
  public JsonNode opportunities(Map<String, String> asked) {
    return signed.object(OPPORTUNITIES + Reading.query(asked));
  }

  /** The same as CSV. */
  public String opportunitiesAsCsv(Map<String, String> asked) {
    return signed.text(OPPORTUNITIES, asked, CSV);
  }

  /**
   * How regions answer each other, who is responsible in them, or what stands in the way; what
   * comes from cases is told to those who see these.
   *
   * @param name {@code sharing}, {@code directory} or {@code barriers}
   * @param asked its parameters, by name
   */
  public JsonNode sharing(String name, Map<String, String> asked) {
    return signed.object(sharingPath(name) + Reading.query(asked));
  }

  /** The same as CSV. */
  public String sharingAsCsv(String name, Map<String, String> asked) {
    return signed.text(sharingPath(name), asked, CSV);
  }

  /**
   * What a participant had at first, what moved, and what it has, over some days.
   *
   * @param from the first day, in Beijing
   * @param to the last day
   * @param owner whose; absent for the reader's own
   */
  public JsonNode statement(LocalDate from, LocalDate to, Optional<ParticipantId> owner) {
    return signed.object("/statements" + Reading.query(days(from, to, owner)));
  }

  /** The same as CSV. */
  public String statementAsCsv(LocalDate from, LocalDate to, Optional<ParticipantId> owner) {
    return signed.text("/statements", days(from, to, owner), CSV);
  }

  private static Map<String, String> days(
      LocalDate from, LocalDate to, Optional<ParticipantId> owner) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("from", from.toString());
    asked.put("to", to.toString());
    owner.ifPresent(id -> asked.put("owner", id.value()));
    return asked;
  }

  /**
   * A page of what happened to something, as far as the reader may see it.
   *
   * @param kind projects, batches, serials, participants, instruments or retirements
   * @param id its id, or a project's number, or a serial number or a block of them
   * @param asked limit and cursor, by name
   */
  public Page timeline(String kind, String id, Map<String, String> asked) {
    return signed.page(timelinePath(kind, id), asked);
  }

  /** All of it as CSV. */
  public String timelineAsCsv(String kind, String id) {
    return signed.text(timelinePath(kind, id), Map.of(), CSV);
  }

  /**
   * What waits for the reader.
   *
   * @param asked kind and action, by name
   */
  public JsonNode work(Map<String, String> asked) {
    return signed.object("/work" + Reading.query(asked));
  }

  /** The same as CSV. */
  public String workAsCsv(Map<String, String> asked) {
    return signed.text("/work", asked, CSV);
  }

  /**
   * How many days stages take, those of records that the reader may see with the public ones.
   *
   * @param asked region or office, certifier, year and training, by name
   */
  public JsonNode stages(Map<String, String> asked) {
    return signed.object("/stages" + Reading.query(asked));
  }

  /** The same as CSV. */
  public String stagesAsCsv(Map<String, String> asked) {
    return signed.text("/stages", asked, CSV);
  }

  /**
   * The outcome of an instruction with the movements that the reader may see.
   *
   * @param held how long the gateway may hold its answer, at most a minute
   */
  public Outcome outcome(InstructionId id, Duration held) {
    return RegistryClient.outcome(signed, id, held);
  }

  /**
   * A dry run: what the ledger would make of an instruction of the reader if it came now; nothing
   * is written anywhere.
   *
   * @param action the action's name
   * @param args its arguments
   */
  public DryRun dryRun(String action, JsonNode args) {
    return new DryRun(
        signed.computed("/dry-runs", Codec.text(Map.of("action", action, "args", args))));
  }
}
