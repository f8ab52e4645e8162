// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.Catalogue;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import tools.jackson.databind.node.ObjectNode;

/**
 * What markets take of credits, in the example registry: the rows that are known are published, an
 * enterprise's emissions (invented) are recorded, and it surrenders credits for practice in the
 * market for practice. Real grassland credits are taken nowhere, and there is no retirement that
 * would say otherwise.
 */
final class ExampleOffsets {
  private static final LocalDate PUBLISHED = LocalDate.of(2026, 7, 20);
  private static final LocalDate SURRENDERED = LocalDate.of(2026, 7, 21);
  private static final LocalTime MORNING = LocalTime.of(9, 45);
  private static final int YEAR = 2025;
  private static final String OWNER = "owner-hinggan";
  private static final String ENTERPRISE = "trader-beijing";
  private static final BatchId PRACTICE = new BatchId("CN-GCST-152221-20260001-2024-001");

  /** A small power station's. */
  private static final Tonnes EMISSIONS = Tonnes.of(40_000);

  /** Half of what the market's cap leaves to credits from outside, so that some can be tried. */
  private static final Tonnes USED = Tonnes.of(500);

  private static final Tonnes BOUGHT = Tonnes.of(1_500);

  private final Map<String, ParticipantId> participants;
  private final List<ExampleHistory.Event> events = new ArrayList<>();

  private ExampleOffsets(Map<String, ParticipantId> participants) {
    this.participants = participants;
  }

  /** The events, in order. */
  static List<ExampleHistory.Event> events(Map<String, ParticipantId> participants) {
    ExampleOffsets offsets = new ExampleOffsets(participants);
    PublishedOffsets.all().forEach(row -> offsets.does(PUBLISHED, "authority", row));
    offsets.record(new MarketId("CN-11"), "office-beijing");
    offsets.record(PublishedOffsets.EXAMPLE_MARKET, "authority");
    offsets.does(
        PUBLISHED, OWNER, new TransferCredits(PRACTICE, BOUGHT, participants.get(ENTERPRISE)));
    offsets.does(SURRENDERED, ENTERPRISE, offsets.surrender());
    return List.copyOf(offsets.events);
  }

  private void record(MarketId market, String office) {
    does(
        PUBLISHED,
        office,
        new RecordObligation(
            new OffsetBases(Optional.of(EMISSIONS), Optional.empty(), Optional.empty()),
            Sha256.of("example document: emissions of " + ENTERPRISE),
            participants.get(ENTERPRISE),
            market,
            YEAR));
  }

  private RetireCredits surrender() {
    return new RetireCredits(
        PRACTICE,
        new Beneficiary(
            Optional.of(participants.get(ENTERPRISE)),
            Name.of("北京示例交易主体", "Example trader of Beijing")),
        Optional.of(new Compliance(PublishedOffsets.EXAMPLE_MARKET, YEAR)),
        Optional.empty(),
        Optional.empty(),
        Retirement.Purpose.COMPLIANCE,
        USED,
        Retirement.Reason.CORPORATE_INVENTORY,
        "练习：2025 年度履约。 Practice: compliance for 2025.");
  }

  private void does(LocalDate day, String by, Action action) {
    Instant at = day.atTime(MORNING).toInstant(BeijingTime.OFFSET);
    events.add(
        new ExampleHistory.Event(
            "offset-" + (events.size() + 1),
            at,
            by,
            Catalogue.of(action).name(),
            (ObjectNode) Codec.tree(action),
            null));
  }
}
