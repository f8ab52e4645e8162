// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.gateway.ledger.BatchRefusedException;
import org.grasslandcarbon.gateway.ledger.LedgerClient;

/**
 * Loads the example registry into a new ledger by the ordinary path: its founding document, then
 * instruction by instruction, signed with the example keys, at the dates of its history.
 *
 * <p>It may be broken off at any moment and begun again: an instruction that was applied before is
 * answered with {@code DUPLICATE}.
 */
final class ExampleLoader {
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final ExampleHistory history;
  private final ExampleKeys keys;

  ExampleLoader(ExampleHistory history, ExampleKeys keys) {
    this.history = history;
    this.keys = keys;
  }

  /**
   * Loads the history into the ledger of a directory.
   *
   * @return how many instructions it has
   */
  int load(Path ledgerDirectory) {
    HistoryClock clock = new HistoryClock(history.foundedAt());
    try (OneJvmLedger ledger = OneJvmLedger.open(ledgerDirectory, clock)) {
      ManagedChannel channel = ledger.newChannel();
      try {
        LedgerClient client = ledger.newClient(channel, clock);
        found(client);
        for (List<ExampleHistory.Event> moment : moments()) {
          clock.moveTo(moment.get(0).at());
          apply(client, moment, clock);
        }
      } finally {
        channel.shutdownNow();
      }
    }
    return history.events().size();
  }

  private void found(LedgerClient client) {
    try {
      client.bootstrap(history.foundingDocument(keys.publicKeys()));
    } catch (BatchRefusedException refusal) {
      if (refusal.code() != ErrorCode.ALREADY_FOUNDED) {
        throw refusal;
      }
    }
  }

  /** Events of one moment go to the ledger together, as a gateway would send them. */
  private List<List<ExampleHistory.Event>> moments() {
    List<List<ExampleHistory.Event>> moments = new ArrayList<>();
    Instant last = null;
    for (ExampleHistory.Event event : history.events()) {
      if (!event.at().equals(last)) {
        moments.add(new ArrayList<>());
        last = event.at();
      }
      moments.get(moments.size() - 1).add(event);
    }
    return moments;
  }

  private void apply(LedgerClient client, List<ExampleHistory.Event> moment, HistoryClock clock) {
    List<byte[]> instructions = new ArrayList<>();
    for (ExampleHistory.Event event : moment) {
      String text =
          keys.signer(event.by(), clock)
              .sign(
                  event.id(), event.action(), history.arguments(event, keys.publicKeys()), VALIDITY)
              .jws();
      instructions.add(text.getBytes(StandardCharsets.US_ASCII));
    }
    List<Verdict> verdicts = client.submit(instructions).verdicts();
    for (int i = 0; i < moment.size(); i++) {
      check(moment.get(i), verdicts.get(i));
    }
  }

  private static void check(ExampleHistory.Event event, Verdict verdict) {
    String expected = event.refusal() == null ? Verdict.APPLIED : event.refusal();
    boolean asTold =
        verdict.code().equals(expected) || verdict.code().equals(ErrorCode.DUPLICATE.name());
    if (!asTold) {
      throw new IllegalStateException(
          "the example registry's "
              + event.name()
              + " ("
              + event.action()
              + ") should be "
              + expected
              + " and is "
              + verdict);
    }
  }
}
