// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Balances;
import org.grasslandcarbon.domain.testing.RandomCash;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must always hold of money (LEDGER section 8), whatever participants, banks and courts do. A
 * seed or how many, and the number of instructions can be given: {@code -Dgrassland.seed=7
 * -Dgrassland.instructions=100000}, {@code -Dgrassland.seeds=3}.
 */
class CashPropertyTest {
  private static final int INSTRUCTIONS = Integer.getInteger("grassland.instructions", 1_500);
  private static final long SEEDS = Long.getLong("grassland.seeds", 1);
  private static final int BATCH_MOST = 40;

  static LongStream seeds() {
    Long chosen = Long.getLong("grassland.seed");
    return chosen == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(chosen);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_fen_is_lost_and_postings_alone_tell_who_has_what(long seed) {
    TestLedger ledger = new TestLedger();
    RandomCash acts = new RandomCash(ledger, seed);
    Random cuts = new Random(seed + 1);
    Map<ErrorCode, Integer> refusals = new EnumMap<>(ErrorCode.class);
    int applied = 0;
    for (int given = 0; given < INSTRUCTIONS; ) {
      List<byte[]> batch = new ArrayList<>();
      int size = 1 + cuts.nextInt(BATCH_MOST);
      for (int i = 0; i < size; i++) {
        batch.add(acts.next());
      }
      given += size;
      for (Verdict verdict : ledger.submit(batch.toArray(byte[][]::new))) {
        if (verdict.code().equals(Verdict.APPLIED)) {
          applied++;
        } else {
          refusals.merge(ErrorCode.valueOf(verdict.code()), 1, Integer::sum);
        }
      }
      Balances recorded = Balances.ofRecords(ledger.store());
      recorded.requireNoMoneyLost();
      Balances posted = new Balances();
      ledger.records(JournalEntry.TYPE).forEach(posted::post);
      assertThat(recorded.money()).as("seed %s after %s", seed, given).isEqualTo(posted.money());
      if (cuts.nextInt(4) == 0) {
        ledger.advance(Duration.ofHours(cuts.nextInt(60)));
      }
    }
    assertTotalsOfDays(ledger);
    // A sequence that is mostly refused, or never refused for a reason, would prove little.
    assertThat(applied).as("seed %s: %s", seed, refusals).isGreaterThan(INSTRUCTIONS / 4);
    assertThat(refusals)
        .as("seed %s", seed)
        .containsKeys(
            ErrorCode.NOT_ALLOWED,
            ErrorCode.WRONG_STATE,
            ErrorCode.BANK_REFERENCE_USED,
            ErrorCode.PAYEE_NOT_ALLOWED,
            ErrorCode.UNKNOWN_DEPOSIT,
            ErrorCode.EXCEEDS_DEPOSIT,
            ErrorCode.INSUFFICIENT_CASH,
            ErrorCode.CASH_FROZEN,
            ErrorCode.CASH_LIMIT,
            ErrorCode.UNKNOWN_WITHDRAWAL,
            ErrorCode.UNKNOWN_FREEZE,
            ErrorCode.BANK_ACCOUNT_NOT_BOUND,
            ErrorCode.DAY_NOT_OVER,
            ErrorCode.ALREADY_ATTESTED)
        .doesNotContainKey(ErrorCode.INTERNAL);
  }

  /** The total that an attestation has is what the journal says came and went by then. */
  private static void assertTotalsOfDays(TestLedger ledger) {
    List<Attestation> attestations = ledger.records(Attestation.TYPE).toList();
    assertThat(attestations).hasSizeGreaterThan(5);
    for (Attestation each : attestations) {
      assertThat(each.ledgerTotal().value())
          .as(each.toString())
          .isEqualTo(cameBy(ledger, each.bank(), each.asset(), each.day()));
    }
    Map<String, LocalDate> latest = new TreeMap<>();
    attestations.forEach(
        each ->
            latest.merge(
                each.bank() + " " + each.asset(),
                each.day(),
                (one, other) -> one.isAfter(other) ? one : other));
    ledger
        .records(LatestAttestation.TYPE)
        .forEach(
            each -> {
              assertThat(each.day()).isEqualTo(latest.remove(each.bank() + " " + each.asset()));
              Attestation of =
                  ledger.find(Attestation.key(each.bank(), each.asset(), each.day())).orElseThrow();
              assertThat(each.difference()).isEqualTo(of.difference());
            });
    assertThat(latest).isEmpty();
  }

  private static long cameBy(TestLedger ledger, ParticipantId bank, Asset asset, LocalDate day) {
    Account outside = Account.bank(bank);
    return ledger
        .records(JournalEntry.TYPE)
        .filter(entry -> !BeijingTime.day(entry.at()).isAfter(day))
        .flatMap(entry -> entry.postings().stream())
        .filter(posting -> posting.asset().equals(asset.value()))
        .mapToLong(
            posting ->
                posting.source().equals(outside)
                    ? posting.amount()
                    : posting.destination().equals(outside) ? -posting.amount() : 0)
        .sum();
  }
}
