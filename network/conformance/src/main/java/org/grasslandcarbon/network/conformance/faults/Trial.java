// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.grasslandcarbon.client.InstructionSigner;
import org.grasslandcarbon.client.InstructionText;
import org.grasslandcarbon.client.RegistryClient;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.domain.example.Land;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.Story;
import org.grasslandcarbon.domain.ledger.Reference;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.network.conformance.ExampleSigners;
import org.grasslandcarbon.network.conformance.PracticeStage;
import org.grasslandcarbon.network.conformance.Traders;

/**
 * Scenarios one after the other on one network: traders with credits at the beginning, and for each
 * scenario a load, the fault, and the invariants when the network has come to rest.
 */
final class Trial {
  private static final Duration APPLIED_WITHIN = Duration.ofMinutes(3);
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(300);
  private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(180);
  private static final int OUTCOMES = 20;

  private final Network network;
  private final int perSecond;
  private final InstructionSigner authority;
  private final Traders traders;
  private final BatchId batch;
  private final List<OfficeReading> offices;

  /**
   * Brings traders and credits to a founded network that is up.
   *
   * @param perSecond instructions that the load sends a second
   */
  Trial(Network network, int perSecond) {
    this.network = network;
    this.perSecond = perSecond;
    ExampleSigners examples = new ExampleSigners(network.data());
    authority = examples.get("authority");
    offices = Arrays.stream(Office.values()).map(each -> new OfficeReading(network, each)).toList();
    RegistryClient client = new RegistryClient(network.gateway(Office.BEIJING));
    PracticeStage stage =
        new PracticeStage(
            text -> brought(client, text),
            authority,
            examples.get("office-inner-mongolia"),
            new RegionCode("150000"));
    batch = Story.untilIssued(stage, stage.setting(Land.Fields.SMALL, 2)).batch();
    traders = new Traders(Transfers.TRADERS, examples.get("office-beijing"));
    submitAll(client, traders.admissions());
    submitAll(client, traders.shares(stage.signer(Part.OWNER), batch, Transfers.SHARE));
  }

  /** Brings a step of a story. */
  static PracticeStage.Arrived brought(RegistryClient client, InstructionText text) {
    try {
      List<Reference> references =
          client.submit(text, APPLIED_WITHIN).references().stream()
              .map(each -> new Reference(each.id(), each.type()))
              .toList();
      return new PracticeStage.Arrived(Verdict.APPLIED, references);
    } catch (RegistryProblem e) {
      return new PracticeStage.Arrived(e.code(), List.of());
    }
  }

  private List<String> holders() {
    return IntStream.range(0, Transfers.TRADERS)
        .mapToObj(i -> traders.get(i).participant().value())
        .toList();
  }

  /** Brings instructions of which each must be applied. */
  static void submitAll(RegistryClient client, List<InstructionText> texts) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (InstructionText text : texts) {
      sent.add(CompletableFuture.supplyAsync(() -> client.submit(text, APPLIED_WITHIN)));
    }
    sent.forEach(CompletableFuture::join);
  }

  /**
   * Plays a scenario.
   *
   * @param report told what is seen, a line at a time
   * @return whether all is as it must be
   * @throws Skipped when it cannot be played here; the network is whole
   */
  boolean play(Scenario scenario, Consumer<String> report) throws InterruptedException {
    long from = Rest.await(offices);
    Map<String, Long> opening = offices.get(0).holdings(holders(), batch, authority);
    List<String> violations = new ArrayList<>();
    Optional<Skipped> skipped = Optional.empty();
    try (Load load = new Load(network, new Transfers(traders, batch), scenario.name().hashCode())) {
      load.start(perSecond);
      try {
        load.awaitOutcomesEverywhere(OUTCOMES, GOES_ON_WITHIN);
        scenario.fault().play(network, load);
        load.awaitOutcomesEverywhere(OUTCOMES, GOES_ON_WITHIN);
      } catch (Skipped e) {
        skipped = Optional.of(e);
      } catch (FaultFailed | IllegalStateException e) {
        violations.add(e.getMessage());
        network.mend();
      }
      load.stopSending();
      violations.addAll(afterwards(from, opening, load));
      report.accept(load.summary());
    } catch (FaultFailed e) {
      violations.add(e.getMessage());
    }
    violations.forEach(report);
    if (violations.isEmpty() && skipped.isPresent()) {
      throw skipped.get();
    }
    return violations.isEmpty();
  }

  private List<String> afterwards(long from, Map<String, Long> opening, Load load)
      throws InterruptedException {
    Waiting.until("every instruction has an outcome", SETTLED_WITHIN, () -> load.open() == 0);
    long height = Rest.await(offices);
    List<Promise> promises = load.promises();
    List<OfficeState> states =
        offices.parallelStream()
            .map(each -> each.state(from, height, promises, holders(), batch, authority))
            .toList();
    return Invariants.violations(promises, opening, states);
  }
}
