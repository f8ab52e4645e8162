// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.StateStore;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.offset.PublishOffsetRule;
import org.grasslandcarbon.domain.offset.PublishedOffsets;
import org.grasslandcarbon.domain.offset.RecordObligation;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two gateways retire for compliance at once, each endorsed over the same state and each from a
 * batch that the other does not touch, so that nothing but the cap is common to them. What was read
 * and has changed when it is committed is not valid, as on Fabric, and is judged again.
 */
class ComplianceRaceTest extends OneHoldersCredits {
  private static final int YEAR = 2025;
  private static final MarketId MARKET = new MarketId("CN-15");
  private static final long MARKET_MOST = 40;
  private static final long ENTERPRISE_MOST = 25;
  private static final int ROUNDS = 30;

  /** A peer's view when it endorses: what is read is remembered, what is written is held back. */
  private static final class Endorsement implements StateStore {
    private final SortedMap<String, byte[]> before;
    private final Map<String, byte[]> read = new HashMap<>();
    private final SortedMap<String, byte[]> written = new TreeMap<>();

    Endorsement(MapStore store) {
      before = new TreeMap<>(store.state());
    }

    @Override
    public List<byte[]> getAll(List<String> keys) {
      List<byte[]> values = new ArrayList<>();
      for (String key : keys) {
        read.put(key, before.get(key));
        values.add(before.get(key));
      }
      return values;
    }

    @Override
    public void putAll(SortedMap<String, byte[]> entries) {
      written.putAll(entries);
    }

    boolean commit(MapStore store) {
      boolean isValid =
          read.entrySet().stream()
              .allMatch(each -> Arrays.equals(store.state().get(each.getKey()), each.getValue()));
      if (isValid) {
        store.putAll(written);
      }
      return isValid;
    }
  }

  private void prepare(ParticipantId... enterprises) {
    PublishOffsetRule rule =
        Edited.with(
            Edited.with(PublishedOffsets.example(), "/market", "\"" + MARKET + "\""),
            "/status",
            "\"IN_FORCE\"");
    ledger.apply(
        authority,
        Edited.with(
            rule,
            "/terms/caps/-",
            "{\"id\":\"ALL\",\"scope\":\"MARKET\",\"tonnes\":%s,\"where\":{}}"
                .formatted(MARKET_MOST)));
    for (ParticipantId each : enterprises) {
      ledger.apply(
          authority,
          new RecordObligation(
              new OffsetBases(
                  Optional.of(Tonnes.of(ENTERPRISE_MOST * 40)), Optional.empty(), Optional.empty()),
              Sha256.of("decision"),
              each,
              MARKET,
              YEAR));
    }
  }

  private byte[] surrender(ParticipantId who, BatchId of, long quantity) {
    RetireCredits plain = retire(of, quantity, Retirement.Purpose.COMPLIANCE);
    return ledger.sign(
        TestLedger.newInstruction(),
        who,
        Edited.with(
            Edited.with(plain, "/beneficiary/code", "\"" + who + "\""),
            "/compliance",
            "{\"market\":\"%s\",\"year\":%s}".formatted(MARKET, YEAR)));
  }

  private Verdict endorse(byte[] instruction, Endorsement view) {
    byte[] answer = ledger.registry().submit(List.of(instruction), ledger.time(), view);
    return Codec.read(answer, Verdict[].class)[0];
  }

  private long used(ParticipantId who) {
    return ledger
        .records(Retirement.TYPE)
        .filter(each -> each.compliance().isPresent() && each.holder().equals(who))
        .mapToLong(each -> each.serials().quantity().value())
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void two_gateways_never_use_more_than_a_cap(long seed) {
    Random random = new Random(seed);
    List<BatchId> batches = List.of(batch, issued.to(owner, 1_000, 0, false));
    prepare(owner);
    int conflicts = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] first = surrender(owner, batches.get(0), 1 + random.nextInt(9));
      byte[] second = surrender(owner, batches.get(1), 1 + random.nextInt(9));
      conflicts += race(first, second);
      assertThat(used(owner)).isLessThanOrEqualTo(ENTERPRISE_MOST);
    }
    assertThat(used(owner)).as("the cap is used up").isEqualTo(ENTERPRISE_MOST);
    assertThat(conflicts).as("the race takes place").isPositive();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void two_enterprises_never_use_more_than_the_markets_cap(long seed) {
    Random random = new Random(seed);
    BatchId others = issued.to(buyer, 1_000, 0, false);
    prepare(owner, buyer);
    int conflicts = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] first = surrender(owner, batch, 1 + random.nextInt(9));
      byte[] second = surrender(buyer, others, 1 + random.nextInt(9));
      conflicts += race(first, second);
      assertThat(used(owner) + used(buyer)).isLessThanOrEqualTo(MARKET_MOST);
      assertThat(used(owner)).isLessThanOrEqualTo(ENTERPRISE_MOST);
      assertThat(used(buyer)).isLessThanOrEqualTo(ENTERPRISE_MOST);
    }
    assertThat(used(owner) + used(buyer)).isEqualTo(MARKET_MOST);
    assertThat(conflicts).isPositive();
  }

  /** Endorses both over one state and commits one after the other; answers the conflicts. */
  private int race(byte[] first, byte[] second) {
    Endorsement one = new Endorsement(ledger.store());
    Endorsement other = new Endorsement(ledger.store());
    endorse(first, one);
    endorse(second, other);
    assertThat(one.commit(ledger.store())).isTrue();
    if (other.commit(ledger.store())) {
      return 0;
    }
    Endorsement again = new Endorsement(ledger.store());
    endorse(second, again);
    assertThat(again.commit(ledger.store())).isTrue();
    return 1;
  }
}
