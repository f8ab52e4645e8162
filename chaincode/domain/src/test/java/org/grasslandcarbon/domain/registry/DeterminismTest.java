// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.grasslandcarbon.domain.ledger.JournalEntry;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.participant.RefusalCount;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.testing.RandomActs;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Every endorser must come to the same bytes, wherever it stands and however many cores it has. */
@Isolated("It changes the locale of the JVM.")
class DeterminismTest {
  private static final Set<RecordType<?>> LEFT_BY_REFUSALS =
      Set.of(JournalEntry.TYPE, RefusalCount.TYPE);

  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();
  private final TestLedger ledger = new TestLedger();
  private final List<byte[]> batch = new ArrayList<>();

  DeterminismTest() {
    RandomActs acts = new RandomActs(ledger, 20250303);
    for (int i = 0; i < 300; i++) {
      batch.add(acts.next());
    }
  }

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  private String outcome(Executor verification) {
    MapStore store = new MapStore(ledger.store());
    Registry registry =
        new Registry(verification, Set.of(TestLedger.ORGANISATION), (where, defect) -> {});
    byte[] response = registry.submit(batch, ledger.time(), store);
    return store.digest() + " " + HexFormat.of().formatHex(response);
  }

  @Test
  void the_outcome_does_not_depend_on_locale_or_time_zone() {
    String expected = outcome(Runnable::run);
    for (String tag :
        List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "hi-IN", "zh-CN")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      for (String id : List.of("Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")) {
        TimeZone.setDefault(TimeZone.getTimeZone(id));
        assertThat(outcome(Runnable::run)).as("%s %s", tag, id).isEqualTo(expected);
      }
    }
  }

  @Test
  void the_outcome_does_not_depend_on_how_signatures_are_verified() {
    String expected = outcome(Runnable::run);
    ExecutorService eight = Executors.newFixedThreadPool(8);
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(outcome(eight)).isEqualTo(expected);
      }
    } finally {
      eight.shutdown();
    }
    assertThat(outcome(eight)).as("after the pool has shut down").isEqualTo(expected);
    assertThat(
            outcome(
                task -> {
                  throw new RejectedExecutionException();
                }))
        .isEqualTo(expected);
  }

  @Test
  void a_refused_instruction_leaves_nothing_but_its_journal_entry_and_a_count() {
    MapStore store = new MapStore(ledger.store());
    ledger.registry().submit(batch, ledger.time(), store);
    MapStore onlyApplied = new MapStore(ledger.store());
    List<byte[]> applied = new ArrayList<>();
    List<Verdict> verdicts =
        List.of(
            org.grasslandcarbon.domain.json.Codec.read(
                ledger.registry().submit(batch, ledger.time(), new MapStore(ledger.store())),
                Verdict[].class));
    for (int i = 0; i < batch.size(); i++) {
      if (verdicts.get(i).code().equals(Verdict.APPLIED)) {
        applied.add(batch.get(i));
      }
    }
    assertThat(applied).hasSizeBetween(30, 290);
    ledger.registry().submit(applied, ledger.time(), onlyApplied);
    store
        .state()
        .entrySet()
        .removeIf(
            entry ->
                LEFT_BY_REFUSALS.contains(RecordTypes.of(entry.getKey()).orElseThrow())
                    && !onlyApplied.state().containsKey(entry.getKey()));
    assertThat(store.digest()).isEqualTo(onlyApplied.digest());
  }
}
