// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.views.CreditViews;
import tools.jackson.databind.JsonNode;

/** Who acts in the tour, and what there is by now. */
final class Story {
  final Stage stage;
  final Player authority;
  final Player office;
  final RegionCode region;

  final Player owner;
  final Player validator;
  final Player verifier;
  final Player trader;
  final Player buyer;

  /** The methodology for practice, its id and version. */
  MethodologyRef methodology;

  InstructionId project;
  InstructionId report;

  /** What was issued, a batch a vintage year. */
  final List<BatchId> batches = new ArrayList<>();

  Story(Stage stage, Player authority, Player office, RegionCode region) {
    this.stage = stage;
    this.authority = authority;
    this.office = office;
    this.region = region;
    owner = Player.fresh(region, "练习业主", "Tour owner");
    validator = Player.fresh(region, "练习审定机构", "Tour validator");
    verifier = Player.fresh(region, "练习核查机构", "Tour verifier");
    trader = Player.fresh(region, "练习交易主体", "Tour trader");
    buyer = Player.fresh(region, "练习买方", "Tour buyer");
  }

  /** Today as the registry has it. */
  LocalDate today() {
    return LocalDate.now(Act.BEIJING_TIME);
  }

  /** The first batch, with which the tour trades. */
  BatchId batch() {
    return batches.get(0);
  }

  PrivateReads reads(Player player) {
    return stage.session().privateReads(player.signer());
  }

  /** What a player has of the first batch at its disposal, in tonnes. */
  long held(Player player) {
    for (JsonNode holding : reads(player).list(CreditViews.HOLDINGS, Map.of()).items()) {
      if (holding.path("batch").asString("").equals(batch().value())) {
        return count(holding.path("held"));
      }
    }
    return 0;
  }

  /** Credits in a list of ranges {@code "start-end"}. */
  static long count(JsonNode ranges) {
    return ranges
        .valueStream()
        .mapToLong(range -> SerialRange.parse(range.asString()).count())
        .sum();
  }
}
