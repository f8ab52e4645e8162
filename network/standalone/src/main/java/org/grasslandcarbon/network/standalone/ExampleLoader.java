// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone;

import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
      ExecutorService signing = Executors.newSingleThreadExecutor();
      try {
        LedgerClient client = ledger.newClient(channel, clock);
        Map<ExampleHistory.Event, Future<byte[]>> signed = sign(signing);
        found(client);
        for (List<ExampleHistory.Event> moment : moments()) {
          clock.moveTo(moment.get(0).at());
          apply(client, moment, signed);
        }
      } finally {
        signing.shutdownNow();
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

  /**
   * Begins to sign all of the history, in its order. Nothing of that waits for the ledger, and the
   * ledger takes longer, so that one thread stays ahead of it.
   */
  private Map<ExampleHistory.Event, Future<byte[]>> sign(ExecutorService signing) {
    Map<ExampleHistory.Event, Future<byte[]>> signed = new IdentityHashMap<>();
    for (ExampleHistory.Event event : history.events()) {
      signed.put(event, signing.submit(() -> sign(event)));
    }
    return signed;
  }

  private byte[] sign(ExampleHistory.Event event) {
    return keys.signer(event.by(), Clock.fixed(event.at(), ZoneOffset.UTC))
        .sign(event.id(), event.action(), history.arguments(event, keys.publicKeys()), VALIDITY)
        .jws()
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void apply(
      LedgerClient client,
      List<ExampleHistory.Event> moment,
      Map<ExampleHistory.Event, Future<byte[]>> signed) {
    List<byte[]> instructions = moment.stream().map(event -> mustHave(signed.get(event))).toList();
    List<Verdict> verdicts = client.submit(instructions).verdicts();
    for (int i = 0; i < moment.size(); i++) {
      check(moment.get(i), verdicts.get(i));
    }
  }

  private static byte[] mustHave(Future<byte[]> signed) {
    try {
      return signed.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the loading of the example registry was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the example registry cannot be signed", e.getCause());
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
