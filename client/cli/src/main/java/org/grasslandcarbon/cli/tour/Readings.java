// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.Outcome;
import org.grasslandcarbon.client.PublicReads;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.GoalViews;
import org.grasslandcarbon.views.OffsetViews;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.SettlementViews;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;

/** What the tour reads back: what anybody can, and what participants can with their tokens. */
final class Readings {
  private final Session session;
  private final PublicReads registry;

  Readings(Session session) {
    this.session = session;
    this.registry = session.publicReads();
  }

  boolean isFounded() {
    return registry.status().path("founded").asBoolean(false);
  }

  RegionCode regionOf(ParticipantId participant) {
    return new RegionCode(
        registry
            .show(ParticipantViews.PARTICIPANTS, participant.value())
            .path("region")
            .asString());
  }

  String project(InstructionId id) {
    JsonNode project = registry.show(ProjectViews.PROJECTS, id.value());
    return project.path("state").asString() + " training=" + project.path("training");
  }

  String retirement(InstructionId id) {
    return "training=" + registry.show(CreditViews.RETIREMENTS, id.value()).path("training");
  }

  /** Whether a market's rule is there: it is published once, however many tours there are. */
  boolean hasOffsetRule(MarketId market) {
    return registry.list(OffsetViews.RULES, Map.of("market", market.value())).total() > 0;
  }

  /** What a check counts as used of the first cap, which bounds all credits. */
  long offsetsUsed(InstructionSigner enterprise, MarketId market, int year) {
    return session
        .privateReads(enterprise)
        .checkOffsets(Map.of("market", market.value(), "year", Integer.toString(year)))
        .at("/caps/0/used")
        .asLong();
  }

  /** For which market and year something was retired. */
  String surrender(InstructionId id) {
    JsonNode compliance = registry.show(CreditViews.RETIREMENTS, id.value()).path("compliance");
    return compliance.path("market").asString("") + " " + compliance.path("year").asString("");
  }

  /** What has become of the lowest serial of an outcome's first posting. */
  String firstSerial(BatchId batch, Outcome outcome) {
    String range =
        outcome.document().path("postings").path(0).path("serials").path(0).asString("1-1");
    String serial = batch + "-" + range.substring(0, range.indexOf('-'));
    return registry.serial(serial).path("status").asString();
  }

  /** What is left of the issued tonnes when every part of the batch is taken off. */
  String batch(BatchId id) {
    JsonNode batch = registry.show(CreditViews.BATCHES, id.value());
    JsonNode totals = batch.has("totals") ? batch.path("totals") : batch;
    long rest = batch.path("issued").asLong();
    for (String part : new String[] {"held", "buffered", "retired", "cancelled"}) {
      rest -= totals.path(part).asLong(0);
    }
    return "rest=" + rest + " training=" + batch.path("training");
  }

  /** What somebody has of a batch at its disposal, in tonnes. */
  long held(InstructionSigner holder, BatchId batch) {
    return session.privateReads(holder).list(CreditViews.HOLDINGS, Map.of()).items().stream()
        .filter(holding -> holding.path("batch").asString("").equals(batch.value()))
        .flatMap(holding -> holding.path("held").valueStream())
        .mapToLong(range -> SerialRange.parse(range.asString()).count())
        .sum();
  }

  /** What somebody has at its disposal at all banks, in fen. */
  long cash(InstructionSigner owner) {
    return session.privateReads(owner).list(SettlementViews.CASH, Map.of()).items().stream()
        .mapToLong(account -> account.path("available").asLong())
        .sum();
  }

  /** The difference of a bank's newest attestation, in fen. */
  long difference(InstructionSigner bank) {
    return session
        .privateReads(bank)
        .list(SettlementViews.ATTESTATIONS, Map.of())
        .items()
        .get(0)
        .path("difference")
        .asLong();
  }

  /** How many movements somebody's statement has. */
  long movements(InstructionSigner holder) {
    return session.privateReads(holder).list(CreditViews.STATEMENT, Map.of()).total();
  }

  /** Whether somebody is or was responsible for a function in a region itself. */
  boolean hasMandate(RegionCode region, MandateFunction function) {
    return registry
        .list(SharingViews.MANDATES, Map.of("function", function.name(), "region", region.value()))
        .items()
        .stream()
        .anyMatch(mandate -> mandate.path("region").asString("").equals(region.value()));
  }

  String notice(InstructionId id) {
    return registry.show(SharingViews.NOTICES, id.value()).path("kind").asString();
  }

  String goal(InstructionId id) {
    return registry.show(GoalViews.GOALS, id.value()).path("state").asString();
  }

  /** How a case stands, for one of its parties. */
  String caseState(InstructionSigner party, InstructionId id) {
    return session
        .privateReads(party)
        .show(SharingViews.CASES, id.value())
        .path("state")
        .asString();
  }

  List<JsonNode> holdingsOf(ParticipantId owner, InstructionSigner reader) {
    return session
        .privateReads(reader)
        .list(CreditViews.HOLDINGS, Map.of("owner", owner.value()))
        .items();
  }

  List<JsonNode> holdingsWithoutToken() {
    return registry.list(CreditViews.HOLDINGS, Map.of()).items();
  }
}
