// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.permanence.Reversal;
import org.grasslandcarbon.domain.project.Reversals;
import org.grasslandcarbon.domain.registry.RecordTypes;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.RandomActs;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must always hold (LEDGER section 8), whatever participants do. A seed or how many, and the
 * number of instructions can be given: {@code -Dgrassland.seed=7 -Dgrassland.instructions=100000},
 * {@code -Dgrassland.seeds=3}.
 */
class CreditsPropertyTest {
  private static final int INSTRUCTIONS = Integer.getInteger("grassland.instructions", 1_500);
  private static final long SEEDS = Long.getLong("grassland.seeds", 1);
  private static final int BATCH_MOST = 40;

  static LongStream seeds() {
    Long chosen = Long.getLong("grassland.seed");
    return chosen == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(chosen);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void serials_partition_each_batch_and_postings_alone_tell_who_has_them(long seed) {
    TestLedger ledger = new TestLedger();
    RandomActs acts = new RandomActs(ledger, seed);
    Random cuts = new Random(seed + 1);
    Balances posted = issued(ledger.store());
    Map<ErrorCode, Integer> refusals = new EnumMap<>(ErrorCode.class);
    int applied = 0;
    for (int given = 0; given < INSTRUCTIONS; ) {
      List<byte[]> batch = new ArrayList<>();
      int size = 1 + cuts.nextInt(BATCH_MOST);
      for (int i = 0; i < size; i++) {
        batch.add(acts.next());
      }
      if (cuts.nextInt(10) == 0) {
        batch.addAll(acts.changeOfKey());
      }
      given += batch.size();
      List<Verdict> verdicts = ledger.submit(batch.toArray(byte[][]::new));
      for (int i = 0; i < batch.size(); i++) {
        String code = verdicts.get(i).code();
        if (code.equals(Verdict.APPLIED)) {
          applied++;
          posted.post(journal(ledger, batch.get(i)));
        } else {
          refusals.merge(ErrorCode.valueOf(code), 1, Integer::sum);
        }
      }
      Balances recorded = Balances.ofRecords(ledger.store());
      assertThat(recorded.asMap()).as("seed %s after %s", seed, given).isEqualTo(posted.asMap());
      recorded.requirePartition(ledger.store());
      assertThat(owed(ledger.store())).as("seed %s after %s", seed, given).isEmpty();
    }
    // A sequence that is mostly refused, or never refused for a reason, would prove little.
    assertThat(applied).as("seed %s: %s", seed, refusals).isGreaterThan(INSTRUCTIONS / 5);
    assertThat(refusals)
        .as("seed %s", seed)
        .containsKeys(
            ErrorCode.BAD_SIGNATURE,
            ErrorCode.DUPLICATE,
            ErrorCode.PARTICIPANT_SUSPENDED,
            ErrorCode.NOT_ALLOWED,
            ErrorCode.UNKNOWN_BATCH,
            ErrorCode.UNKNOWN_FREEZE,
            ErrorCode.WRONG_STATE,
            ErrorCode.INSUFFICIENT_CREDITS,
            ErrorCode.RECIPIENT_NOT_ALLOWED,
            ErrorCode.CREDITS_FROZEN,
            ErrorCode.NOT_ELIGIBLE_FOR_MARKET,
            ErrorCode.UNKNOWN_REVERSAL,
            ErrorCode.EXCEEDS_SHORTFALL)
        .doesNotContainKey(ErrorCode.INTERNAL);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void how_instructions_are_cut_into_batches_changes_nothing(long seed) {
    TestLedger ledger = new TestLedger();
    RandomActs acts = new RandomActs(ledger, seed);
    MapStore singly = new MapStore(ledger.store());
    MapStore together = new MapStore(ledger.store());
    List<byte[]> texts = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    while (texts.size() < 400) {
      byte[] text = acts.next();
      texts.add(text);
      verdicts.addAll(ledger.submit(text));
    }
    List<Verdict> ofAll = submit(ledger, texts, together);
    Random cuts = new Random(seed);
    List<Verdict> ofParts = new ArrayList<>();
    for (int from = 0; from < texts.size(); ) {
      int to = Math.min(texts.size(), from + 1 + cuts.nextInt(BATCH_MOST));
      ofParts.addAll(submit(ledger, texts.subList(from, to), singly));
      from = to;
    }
    assertThat(ofAll).as("seed %s", seed).isEqualTo(verdicts);
    assertThat(ofParts).as("seed %s", seed).isEqualTo(verdicts);
    assertThat(together.digest()).as("seed %s", seed).isEqualTo(ledger.store().digest());
    assertThat(singly.digest()).as("seed %s", seed).isEqualTo(ledger.store().digest());
  }

  /** Shortfalls that are not what settlements left less what owners cancelled; none. */
  private static Map<String, Long> owed(MapStore store) {
    Map<String, Long> owed = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : store.state().entrySet()) {
      RecordType<?> type = RecordTypes.of(entry.getKey()).orElseThrow();
      if (type == Reversal.TYPE) {
        Reversal reversal = Codec.read(entry.getValue(), Reversal.class);
        long left = reversal.settlement().map(each -> each.shortfall().value()).orElse(0L);
        owed.merge(reversal.project().value(), left, Long::sum);
      } else if (type == Cancellation.TYPE) {
        Cancellation cancellation = Codec.read(entry.getValue(), Cancellation.class);
        if (cancellation.reason() == Cancellation.Reason.REVERSAL_COMPENSATION) {
          long made = cancellation.serials().quantity().value();
          owed.merge(cancellation.project().orElseThrow().value(), -made, Long::sum);
        }
      } else if (type == Reversals.TYPE) {
        Reversals reversals = Codec.read(entry.getValue(), Reversals.class);
        owed.merge(reversals.project().value(), -reversals.shortfall().value(), Long::sum);
      }
    }
    owed.values().removeIf(each -> each == 0);
    return owed;
  }

  private static List<Verdict> submit(TestLedger ledger, List<byte[]> texts, MapStore store) {
    return List.of(
        Codec.read(ledger.registry().submit(texts, ledger.time(), store), Verdict[].class));
  }

  private static JournalEntry journal(TestLedger ledger, byte[] jws) {
    String text = new String(jws, StandardCharsets.US_ASCII);
    byte[] payload = Base64.getUrlDecoder().decode(text.split("\\.")[1]);
    return ledger.journal(Codec.read(payload, SignedInstruction.Payload.class).id());
  }

  /** The balances after issuance, from the journal. */
  private static Balances issued(MapStore store) {
    Balances balances = new Balances();
    store
        .state()
        .forEach(
            (key, bytes) -> {
              if (RecordTypes.of(key).orElseThrow() == JournalEntry.TYPE) {
                balances.post(Codec.read(bytes, JournalEntry.class));
              }
            });
    return balances;
  }
}
