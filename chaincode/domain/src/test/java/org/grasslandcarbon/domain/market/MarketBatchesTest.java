// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.api.Test;

/** Signed orders through the registry as gateways send them: some at a time, or one by one. */
class MarketBatchesTest {
  private static final int ORDERS = 300;
  private static final int BATCH_MOST = 60;

  private final TestMarket market =
      new TestMarket(
          Edited.with(TestMarket.terms("/turnaroundDays", "0"), "/ordersPerMinute", "600"));
  private final Random random = new Random(9);
  private final List<ParticipantId> everybody = new ArrayList<>(List.of(market.owner));
  private final List<InstructionId> listings = new ArrayList<>();

  private byte[] next() {
    InstructionId id = new InstructionId(new UUID(random.nextLong(), random.nextLong()).toString());
    ParticipantId who = everybody.get(random.nextInt(everybody.size()));
    return market.ledger.sign(id, who, action(id));
  }

  private Action action(InstructionId id) {
    long price = 9_900 + random.nextInt(200);
    long tonnes = 1 + random.nextInt(30);
    switch (random.nextInt(10)) {
      case 0, 1, 2:
        listings.add(id);
        return market.sell(tonnes, price + 60);
      case 3, 4, 5:
        listings.add(id);
        return market.buy(tonnes, price - 60);
      case 6, 7:
        return market.takeSells(tonnes, price + 100);
      case 8:
        return market.takeBuys(tonnes, price - 100);
      default:
        return new WithdrawListing(
            listings.isEmpty() ? id : listings.get(random.nextInt(listings.size())));
    }
  }

  @Test
  void how_orders_are_cut_into_batches_changes_nothing() {
    for (int i = 0; i < 5; i++) {
      everybody.add(market.trader(20_000_000));
    }
    MapStore together = new MapStore(market.ledger.store());
    MapStore inParts = new MapStore(market.ledger.store());
    MapStore singly = new MapStore(market.ledger.store());
    List<byte[]> texts = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      texts.add(next());
    }
    texts.add(
        market.ledger.sign(
            new InstructionId(new UUID(1, 2).toString()), market.exchange, market.close()));

    List<Verdict> ofAll = submit(texts, together);
    List<Verdict> ofParts = new ArrayList<>();
    for (int from = 0; from < texts.size(); ) {
      int to = Math.min(texts.size(), from + 1 + random.nextInt(BATCH_MOST));
      ofParts.addAll(submit(texts.subList(from, to), inParts));
      from = to;
    }
    List<Verdict> ofEach = new ArrayList<>();
    texts.forEach(text -> ofEach.addAll(submit(List.of(text), singly)));

    assertThat(ofParts).isEqualTo(ofAll);
    assertThat(ofEach).isEqualTo(ofAll);
    assertThat(inParts.digest()).isEqualTo(together.digest());
    assertThat(singly.digest()).isEqualTo(together.digest());
    assertThat(ofAll).filteredOn(each -> each.code().equals("APPLIED")).hasSizeGreaterThan(100);
    assertThat(together.state().keySet()).anyMatch(key -> key.contains("TRADE"));
    // A batch is read in three requests, whatever it holds.
    int before = together.reads();
    Instant later = market.ledger.time().plusSeconds(1);
    market.ledger.registry().submit(texts, later, together);
    assertThat(together.reads() - before).isLessThanOrEqualTo(3);
  }

  private List<Verdict> submit(List<byte[]> texts, MapStore store) {
    byte[] verdicts = market.ledger.registry().submit(texts, market.ledger.time(), store);
    return List.of(Codec.read(verdicts, Verdict[].class));
  }
}
